package typeset

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Paper is the setting that says how thick a printed book is.
type Paper struct {
	name string // as it was given; "" for the first of the kinds
	page int64  // millionths of an inch that a page, half a leaf, is thick
}

// Papers, as thick as KDP reckons them; others give a thickness of their own.
var papers = []Paper{{"cream", 2500}, {"white", 2252}, {"colour", 2347}}

// Choices are the names of papers, the default first.
func (p *Paper) Choices() []string {
	var names []string
	for _, x := range papers {
		names = append(names, x.name)
	}
	return names
}

// String is the setting's value.
func (p *Paper) String() string {
	if p.name == "" {
		return papers[0].name
	}
	return p.name
}

// Set takes one of the names, or how thick a page is, with a unit (mm without).
func (p *Paper) Set(v string) error {
	v = strings.ToLower(strings.TrimSpace(v))
	for _, x := range papers {
		if v == x.name {
			*p = x
			return nil
		}
	}
	num, perUnit := cutUnit(v)
	n, err := strconv.ParseFloat(num, 64)
	inches := math.Round(n * float64(perUnit) / 72) // a product and a quotient, rounded alike everywhere
	if err != nil || !(inches >= 500 && inches <= 20_000) {
		return fmt.Errorf("%q is neither a paper (%s) nor how thick a page is, such as 0.06mm", v, strings.Join(p.Choices(), ", "))
	}
	*p = Paper{v, int64(inches)}
	return nil
}

// Type is the word for the value in help texts.
func (p *Paper) Type() string { return "paper" }

// Spine is how thick so many pages are.
func (p *Paper) Spine(pages int) Length {
	page := p.page
	if page == 0 {
		page = papers[0].page
	}
	return Length(int64(pages) * page * 72 / 1000)
}
