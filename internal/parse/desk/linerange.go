package desk

import (
	"fmt"
	"strconv"
	"strings"
)

// lineRanges is the value of --drop-lines and its like: "12" or "12-15", counted from 1.
type lineRanges [][2]int

func (v *lineRanges) Type() string { return "lines" }

func (v *lineRanges) String() string { return strings.Join(v.GetSlice(), ", ") }

func (v *lineRanges) Set(s string) error {
	first, last, ok := strings.Cut(s, "-")
	if !ok {
		last = first
	}
	from, err1 := strconv.Atoi(strings.TrimSpace(first))
	to, err2 := strconv.Atoi(strings.TrimSpace(last))
	if err1 != nil || err2 != nil || from < 1 || to < from {
		return fmt.Errorf("%q is no line (12) and no range of lines (12-15)", s)
	}
	*v = append(*v, [2]int{from, to})
	return nil
}

// Append, Replace and GetSlice make it a pflag.SliceValue.
func (v *lineRanges) Append(s string) error { return v.Set(s) }

func (v *lineRanges) Replace(all []string) error {
	*v = nil
	return setAll(v, all)
}

func (v *lineRanges) GetSlice() []string {
	var out []string
	for _, r := range *v {
		out = append(out, fmt.Sprintf("%d-%d", r[0], r[1]))
	}
	return out
}

func setAll(v interface{ Set(string) error }, all []string) error {
	for _, s := range all {
		if err := v.Set(s); err != nil {
			return err
		}
	}
	return nil
}
