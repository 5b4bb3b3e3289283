package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
)

// frontNoteEnd is the line after a note in brackets that begins in line n and says
// where a printed story comes from, or what its transcriber did; n when none does.
func (z *Zone) frontNoteEnd(n, end int) int {
	t := z.R.Lines[n].Text
	if t[0] != '[' || !z.startsParagraph(n) {
		return n
	}
	k := n
	for k < min(end, n+12) && !z.R.Lines[k].Blank() && !strings.Contains(z.R.Lines[k].Text, "]") {
		k++
	}
	if k >= min(end, n+12) || z.R.Lines[k].Blank() || !strings.HasSuffix(z.R.Lines[k].Text, "]") || k+1 < end && !z.R.Lines[k+1].Blank() {
		return n
	}
	inside := t[1:]
	for _, lead := range [...]string{"transcri", "from ", "illustration", "editor", "note", "this etext", "this e-text", "originally", "first published", "reprinted"} {
		if char.HasFoldPrefix(inside, lead) {
			return k + 1
		}
	}
	return n
}

// kindBefore makes a field of the words before "by", where line n ends in it and names the kind
// of writing: "_A Novel of the Winter by_". at is the byte where "by" begins, else 0.
func (z *Zone) kindBefore(n int) (at int) {
	text := z.R.Lines[n].Text
	if at = strings.LastIndex(strings.ToLower(text), " by") + 1; at == 0 || len(strings.ToLower(text)) != len(text) || !says.NamesStory(text[:at]) {
		return 0
	}
	e := z.named("subtitle", n, at)
	if z.entryNamed("subtitle") != nil {
		e.name = "notes"
	}
	e.value = strings.TrimLeft(e.value, "_*~ ")
	z.entries = append(z.entries, e)
	return at
}

// subtitleOfByline reports whether line n, a few words without a stop, stands above
// a byline, as a subtitle does: "a Deep Orbit story in three parts", "Novela corta".
func (z *Zone) subtitleOfByline(n int) bool {
	text := says.Unboxed(z.R.Lines[n].Text)
	if text == "" || len(text) > 70 || says.IsSentence(text) || strings.IndexByte(".,;:", text[len(text)-1]) >= 0 || z.heading(n) || z.labelled(n) {
		return false
	}
	by := NextText(z.R, n+1, min(z.To, n+3))
	if by >= min(z.To, n+3) || by > n+1 && !says.NamesKind(text) {
		return false
	}
	b, ok := says.BylineOf(says.Unboxed(z.R.Lines[by].Text))
	return ok && !b.Alone && (by+1 >= z.To || z.R.Lines[by+1].Blank())
}
