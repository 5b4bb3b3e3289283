package web

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"time"

	"github.com/spf13/pflag"
)

// Limits bound what strangers may ask of the machine.
type Limits struct {
	Megabytes int           // of one request; more is refused with 413
	Files     int           // files and pasted stories of one request; more is refused with 413
	Stories   int           // stories that the page shows at once; each is sent by itself
	Time      time.Duration // of one conversion; longer is ended with 503
	Request   time.Duration // of all conversions of one request; what is not done then is left out
	AtOnce    int           // conversions at once; others wait
	Wait      time.Duration // for a conversion's turn; longer is refused with 429
	Memory    int           // megabytes that should be enough: long stories wait for one another; 0 is no bound
}

// DefaultLimits suit a person's own machine and a small club's server.
func DefaultLimits() Limits {
	return Limits{Megabytes: 64, Files: 200, Stories: 2000, Time: time.Minute, Request: 10 * time.Minute, AtOnce: max(2, runtime.NumCPU()), Wait: 20 * time.Second}
}

// Flags declares the limits on fs.
func (l *Limits) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&l.Megabytes, "max-size", l.Megabytes, "refuse requests of more than this many `megabytes` (413)")
	fs.IntVar(&l.Files, "max-files", l.Files, "refuse requests with more than this `number` of files and pasted stories (413)")
	fs.DurationVar(&l.Time, "max-time", l.Time, "end a conversion that takes longer than this `time` (503)")
	fs.DurationVar(&l.Request, "max-request-time", l.Request, "end the conversions of one request, however many stories it brought, after this `time` (503)")
	fs.IntVar(&l.AtOnce, "at-once", l.AtOnce, "the `number` of conversions at once; others wait for their turn (default: one a core, at least 2)")
	fs.Lookup("at-once").DefValue = "0" // what this machine has says nothing of others
	fs.DurationVar(&l.Wait, "max-wait", l.Wait, "refuse a request whose turn has not come after this `time` (429)")
	fs.IntVar(&l.Memory, "memory", l.Memory, "let long stories wait for one another, so that about this many `megabytes` are enough (0: no bound)")
}

// Check says what is wrong with limits that nobody could be served under.
func (l Limits) Check() error {
	if l.Megabytes < 1 || l.Megabytes > 4096 || l.Files < 1 || l.Time <= 0 || l.Request <= 0 || l.AtOnce < 1 || l.Wait < 0 || l.Memory < 0 {
		return errors.New("a limit of the form must be more than nothing, and --max-size at most 4096")
	}
	if l.Memory > 0 && l.Memory < program+perByte*l.Megabytes/2 {
		return fmt.Errorf("a request of %d MB may take more than %d MB of memory; --max-size %d would fit", l.Megabytes, l.Memory, max(1, 2*(l.Memory-program)/perByte))
	}
	return nil
}

// What a form takes, in megabytes, and what the worst stories take while they are made into
// the worst of formats, in bytes for each of theirs: lists and chapters of one line, as PDF.
const (
	program = 96
	perByte = 200
)

// together is the most bytes of long stories that are at work at the same time; one is,
// whatever it has.
func (l Limits) together() int {
	if l.Memory == 0 {
		return math.MaxInt
	}
	return max(0, l.Memory-program) << 20 / perByte
}

// size is the most bytes that a request may have.
func (l Limits) size() int64 { return int64(l.Megabytes) << 20 }

// held is the most bytes that all requests together may hold while they are
// received and wait: several of the largest, so that one cannot keep others out.
func (l Limits) held() int64 { return 5 * l.size() }

// heldByOne is the most bytes that the requests of one client may hold together.
func (l Limits) heldByOne() int64 { return 4 * l.size() }

// maxParts is the most parts that a request may have: what the page itself sends
// for many stories with every field edited stays far below it.
const maxParts = 5000

// shortStory is the most bytes of a story that is converted in well under a second, and
// so need not wait behind long ones: nine stories in ten are shorter.
const shortStory = 128 << 10

// slice is how long a short story may take where others wait for its place: one in a hundred
// takes longer on a machine that does nothing else.
const slice = 2 * time.Second

// stopping is how long a conversion may take to notice that it was told to stop. The
// slowest stretches in which none looks are under a second.
const stopping = 10 * time.Second

// A client gets patience, and then must send and take at least slowest bytes a
// second; one that trickles is let go.
const (
	patience = 15 * time.Second
	slowest  = 8 << 10
)

// deadline is when a transfer of n bytes that began at start must be over.
func deadline(start time.Time, n int64) time.Time {
	return start.Add(patience + time.Duration(n/slowest)*time.Second)
}

// maxValue is the length of the longest setting in bytes.
const maxValue = 4096

// maxRemarks is the most remarks that the page shows of a story.
const maxRemarks = 100

// maxTicks is the most headings that a form speaks of.
const maxTicks = 20_000

// maxMissed is the most lines that are offered as headings. Another one can be
// named by its number.
const maxMissed = 200

// enough is the length of the pages after which a preview ends.
const enough = 60 << 10
