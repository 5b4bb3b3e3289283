package batch

import (
	"runtime/debug"

	"storybind/internal/convert"
)

// program is the memory that is in use without a story: faces, word lists, a cover
// under way.
const program = 48 << 20

// HoldMemory asks the garbage collector to keep the program, while it reads stories of
// up to so many bytes, within nine times their size and what it needs itself; without
// that it lets the memory in use double before it collects. Only the longest stories,
// and those that are nothing but headings or notes, come near. What is truly in use is
// never held against it, see liftLimit.
func HoldMemory(bytes int64) {
	debug.SetMemoryLimit(program + 9*bytes)
	liftLimit()
}

// KeepWithin asks the garbage collector to keep the program within so many bytes, as far as
// it can: a tenth is left for what is not collected.
func KeepWithin(bytes int64) { debug.SetMemoryLimit(bytes / 10 * 9) }

// collectLess lets more garbage lie about where there is room for it: a story makes
// much and keeps little, and the collector then takes a sixth less of the time. The
// memory in use stays, as far as it can, under a limit that follows from what is
// converted at the same time. The function that it returns sets everything as it was.
func (p Plan) collectLess(o RunOptions) (restore func()) {
	const (
		another = 48 << 20 // for each more story at the same time
		outcome = 1 << 10  // for each story of the plan
		roomy   = 512 << 20
	)
	factor := 0
	for _, name := range p.Formats {
		if f, err := convert.Format(name); err == nil {
			factor = max(factor, f.Memory)
		}
	}
	longest := int64(0)
	for _, j := range p.Jobs {
		size := j.size
		if j.Input() == Stdin {
			size = o.MaxSize
		}
		longest = max(longest, size)
	}
	n := int64(min(workers(o.Workers), len(p.Jobs)))
	stories := max(longest, n*min(longest, share))
	limit := program + max(n-1, 0)*another + stories*int64(factor) + int64(len(p.Jobs))*outcome

	percent, before := debug.SetGCPercent(400), debug.SetMemoryLimit(-1) // -1 asks only
	if limit > roomy {
		debug.SetGCPercent(percent)
	}
	debug.SetMemoryLimit(min(before, limit))
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(before)
	}
}
