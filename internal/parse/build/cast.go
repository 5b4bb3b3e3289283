package build

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/talk"
)

// FindCast finds the names that speak with a stop in lines [from, to); nil when the
// text is no play.
func FindCast(r *desk.Reading, from, to int) map[string]bool {
	count := map[string]int{}
	paragraphs, speeches := 0, 0
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Blank() || n > from && !r.Lines[n-1].Blank() {
			continue
		}
		paragraphs++
		if end := talk.StoppedName(l.Text); end > 0 {
			count[talk.NameSaid(l.Text[:end])]++
			speeches++
		}
	}
	if speeches < talk.LeastSpeeches || speeches*4 < paragraphs {
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

// speaksBelow reports whether piece k is only a speaker's name, and piece k+1 the speech.
func (p *sectionText) speaksBelow(k int) bool {
	if k < 0 || k+1 >= len(p.pieces) || !p.maySpeak(k) || !p.maySpeak(k+1) {
		return false
	}
	c, d := p.pieces[k], p.pieces[k+1]
	if c.B()-c.A() != 1 || p.rows[d.A()].Gap() > 1 {
		return false
	}
	text := p.rows[c.A()].Text
	v := p.Layout.Voice(text)
	return v.End == len(text) && v.Sure && p.Layout.Voice(p.rows[d.A()].Text).End == 0
}

// MarkCues says of lines that only name a speaker, "ERSTER:", that they head nothing:
// a heading does not come again and again with a colon.
func MarkCues(r *desk.Reading, from, to int) {
	const least = 3 // times that a name stands
	count := map[string]int{}
	var lines []int
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Tail == passage.EndsColon && len(l.Text) <= talk.LongestCue && talk.VoiceOf(l.Text).End == len(l.Text) {
			count[l.Text]++
			lines = append(lines, n)
		}
	}
	for _, n := range lines {
		if count[r.Lines[n].Text] >= least {
			r.Lines[n].Marks |= passage.NoHead
		}
	}
}
