package parse

import "storybind/internal/parse/passage"

// Measures of how a unit looks: capitals, first and last sign, ornaments, its form.

// measureLook measures how a unit looks, and which units are like it.
func (o *sight) measureLook(u *unit, l, last *passage.Line) {
	p := &o.passages[u.at]
	all, capital, words, cased := 0, 0, 0, 0
	for n := u.line; n < p.To; n++ {
		a, c := passage.Letters(o.lines[n].Text)
		all, capital = all+a, capital+c
		w, k := casedWords(o.lines[n].Text)
		words, cased = words+w, cased+k
	}
	if all > 0 {
		u.caps = uint8(capital * 100 / all)
	}
	if words > 0 {
		u.cased = uint8(cased * 100 / words)
	}
	u.words = uint8(min(words, 250))
	u.lead, u.tail = leadClass(l.Text), tailClass(last.Text)
	if l.Indent > o.habits.Margin+max(o.habits.Deepest, 4) {
		u.centre = 1
		if w := o.habits.Wrap; w > 0 && abs((l.Indent-o.habits.Margin)*2+(l.Width-l.Indent)-w) < 8 {
			u.centre = 2
		}
	}
	if end := max(u.close, u.open); int(u.open) < len(l.Text) && framesName(l.Text, int(u.open), int(end)) || u.verdict == noHeading && len(l.Text) <= maxHeading && ornamentsRound(l.Text) {
		u.style |= ornamented
	}
	b := make([]byte, 0, 128)
	for n := u.line; n < p.To; n++ {
		b = appendKey(b, o.lines[n].Text)
	}
	u.key = hashBytes(b)
	gap := min(o.whiteAbove(p), 5)
	caps := uint32(0)
	if u.caps >= 95 {
		caps = 2
	} else if u.cased >= 70 {
		caps = 1
	}
	depth := uint32(0)
	if u.word != 0 {
		depth = uint32(u.word)
	}
	num := uint32(u.kind)
	titled := uint32(0)
	if u.verdict != noHeading && u.titled() {
		titled = 1
	}
	bare := uint32(u.style & (underlined | ruled | ornamented))
	u.coarse = depth<<8 | num<<4 | caps<<1 | 1
	if u.verdict == noHeading {
		u.dated = isDateLine(l.Text)
		u.coarse = caps<<1 | uint32(u.centre)<<4 | bare<<8 | leadGroup(u)<<16
	}
	u.shape = u.coarse*31 + uint32(gap)*7919 + uint32(u.tail)*104729 + titled*15485863 + uint32(min(p.To-p.From, 3))*1299709 + uint32(u.centre)*611953 + bare*32452843
	u.rough = uint32(gap)<<4 | uint32(min(p.After, 5))<<8 | caps<<1 | uint32(u.centre)<<12
	if u.verdict == bareNumber || u.verdict == wordNumber || u.verdict == nameAlone {
		o.strong++
	}
}

// leadGroup parts units that no heading word begins by what they are at first sight:
// dates, speech, what stands in brackets.
func leadGroup(u *unit) uint32 {
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
func (o *sight) whiteAbove(p *passage.Passage) int {
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
	open, end := undecorate(text)
	return open > 0 && end > open && framesName(text, open, end)
}

// casedWords counts a text's words of letters, and those that begin with a capital or
// are small words, as in titles.
func casedWords(s string) (words, cased int) {
	for i := 0; i < len(s); {
		n := firstWord(s[i:])
		if n == 0 {
			i++
			for i < len(s) && s[i]&0xC0 == 0x80 {
				i++
			}
			continue
		}
		words++
		if w := s[i : i+n]; passage.HeadOf(w) != passage.StartsLower || n <= 4 && smallWord(w) {
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
	c := firstRune(s)
	switch {
	case c == '_' || c == '*':
		return 6
	case c == '[' || c == '(' || c == '{' || c == '<':
		return 5
	case c == '-' || c == '–' || c == '—':
		return 4
	case kindOf(c) == ofQuote:
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

func hashKey(s string) uint64 {
	if s == "" {
		return 0
	}
	return hashBytes(appendKey(nil, s))
}

// hashBytes is FNV-1a.
func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
