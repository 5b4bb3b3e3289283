package batch

import (
	"hash/fnv"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"sync/atomic"
)

// others notices that another process makes books of the same plan. Each then goes
// through the plan in an order of its own, so that they do not make the same books at
// the same moment; what another has made meanwhile is found by a second look.
type others struct{ seen atomic.Bool }

// A plan is gone through in stretches, within which the order is free; outcomes are
// told in the plan's order all the same. The first is short: there is nobody else,
// mostly, and after it that is known.
const firstStretch, laterStretch = 8, 64

// order is the order of the next n stories: as they stand, or with others at work one
// that depends on this process.
func (o *others) order(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	if !o.seen.Load() {
		return out
	}
	host, _ := os.Hostname()
	place := func(i int) uint64 {
		h := fnv.New64a()
		h.Write([]byte(host + "/" + strconv.Itoa(os.Getpid()) + "/" + strconv.Itoa(i)))
		return h.Sum64()
	}
	slices.SortFunc(out, func(a, b int) int {
		if place(a) < place(b) {
			return -1
		}
		return 1
	})
	return out
}

// stands looks at what is where a task's books should be; nil for nothing.
func (t *task) stands() []fs.FileInfo {
	out := make([]fs.FileInfo, len(t.places))
	for i, at := range t.places {
		if path := t.Outputs[at]; path != Stdin {
			out[i], _ = disk.Lstat(path) // what cannot be looked at has been told, or saving tells it
		}
	}
	return out
}

// changed reports whether somebody has saved a task's book since it was looked at.
func (r *run) changed(t *task) bool {
	now := t.stands()
	for i, was := range t.before {
		if now[i] != nil && (was == nil || !os.SameFile(was, now[i])) {
			r.others.seen.Store(true)
			return true
		}
	}
	return false
}
