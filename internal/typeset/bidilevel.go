package typeset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A resolver finds the embedding levels of one paragraph by the rules W, N and I of
// Unicode Annex 9 (revision 50). The library knows each character's class; its own
// paragraphs do not pair brackets. Explicit embeddings, which no story has, are passed over.
type resolver struct {
	class  []bidi.Class // of each character but those that are passed over (class BN)
	chars  []rune
	strong bidi.Class // the paragraph's direction: L or R
}

// appendLevels adds the levels of one paragraph that begins at byte at.
func appendLevels(levels []levelRun, text string, at int, base uint8) []levelRun {
	r := resolver{strong: bidi.L}
	if base == 1 {
		r.strong = bidi.R
	}
	var ends []int // of the characters, and of those passed over before the next
	for i, c := range text {
		p, _ := bidi.LookupRune(c)
		switch class := p.Class(); class {
		case bidi.BN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.Control:
		default:
			if len(ends) > 0 {
				ends[len(ends)-1] = i
			}
			r.class, r.chars, ends = append(r.class, class), append(r.chars, c), append(ends, len(text))
		}
	}
	if len(ends) == 0 {
		return addLevel(levels, at+len(text), base)
	}
	r.weak()
	r.brackets()
	r.neutral()
	for i, class := range r.class {
		level := base
		switch {
		case class == bidi.R && base == 0, class != bidi.R && base == 1:
			level++
		case class != bidi.L && class != bidi.R: // a number
			level += 2
		}
		levels = addLevel(levels, at+ends[i], level)
	}
	return levels
}

// weak is rules W1 to W7.
func (r *resolver) weak() {
	c := r.class
	before := r.strong // W1 to W3, and W7's last strong class
	last := r.strong
	for i := range c {
		if c[i] == bidi.NSM {
			c[i] = before
		}
		before = c[i]
		switch c[i] {
		case bidi.L, bidi.R, bidi.AL:
			last = c[i]
		case bidi.EN:
			if last == bidi.AL {
				c[i] = bidi.AN
			}
		}
	}
	for i := range c {
		if c[i] == bidi.AL {
			c[i] = bidi.R
		}
	}
	for i := 1; i+1 < len(c); i++ { // W4
		if n := c[i-1]; n == c[i+1] && (n == bidi.EN && (c[i] == bidi.ES || c[i] == bidi.CS) || n == bidi.AN && c[i] == bidi.CS) {
			c[i] = n
		}
	}
	for i := 0; i < len(c); i++ { // W5 and W6
		switch c[i] {
		case bidi.ET:
			j := i
			for j < len(c) && c[j] == bidi.ET {
				j++
			}
			as := bidi.ON
			if i > 0 && c[i-1] == bidi.EN || j < len(c) && c[j] == bidi.EN {
				as = bidi.EN
			}
			for ; i < j; i++ {
				c[i] = as
			}
			i--
		case bidi.ES, bidi.CS:
			c[i] = bidi.ON
		}
	}
	last = r.strong
	for i := range c {
		switch c[i] {
		case bidi.L, bidi.R:
			last = c[i]
		case bidi.EN:
			if last == bidi.L {
				c[i] = bidi.L
			}
		}
	}
}

// bracketPairs are the brackets that rule N0 pairs, as far as stories have them.
const bracketPairs = "()[]{}⁅⁆〈〉❨❩⟨⟩⟦⟧《》「」『』【】〔〕〖〗〘〙﹙﹚（）［］｛｝｟｠｢｣"

// direction is what a class counts as in the rules N: numbers run as R does; 0 for none.
func direction(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// brackets is rule N0: a bracket and its partner run the same way.
func (r *resolver) brackets() {
	type open struct {
		close rune
		at    int
	}
	var stack []open
	partner := make([]int, len(r.class))
	for i, ch := range r.chars {
		if r.class[i] != bidi.ON {
			continue
		}
		k := strings.IndexRune(bracketPairs, ch)
		if k < 0 {
			continue
		}
		if utf8.RuneCountInString(bracketPairs[:k])%2 == 0 {
			if len(stack) == 63 { // rule BD16
				break
			}
			other, _ := utf8.DecodeRuneInString(bracketPairs[k+utf8.RuneLen(ch):])
			stack = append(stack, open{other, i})
			continue
		}
		for j := len(stack) - 1; j >= 0; j-- {
			if stack[j].close == ch {
				partner[stack[j].at] = i
				stack = stack[:j]
				break
			}
		}
	}
	for i, to := range partner {
		if to == 0 {
			continue
		}
		found := bidi.ON
		for j := i + 1; j < to && found != r.strong; j++ {
			if d := direction(r.class[j]); d != bidi.ON {
				found = d
			}
		}
		if found == bidi.ON {
			continue
		}
		if found != r.strong { // the other way, if what stands before does so too
			before := r.strong
			for j := i - 1; j >= 0; j-- {
				if d := direction(r.class[j]); d != bidi.ON {
					before = d
					break
				}
			}
			found = before
		}
		r.class[i], r.class[to] = found, found
	}
}

// neutral is rules N1 and N2.
func (r *resolver) neutral() {
	c := r.class
	before := r.strong
	for i := 0; i < len(c); i++ {
		if d := direction(c[i]); d != bidi.ON {
			before = d
			continue
		}
		j := i
		for j < len(c) && direction(c[j]) == bidi.ON {
			j++
		}
		after := r.strong
		if j < len(c) {
			after = direction(c[j])
		}
		as := r.strong
		if before == after {
			as = before
		}
		for ; i < j; i++ {
			c[i] = as
		}
		i--
	}
}
