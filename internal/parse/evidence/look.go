package evidence

import (
	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Measures of how a unit looks: capitals, first and last sign, ornaments, its form.

// measureLook measures how a unit looks, and which units are like it.
func (o *Sight) measureLook(u *Unit, l, last *passage.Line) {
	p := &o.Passages[u.At]
	all, capital, words, cased := 0, 0, 0, 0
	for n := u.Line; n < p.To; n++ {
		a, c := passage.Letters(o.lines[n].Text)
		all, capital = all+a, capital+c
		w, k := casedWords(o.lines[n].Text)
		words, cased = words+w, cased+k
	}
	if all > 0 {
		u.Caps = uint8(capital * 100 / all)
	}
	if words > 0 {
		u.Cased = uint8(cased * 100 / words)
	}
	u.words = uint8(min(words, 250))
	u.lead, u.tail = leadClass(l.Text), tailClass(last.Text)
	u.person = o.person(u)
	if l.Indent() > o.Habits.Margin+max(o.Habits.Deepest, 4) {
		u.Centre = 1
		if w := o.Habits.Wrap; w > 0 && char.Abs((l.Indent()-o.Habits.Margin)*2+(l.Width()-l.Indent())-w) < 8 {
			u.Centre = 2
		}
	}
	if end := max(u.Close, u.Open); int(u.Open) < len(l.Text) && wording.FramesName(l.Text, int(u.Open), int(end)) || u.Verdict == wording.NoHeading && len(l.Text) <= wording.MaxHeading && ornamentsRound(l.Text) {
		u.Style |= wording.Ornamented
	}
	b := make([]byte, 0, 128)
	for n := u.Line; n < p.To; n++ {
		b = char.AppendKey(b, o.lines[n].Text)
	}
	u.Key = char.HashBytes(b)
	gap := min(o.whiteAbove(p), 5)
	caps := uint32(0)
	if u.Caps >= 95 {
		caps = 2
	} else if u.Cased >= 70 {
		caps = 1
	}
	depth := uint32(0)
	if u.Word != 0 {
		depth = uint32(u.Word)
	}
	num := uint32(u.Kind)
	titled := uint32(0)
	if u.Verdict != wording.NoHeading && u.Titled() {
		titled = 1
	}
	bare := uint32(u.Style & (wording.Underlined | wording.Ruled | wording.Ornamented))
	u.Coarse = depth<<8 | num<<4 | caps<<1 | 1
	if u.Verdict == wording.NoHeading {
		u.dated = says.IsDateLine(l.Text)
		u.Coarse = caps<<1 | uint32(u.Centre)<<4 | bare<<8 | leadGroup(u)<<16
	}
	u.Shape = u.Coarse*31 + uint32(gap)*7919 + uint32(u.tail)*104729 + titled*15485863 + uint32(min(p.To-p.From, 3))*1299709 + uint32(u.Centre)*611953 + bare*32452843
	u.rough = uint32(gap)<<4 | uint32(min(p.After, 5))<<8 | caps<<1 | uint32(u.Centre)<<12
	if u.Verdict == wording.BareNumber || u.Verdict == wording.WordNumber || u.Verdict == wording.NameAlone {
		o.strong++
	}
}

// leadGroup parts units that no heading word begins by what they are at first sight:
// dates, speech, what stands in brackets.
func leadGroup(u *Unit) uint32 {
	switch {
	case u.dated:
		return 1
	case u.lead == 3:
		return 2
	case u.lead == 4:
		return 3
	case u.lead == 5:
		return 4
	}
	return 0
}

// whiteAbove is how many blank lines stand before a passage: before the first those
// below the story's header.
func (o *Sight) whiteAbove(p *passage.Passage) int {
	if p.Before != passage.Edge {
		return int(p.Before)
	}
	n := int(p.From)
	for n > 0 && o.lines[n-1].Blank() {
		n--
	}
	if n == 0 {
		return passage.Edge
	}
	return int(p.From) - n
}

func ornamentsRound(text string) bool {
	open, end := wording.Undecorate(text)
	return open > 0 && end > open && wording.FramesName(text, open, end)
}

// casedWords counts a text's words of letters, and those that begin with a capital or
// are small words, as in titles.
func casedWords(s string) (words, cased int) {
	for i := 0; i < len(s); {
		n := wording.FirstWord(s[i:])
		if n == 0 {
			i++
			for i < len(s) && s[i]&0xC0 == 0x80 {
				i++
			}
			continue
		}
		words++
		if w := s[i : i+n]; passage.HeadOf(w) != passage.StartsLower || n <= 4 && says.SmallWord(w) {
			cased++
		}
		i += n
	}
	return words, cased
}

// leadClass classes the first sign of a text: 0 a capital, 1 a small letter, 2 a digit,
// 3 a quote, 4 a dash, 5 a bracket, 6 an underscore or a star, 7 another sign, 8 a
// letter without case.
func leadClass(s string) uint8 {
	c := char.FirstRune(s)
	switch {
	case c == '_' || c == '*':
		return 6
	case c == '[' || c == '(' || c == '{' || c == '<':
		return 5
	case c == '-' || c == '–' || c == '—':
		return 4
	case char.KindOf(c) == char.OfQuote:
		return 3
	}
	switch passage.HeadOf(s) {
	case passage.StartsUpper:
		return 0
	case passage.StartsLower:
		return 1
	case passage.StartsDigit:
		return 2
	case passage.StartsCaseless:
		return 8
	}
	return 7
}

// tailClass classes the last sign of a text: 0 a letter, 1 a digit, 2 a full stop,
// 3 an exclamation or question mark, 4 a comma or semicolon, 5 a colon, 6 a dash,
// 7 a quote, 8 a bracket, 9 dots, 10 an underscore or a star, 11 another sign.
func tailClass(s string) uint8 {
	if s == "" {
		return 11
	}
	switch c := s[len(s)-1]; {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return 0
	case c >= '0' && c <= '9':
		return 1
	case c == '.':
		if len(s) > 2 && s[len(s)-2] == '.' {
			return 9
		}
		return 2
	case c == '!' || c == '?':
		return 3
	case c == ',' || c == ';':
		return 4
	case c == ':':
		return 5
	case c == '-':
		return 6
	case c == '"' || c == '\'':
		return 7
	case c == ')' || c == ']' || c == '>' || c == '}':
		return 8
	case c == '_' || c == '*':
		return 10
	case c < 0x80:
		return 11
	}
	switch passage.TailOf(s) {
	case passage.EndsStop:
		return 2
	case passage.EndsColon:
		return 5
	case passage.EndsDash:
		return 6
	case passage.EndsOpen:
		return 0
	}
	return 11
}
