package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// ticks says which lines a person ticked on as headings, and which of those that
// were read as headings a person ticked off.
func (s *story) ticks() (on, off []int, err error) {
	was, err := lineNumbers(s.all(wasPrefix + "heading"))
	if err != nil {
		return nil, nil, err
	}
	ticked, err := lineNumbers(append(slices.Clone(s.all("heading")), s.all("heading-line")...))
	if err != nil {
		return nil, nil, err
	}
	for _, line := range ticked {
		if _, there := slices.BinarySearch(was, line); !there {
			on = append(on, line)
		}
	}
	for _, line := range was {
		if _, there := slices.BinarySearch(ticked, line); !there {
			off = append(off, line)
		}
	}
	return on, off, nil
}

// lineNumbers reads the numbers of lines, sorted, each once.
func lineNumbers(values []string) ([]int, error) {
	var out []int
	for _, v := range values {
		for word := range strings.FieldsFuncSeq(v, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 {
				return nil, refusal{status: http.StatusUnprocessableEntity, text: strconv.Quote(word) + " is not the number of a line."}
			}
			if out = append(out, n); len(out) > maxTicks {
				return nil, refusal{status: http.StatusUnprocessableEntity, text: "Those are more headings than a form can tick."}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
