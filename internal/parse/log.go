package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// A voice is the speaker that a line of a log or a script begins with.
type voice struct {
	end  int  // the bytes [0, end) name the speaker, with their punctuation; 0: there is none
	sure bool // hardly ever begins a sentence of prose
}

// longestVoice is the most bytes of a speaker's name with a time beside it.
const longestVoice = 48

// voiceOf reads the speaker before a line's text: "<kestrel> hi", "[12:03] kestrel: hi",
// "kestrel [7:02 pm]: hi", "MARA: Where are you?", "Mara: Where are you?".
func voiceOf(s string) voice {
	if len(s) < 3 {
		return voice{}
	}
	at := timeAt(s, 0)
	if at > 0 {
		for at < len(s) && s[at] == ' ' {
			at++
		}
	}
	if at < len(s) && s[at] == '<' {
		end := strings.IndexByte(s[:min(len(s), at+26)], '>')
		if end < at+2 || !nick(s[at+1:end]) {
			return voice{}
		}
		if tagAt(s, at).to > 0 || end+1 < len(s) && s[end+1] != ' ' {
			return voice{}
		}
		return voice{end + 1, true}
	}
	if at > 0 && strings.HasPrefix(s[at:], "* ") { // "[12:03] * kestrel waves"
		return voice{at, true}
	}
	if strings.IndexByte(s[at:max(at, min(len(s), longestVoice))], ':') < 0 { // nearly all lines
		return voice{}
	}
	colon := -1
	for i := at; i < len(s) && i < longestVoice; i++ {
		switch s[i] {
		case ':':
			if i > at && isDigit(rune(s[i-1])) && i+1 < len(s) && isDigit(rune(s[i+1])) {
				continue // a time
			}
			colon = i
		case '"', ',', ';', '!', '?', '=', '/', '<', '>', '*', '_':
			return voice{}
		default:
			continue
		}
		break
	}
	if colon <= at || colon+1 < len(s) && s[colon+1] != ' ' && s[colon+1] != '\t' {
		return voice{}
	}
	name := strings.TrimSpace(s[at:colon])
	timed := at > 0
	if k := strings.IndexAny(name, "[("); k > 0 {
		if t := timeAt(name, k); t == len(name) {
			timed = true
		} else if name[len(name)-1] != ')' { // "MARA (off): ..."
			return voice{}
		}
		name = strings.TrimSpace(name[:k])
	}
	kind := nameKind(name)
	if kind == 0 {
		return voice{}
	}
	return voice{colon + 1, timed || kind == 2}
}

// timeAt reads a time such as "[12:03]", "(7:02 pm)" or "12:03:55" at s[i] and
// returns the first byte after it; 0 when there is none.
func timeAt(s string, i int) int {
	until := byte(0)
	switch {
	case i >= len(s):
		return 0
	case s[i] == '[':
		until = ']'
	case s[i] == '(':
		until = ')'
	}
	j, colons, digits := i, 0, 0
	if until != 0 {
		j++
	}
	for ; j < len(s) && j-i < 16; j++ {
		switch c := s[j]; {
		case isDigit(rune(c)):
			digits++
		case (c == ':' || c == '.') && j+1 < len(s) && isDigit(rune(s[j+1])):
			colons++
		case until == 0 && colons > 0 && digits > 2:
			return j
		case c == until:
			if colons == 0 || digits < 3 {
				return 0
			}
			return j + 1
		case c == ' ' || strings.IndexByte("aApPmM", c) >= 0:
		default:
			return 0
		}
	}
	return 0
}

// nick reports whether a text may be a name in a chat.
func nick(s string) bool {
	if s == "" || len(s) > 24 {
		return false
	}
	for _, c := range s {
		if c != ' ' && kindOf(c) != ofWord && !strings.ContainsRune("_-[]\\^{}|`@+", c) {
			return false
		}
	}
	return s[0] != ' '
}

// notVoices are labels that look like speakers.
var notVoices = map[string]bool{"note": true, "notes": true, "warning": true, "disclaimer": true, "summary": true, "rating": true, "title": true, "author": true, "chapter": true, "part": true,
	"from": true, "to": true, "subject": true, "date": true, "re": true, "cc": true, "time": true, "location": true, "a/n": true, "ps": true, "p.s.": true, "spoilers": true, "pairing": true, "feedback": true}

// nameKind judges what stands before a colon: 2 a name in capitals, 1 a name, 0 none.
func nameKind(s string) int {
	if s == "" || len(s) > 32 || notVoices[strings.ToLower(s)] {
		return 0
	}
	words, capitals, small := 0, 0, 0
	for _, w := range strings.Fields(s) {
		words++
		first, _ := utf8.DecodeRuneInString(w)
		if words > 1 && !unicode.IsUpper(first) && !unicode.IsDigit(first) && first != '#' && first != '&' || words > 4 {
			return 0
		}
		for _, c := range w {
			switch {
			case unicode.IsUpper(c):
				capitals++
			case unicode.IsLetter(c):
				small++
			case !unicode.IsDigit(c) && !strings.ContainsRune(".'’-_#&", c):
				return 0
			}
		}
	}
	switch {
	case capitals+small < 1:
		return 0
	case small == 0 && capitals > 1:
		return 2
	case words == 1 && capitals == 0:
		return 1
	case words <= 3 && capitals > 0 && unicode.IsUpper([]rune(s)[0]):
		return 1
	}
	return 0
}

// cutSpeech cuts rows that are entries of a log, each on a line of its own with
// the lines that go on with it.
func (p *sectionText) cutSpeech(a, b int) bool {
	v := p.layout.voice(p.rows[a].Text)
	if v.end == 0 {
		return false
	}
	sure, all := 0, 0
	names := map[string]int{}
	for i := a; i < b; i++ {
		if v := p.layout.voice(p.rows[i].Text); v.end > 0 {
			all++
			if v.sure {
				sure++
			}
			names[p.rows[i].Text[:v.end]]++
		}
	}
	if sure < 2 && (all < 3 || all*3 < (b-a)*2 || len(names) == all) {
		return false
	}
	from := a
	for i := a + 1; i < b; i++ {
		if w := p.layout.voice(p.rows[i].Text); w.end > 0 && (w.sure || sure < 2) || action(p.rows[i].Text) {
			p.add(pieceSpeech, from, i)
			from = i
		}
	}
	p.add(pieceSpeech, from, b)
	return true
}

// action reports whether a line of a log tells what somebody does: "* kestrel
// waves", "(beat)", "[static]", "[12:05] tom has left".
func action(s string) bool {
	if strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "*** ") || s[0] == '[' && timeAt(s, 0) > 0 {
		return true
	}
	return len(s) > 2 && len(s) < 300 && (s[0] == '(' && strings.IndexByte(s, ')') > len(s)-3 || s[0] == '[' && strings.IndexByte(s, ']') > len(s)-3)
}

// logEnd returns the piece after the log that begins with piece k; k when none does.
// Entries may be parted by blank lines, as in scripts.
func (p *sectionText) logEnd(k int) int {
	if k < p.noLog || !p.maySpeak(k) {
		return k
	}
	sure, all, cut := 0, 0, 0
	names := map[string]int{}
	j := k
	for ; j < len(p.pieces) && p.maySpeak(j); j++ {
		c := p.pieces[j]
		if j > k && p.rows[c.a].gap > max(1, p.layout.gap) {
			break
		}
		text := p.rows[c.a].Text
		v := p.layout.voice(text)
		if v.end == 0 && (j == k || !p.layout.directs(text) && !p.speaksBelow(j-1)) {
			break
		}
		if c.kind == pieceSpeech {
			cut++
		}
		if v.end > 0 {
			all++
			if v.sure {
				sure++
			}
			names[text[:v.end]]++
		}
	}
	if (p.layout.script || p.layout.cast != nil) && sure > 0 && sure*10 >= all*8 {
		return j
	}
	if cut > 1 || sure > 2 && sure*10 >= all*8 || all > 3 && len(names)*2 <= all+1 {
		return j
	}
	p.noLog = j
	return k
}

func (p *sectionText) maySpeak(k int) bool {
	switch p.pieces[k].kind {
	case pieceProse, pieceSpeech, pieceSetOff, pieceKept:
		return true
	}
	return false
}

// log makes a log of the pieces.
func (p *sectionText) log(entries []piece) *book.Log {
	l := &book.Log{Span: p.at(entries[0].a, entries[len(entries)-1].b)}
	for _, c := range entries {
		var e book.LogEntry
		if n := len(l.Entries); n > 0 && len(l.Entries[n-1].Inlines) == 0 { // the name stands above
			e = l.Entries[n-1]
			l.Entries = l.Entries[:n-1]
		}
		if c.kind == pieceKept && c.b-c.a > 1 && p.layout.cast != nil { // verses
			for i := c.a; i < c.b; i++ {
				text := p.rows[i].Folded()
				if v := p.layout.voice(text); v.end > 0 && i == c.a {
					e.Speaker = []book.Inline{book.Text{Value: text[:v.end]}}
					text = strings.TrimLeft(text[v.end:], " ")
				}
				if len(e.Inlines) > 0 {
					e.Inlines = append(e.Inlines, book.LineBreak{})
				}
				if text != "" {
					e.Inlines = append(e.Inlines, p.inlines(text, p.rows[i].Marks&passage.HasMarks != 0, i, i+1)...)
				}
			}
			l.Entries = append(l.Entries, e)
			continue
		}
		text, marked := p.joined(c.a, c.b)
		if v := p.layout.voice(text); v.end > 0 && len(e.Speaker) == 0 {
			e.Speaker = []book.Inline{book.Text{Value: text[:v.end]}}
			text = strings.TrimLeft(text[v.end:], " ")
		}
		if text != "" {
			e.Inlines = p.inlines(text, marked, c.a, c.b)
		}
		l.Entries = append(l.Entries, e)
	}
	return l
}

// isScript reports whether lines [from, to) are a play or a script: many
// paragraphs begin with a speaker. Then a single speech is one too.
func (r *reading) isScript(from, to int) bool {
	paragraphs, speeches := 0, 0
	for n := from; n < to; n++ {
		if l := &r.lines[n]; !l.Blank() && (n == from || r.lines[n-1].Blank()) {
			paragraphs++
			if voiceOf(l.Text).sure {
				speeches++
			}
		}
	}
	return speeches > 5 && speeches*4 > paragraphs
}
