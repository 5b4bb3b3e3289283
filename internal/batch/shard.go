package batch

import (
	"hash/fnv"
	"strconv"
	"strings"
)

// A Shard is one of several equal shares of a plan, so that as many processes or
// machines can run it together: share K of N, counted from 1. It is a flag's
// value; the zero Shard is the whole plan.
type Shard struct{ K, N int }

func (s *Shard) String() string {
	if s.N == 0 {
		return ""
	}
	return strconv.Itoa(s.K) + "/" + strconv.Itoa(s.N)
}

// Type is the word for the value in help texts.
func (s *Shard) Type() string { return "K/N" }

// Set reads "3/16". What counts from 0, as the index of a Kubernetes job does, is
// written "2+1/16".
func (s *Shard) Set(text string) error {
	k, n, _ := strings.Cut(text, "/")
	index, fromZero := strings.CutSuffix(k, "+1")
	first, a := strconv.ParseUint(index, 10, 31)
	all, b := strconv.ParseUint(n, 10, 31)
	s.K, s.N = int(first), int(all)
	if fromZero {
		s.K++
	}
	if a != nil || b != nil || s.K < 1 || s.K > s.N {
		*s = Shard{}
		return usage("%q is no share: 1/16 is the first of sixteen, 16/16 the last", text)
	}
	return nil
}

// shared chooses the shard's jobs, or files, by a hash of their paths: a story keeps
// its share when others come and go.
func shared[T any](s Shard, all []T, path func(T) string) []T {
	if s.N < 2 {
		return all
	}
	var out []T
	for _, j := range all {
		h := fnv.New64a()
		h.Write([]byte(path(j)))
		if sum := h.Sum64(); (sum^sum>>32)%uint64(s.N) == uint64(s.K-1) {
			out = append(out, j)
		}
	}
	return out
}
