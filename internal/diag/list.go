package diag

import (
	"fmt"
	"strconv"
)

// Most is how many remarks of one code and severity are told one by one: more nobody
// reads, and a file of nothing but odd places would make millions of them.
const Most = 40

// A List gathers remarks. Of each code and severity it keeps the first [Most], and
// counts the others.
type List struct {
	kept   []Diagnostic
	counts map[kind]*tally
	order  []kind // in the order of their first remarks
}

// kind is what remarks are counted by.
type kind struct {
	code     string
	severity Severity
}

type tally struct {
	kept, more int
	first      Diagnostic // the first that was only counted
}

// Add adds a remark. One that [Bound] made of many counts as these.
func (l *List) Add(d Diagnostic) {
	k := kind{d.Code, d.Severity}
	t := l.counts[k]
	if t == nil {
		if l.counts == nil {
			l.counts = map[kind]*tally{}
		}
		t = &tally{}
		l.counts[k] = t
		l.order = append(l.order, k)
	}
	if d.More == 0 && t.kept < Most {
		t.kept++
		l.kept = append(l.kept, d)
		return
	}
	if t.more == 0 {
		t.first = d
	}
	t.more += max(d.More, 1)
}

// Full reports whether a remark would only be counted: then it needs no message.
func (l *List) Full(code string, s Severity) bool {
	t := l.counts[kind{code, s}]
	return t != nil && t.kept == Most
}

// All are the remarks that were kept, in the order in which they came, and for each
// code one that says how many more there are.
func (l *List) All() []Diagnostic {
	out := l.kept
	for _, k := range l.order {
		t := l.counts[k]
		if t.more == 0 {
			continue
		}
		d := t.first
		d.More = t.more
		d.Message = fmt.Sprintf("and %s more of this kind, from here on", grouped(t.more))
		out = append(out, d)
	}
	return out
}

// Bound keeps of each code and severity the first [Most] remarks, and says how many
// more there are. What is bounded already stays as it is.
func Bound(ds []Diagnostic) []Diagnostic {
	if len(ds) <= Most {
		return ds
	}
	var l List
	for _, d := range ds {
		l.Add(d)
	}
	return l.All()
}

// grouped is a number with a comma for each thousand: "1,234".
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
