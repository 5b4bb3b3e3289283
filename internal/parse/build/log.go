package build

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/talk"
)

// cutSpeech cuts rows that are entries of a log, each on a line of its own with
// the lines that go on with it.
func (p *sectionText) cutSpeech(a, b int) bool {
	v := p.Layout.Voice(p.rows[a].Text)
	if v.End == 0 {
		return false
	}
	sure, all := 0, 0
	names := map[string]int{}
	for i := a; i < b; i++ {
		if v := p.Layout.Voice(p.rows[i].Text); v.End > 0 {
			all++
			if v.Sure {
				sure++
			}
			names[p.rows[i].Text[:v.End]]++
		}
	}
	if sure < 2 && (all < 3 || all*3 < (b-a)*2 || len(names) == all) {
		return false
	}
	from := a
	for i := a + 1; i < b; i++ {
		if w := p.Layout.Voice(p.rows[i].Text); w.End > 0 && (w.Sure || sure < 2) || talk.Action(p.rows[i].Text) {
			p.add(pieceSpeech, from, i)
			from = i
		}
	}
	p.add(pieceSpeech, from, b)
	return true
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
		if j > k && p.rows[c.A()].Gap() > max(1, p.Layout.Gap) {
			break
		}
		text := p.rows[c.A()].Text
		v := p.Layout.Voice(text)
		if v.End == 0 && (j == k || !p.Layout.Directs(text) && !p.speaksBelow(j-1)) {
			break
		}
		if c.Kind == pieceSpeech {
			cut++
		}
		if v.End > 0 {
			all++
			if v.Sure {
				sure++
			}
			names[text[:v.End]]++
		}
	}
	if (p.Layout.Script || p.Layout.Cast != nil) && sure > 0 && sure*10 >= all*8 {
		return j
	}
	if cut > 1 || sure > 2 && sure*10 >= all*8 || all > 3 && len(names)*2 <= all+1 {
		return j
	}
	p.noLog = j
	return k
}

func (p *sectionText) maySpeak(k int) bool {
	switch p.pieces[k].Kind {
	case pieceProse, pieceSpeech, pieceSetOff, pieceKept:
		return true
	}
	return false
}

// log makes a log of the pieces.
func (p *sectionText) log(entries []desk.Piece) *book.Log {
	l := &book.Log{Span: p.at(entries[0].A(), entries[len(entries)-1].B()), Entries: make([]book.LogEntry, 0, len(entries))}
	for _, c := range entries {
		var e book.LogEntry
		if n := len(l.Entries); n > 0 && len(l.Entries[n-1].Inlines) == 0 { // the name stands above
			e = l.Entries[n-1]
			l.Entries = l.Entries[:n-1]
		}
		if c.Kind == pieceKept && c.B()-c.A() > 1 && p.Layout.Cast != nil { // verses
			for i := c.A(); i < c.B(); i++ {
				text := p.rows[i].Folded()
				if v := p.Layout.Voice(text); v.End > 0 && i == c.A() {
					e.Speaker = []book.Inline{book.Text{Value: text[:v.End]}}
					text = strings.TrimLeft(text[v.End:], " ")
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
		text, marked := p.joined(c.A(), c.B())
		if v := p.Layout.Voice(text); v.End > 0 && len(e.Speaker) == 0 {
			e.Speaker = []book.Inline{speaker(l.Entries, text[:v.End])}
			text = strings.TrimLeft(text[v.End:], " ")
		}
		if text != "" {
			e.Inlines = p.inlines(text, marked, c.A(), c.B())
		}
		l.Entries = append(l.Entries, e)
	}
	return l
}

// speaker names who speaks next. Who has spoken shortly before shares the text with it: a
// log may have a million entries.
func speaker(entries []book.LogEntry, name string) book.Inline {
	for i := len(entries) - 1; i >= max(0, len(entries)-2); i-- {
		if before := entries[i].Speaker; len(before) == 1 && before[0] == (book.Text{Value: name}) {
			return before[0]
		}
	}
	return book.Text{Value: name}
}

// IsScript reports whether lines [from, to) are a play or a script: many
// paragraphs begin with a speaker. Then a single speech is one too.
func IsScript(r *desk.Reading, from, to int) bool {
	paragraphs, speeches := 0, 0
	for n := from; n < to; n++ {
		if l := &r.Lines[n]; !l.Blank() && (n == from || r.Lines[n-1].Blank()) {
			paragraphs++
			if talk.VoiceOf(l.Text).Sure {
				speeches++
			}
		}
	}
	return speeches > 5 && speeches*4 > paragraphs
}
