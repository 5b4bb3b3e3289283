package build

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// findRuns finds the runs of emphasis among the rows.
func (p *sectionText) findRuns() inlines.EmphasisRuns {
	v := p.Layout.Marks
	if v == nil {
		return nil
	}
	var runs inlines.EmphasisRuns
	type opening struct {
		row, paragraph int
		atStart        bool // it is the first thing in its paragraph
		mark           string
	}
	var open [inlines.MarkKinds]*opening
	paragraph := 0
	for i := range p.rows {
		w := &p.rows[i]
		starts := i == 0 || w.Gap() > 0
		if starts {
			paragraph++
		}
		if w.Marks&passage.HasMarks == 0 || w.Marks&passage.IsMark != 0 {
			continue
		}
		for _, t := range p.tokens(w) {
			o := open[t.Kind]
			tag := t.Kind >= 3*len(inlines.MarkSigns)
			repeats := o != nil && o.atStart && starts && atStart(w.Text[:t.From]) && paragraph-o.paragraph == 1
			switch {
			case t.Whole && !repeats:
			case t.Ends && o != nil:
				open[t.Kind] = nil
				ended := len(strings.TrimRight(w.Text[t.To:], ".,;:!?)\"'”’")) == 0 && (i+1 == len(p.rows) || p.rows[i+1].Gap() > 0)
				far := paragraph - o.paragraph
				if o.row == i || !tag && far > 1 && (!o.atStart || !ended || far > inlines.RunOfMarks) || far > inlines.RunOfTags {
					continue
				}
				if runs == nil {
					runs = inlines.EmphasisRuns{}
				}
				for k := o.row + 1; k <= i; k++ {
					runs[p.rows[k].N()] = append(runs[p.rows[k].N()], inlines.OpenKind{Kind: t.Kind, Mark: o.mark})
				}
			case t.Opens && !repeats:
				open[t.Kind] = &opening{i, paragraph, starts && atStart(w.Text[:t.From]), w.Text[t.From:t.To]}
			case t.Opens: // each paragraph repeats the mark, and only the last is ended
				if runs == nil {
					runs = inlines.EmphasisRuns{}
				}
				runs[w.N()] = append(runs[w.N()], inlines.OpenKind{Kind: t.Kind, Mark: o.mark})
				if open[t.Kind] = nil; !t.Whole {
					open[t.Kind] = &opening{i, paragraph, true, o.mark}
				}
			}
		}
	}
	return runs
}

// atStart reports whether nothing but opening quotes stands before a mark.
func atStart(before string) bool { return strings.Trim(before, "\"'“‘„«") == "" }

// tokens are the marks of a row that may belong to a run.
func (p *sectionText) tokens(w *desk.Row) []inlines.MarkToken {
	var out []inlines.MarkToken
	text := w.Text
	v := p.Layout.Marks
	address := inlines.AddressScan{Text: text}
	i := 0
	if x := p.Layout.Notes; x != nil {
		if k, ok := x.ByLine[w.N()]; ok {
			i = x.Notes[k].Text
		}
	}
	for ; i < len(text); i++ {
		if len(out) > inlines.ManyMarks+len(text)/32 { // a bomb, in which no marks are read
			return nil
		}
		c := text[i]
		if c == '<' || c == '[' {
			t := inlines.TagAt(text, i)
			if t.To > 0 && t.Kind < inlines.TagKinds {
				out = append(out, inlines.MarkToken{From: i, To: t.To, Kind: 3*len(inlines.MarkSigns) + int(t.Kind), Opens: !t.Closes, Ends: t.Closes})
			}
			if t.To > 0 {
				i = t.To - 1
			}
			continue
		}
		if c != '_' && c != '*' || address.Covers(i) {
			continue
		}
		j := i + 1
		for j < len(text) && text[j] == c {
			j++
		}
		run, sign := j-i, int(inlines.SignIndex[c])-1
		if end := inlines.PartOfWord(text, i, run); end > 0 {
			i = end - 1
			continue
		}
		if _, known := v.Meaning(sign, run); known && run <= 3 {
			opens, ends := inlines.Edges(text, i, j)
			kind := (run-1)*len(inlines.MarkSigns) + sign
			out = append(out, inlines.MarkToken{From: i, To: j, Kind: kind, Opens: opens, Ends: ends})
		}
		i = j - 1
	}
	return p.unpaired(out, len(text))
}

// unpaired leaves out the tokens that the row itself pairs, but for those that stand
// round all of its size bytes, and those that neither open nor end anything.
func (p *sectionText) unpaired(ts []inlines.MarkToken, size int) []inlines.MarkToken {
	out := ts[:0]
	for _, t := range ts {
		if t.Ends {
			paired := false
			for k := len(out) - 1; k >= 0; k-- {
				if out[k].Kind == t.Kind && !out[k].Whole {
					if paired = out[k].Opens; paired && out[k].From == 0 && t.To == size {
						out[k].Whole = true
					} else if paired {
						out = append(out[:k], out[k+1:]...)
					}
					break
				}
			}
			if paired {
				continue
			}
			t.Opens = false
			if t.From == 0 {
				continue
			}
		}
		if t.Opens || t.Ends {
			out = append(out, t)
		}
	}
	return out
}
