package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// In printed plays the speaker's name ends in a stop, "KATE. Well, children!", or
// stands on a line of its own, "ERSTER:". Only the whole file tells such names from
// sentences: the same few begin many of its paragraphs.

// Limits of what is a play.
const (
	leastSpeeches = 8
	longestCue    = 32 // bytes
)

// findCast finds the names that speak with a stop in lines [from, to); nil when the
// text is no play.
func (r *reading) findCast(from, to int) map[string]bool {
	count := map[string]int{}
	paragraphs, speeches := 0, 0
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Blank() || n > from && !r.lines[n-1].Blank() {
			continue
		}
		paragraphs++
		if end := stoppedName(l.Text); end > 0 {
			count[nameSaid(l.Text[:end])]++
			speeches++
		}
	}
	if speeches < leastSpeeches || speeches*4 < paragraphs {
		return nil
	}
	cast := map[string]bool{}
	often := 0
	for name, n := range count {
		if n > 1 {
			cast[name] = true
			often += n
		}
	}
	if len(cast) < 2 || often*3 < speeches*2 || often < 3*len(cast) {
		return nil
	}
	return cast
}

// nameSaid is a speaker's name without what follows it.
func nameSaid(s string) string { return strings.Trim(s, " ._*:") }

// stoppedName is the length of the name in capitals, with its stop, that a line begins
// with: "KATE. ", "SIR P. ", "_TOM._ "; 0 when there is none.
func stoppedName(s string) int {
	if c := s[0]; (c < 'A' || c > 'Z') && c != '_' && c < utf8.RuneSelf {
		return 0
	}
	letters := 0
	for i, c := range s {
		switch {
		case i > longestCue:
			return 0
		case unicode.IsUpper(c):
			letters++
		case unicode.IsLetter(c) || c == ',' || c == '"' || c == '!' || c == '?' || c == ';':
			return 0
		case c == '.' || c == ':':
			end := i + 1
			for end < len(s) && (s[end] == '_' || s[end] == '*') {
				end++
			}
			rest := s[end:]
			if letters < 2 && rest != "" { // "A. "; and "M. ", which is no name yet
				continue
			}
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
			switch word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " "); {
			case len(word) > 1 && len(word) < 4 && strings.HasSuffix(word, ".") && unicode.IsUpper(next): // "SIR P. No."
				continue
			case rest == "" || rest[0] == ' ' || strings.HasPrefix(rest, "--") || strings.HasPrefix(rest, "—"):
				return end
			}
			return 0
		}
	}
	return 0
}

// voice reads the speaker before a line's text: one of the play's, or one that the
// line alone shows.
func (l *layout) voice(s string) voice {
	if l.cast != nil {
		if end := stoppedName(s); end > 0 && l.cast[nameSaid(s[:end])] {
			return voice{end, true}
		}
	}
	return voiceOf(s)
}

// directs reports whether a paragraph of a play tells what is done on the stage.
func (l *layout) directs(s string) bool {
	if action(s) {
		return true
	}
	if l.cast == nil && !l.script {
		return false
	}
	switch s[0] {
	case '(', '[':
		return true
	case '_':
		return len(s) > 2
	}
	for _, w := range [...]string{"Enter ", "Exit", "Exeunt", "Re-enter ", "Curtain", "CURTAIN"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// speaksBelow reports whether piece k is only a speaker's name, and piece k+1 the speech.
func (p *sectionText) speaksBelow(k int) bool {
	if k < 0 || k+1 >= len(p.pieces) || !p.maySpeak(k) || !p.maySpeak(k+1) {
		return false
	}
	c, d := p.pieces[k], p.pieces[k+1]
	if c.b-c.a != 1 || p.rows[d.a].gap > 1 {
		return false
	}
	text := p.rows[c.a].Text
	v := p.layout.voice(text)
	return v.end == len(text) && v.sure && p.layout.voice(p.rows[d.a].Text).end == 0
}

// markCues says of lines that only name a speaker, "ERSTER:", that they head nothing:
// a heading does not come again and again with a colon.
func (r *reading) markCues(from, to int) {
	const least = 3 // times that a name stands
	count := map[string]int{}
	var lines []int
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Tail == passage.EndsColon && len(l.Text) <= longestCue && voiceOf(l.Text).end == len(l.Text) {
			count[l.Text]++
			lines = append(lines, n)
		}
	}
	for _, n := range lines {
		if count[r.lines[n].Text] >= least {
			r.lines[n].Marks |= passage.NoHead
		}
	}
}
