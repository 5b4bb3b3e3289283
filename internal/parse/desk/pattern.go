package desk

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"storybind/internal/parse/says"
)

// A pattern is the value of --chapter-pattern: a regular expression in Go's
// syntax (RE2), which takes linear time on any line.
type pattern struct{ *regexp.Regexp }

func (p *pattern) Type() string { return "regexp" }

func (p *pattern) String() string {
	if p.Regexp == nil {
		return ""
	}
	return p.Regexp.String()
}

func (p *pattern) Set(s string) error {
	if s == "" {
		p.Regexp = nil
		return nil
	}
	re, err := regexp.Compile(s)
	if err != nil {
		return fmt.Errorf("%w (the syntax is RE2's)", err)
	}
	if re.MatchString("") {
		return fmt.Errorf("%q matches every line", s)
	}
	p.Regexp = re
	return nil
}

// breakMarks is the value of --scene-break: lines that part scenes.
type breakMarks []string

func (v *breakMarks) Type() string { return "mark" }

func (v *breakMarks) String() string { return strings.Join(*v, ", ") }

func (v *breakMarks) Set(s string) error {
	if s = says.FoldSpace(s); s == "" {
		return errors.New("a scene break needs a mark; blank lines part scenes by themselves where the story uses them so")
	}
	*v = append(*v, s)
	return nil
}

// Append, Replace and GetSlice make it a pflag.SliceValue.
func (v *breakMarks) Append(s string) error { return v.Set(s) }

func (v *breakMarks) Replace(all []string) error {
	*v = nil
	return setAll(v, all)
}

func (v *breakMarks) GetSlice() []string { return slices.Clone(*v) }
