package opening

import (
	"strings"

	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// What stands above or between labels may be a remark of the poster, or the story
// itself, in which somebody reads a card ("Title: The Eel Wife") or a sign
// ("Warning: wet paint"). Wrapped prose that says nothing to readers, and
// dialogue, are the story's.

// proseAt reports whether a paragraph of the story begins in line n: two lines or
// more, wrapped, that end like a sentence, without a word to the reader. end is
// the line after it.
func (z *Zone) proseAt(n int) (end int, ok bool) {
	for end = n; end < z.To && !z.R.Lines[end].Blank(); end++ {
		t := z.R.Lines[end].Text
		if weight, person := says.RemarkWeight(t); weight > 0 || person || z.labelled(end) || IsRule(t) {
			return end, false
		}
		if end > n && !z.full(end-1, end) {
			return end, false
		}
	}
	if end-n < 2 || strings.IndexByte("[({*", z.R.Lines[n].Text[0]) >= 0 {
		return end, false
	}
	last := strings.TrimRight(z.R.Lines[end-1].Text, "\"'”’*_")
	return end, strings.HasSuffix(last, ".") || strings.HasSuffix(last, "!") || strings.HasSuffix(last, "?")
}

// speechAt reports whether a paragraph of dialogue begins in line n: it opens with
// a quotation mark, and somebody is named or spoken of behind the closing one, or
// several sentences are spoken.
func (z *Zone) speechAt(n int) bool {
	t := z.R.Lines[n].Text
	if !says.OpensSpeech(t) || says.TitleLike(t) {
		return false
	}
	for _, mark := range [...]string{",\" ", "!\" ", "?\" ", ".\" ", ",” ", "!” ", "?” ", ".” "} {
		if i := strings.Index(t, mark); i > 0 && i+len(mark) < len(t) && t[i+len(mark)] != '-' && t[i+len(mark)] != '(' {
			return true
		}
	}
	return false
}

// speaks reports whether line n is speech alone in its paragraph, above neither byline,
// label nor rule, as titles in quotation marks stand.
func (z *Zone) speaks(n int) bool {
	t := z.R.Lines[n].Text
	next := NextText(z.R, n+1, z.To)
	if !says.OpensSpeech(t) || says.Sentences(strings.TrimRight(t, "\"”’»“")) == 0 || next == n+1 || next == z.To {
		return false
	}
	return z.forms(next)&(evidence.SaysByline|evidence.SaysByAlone|evidence.SaysBareName|evidence.SaysLabel|evidence.SaysRule|evidence.SaysRights|evidence.SaysDate|evidence.SaysAddress|evidence.SaysSubtitle) == 0 && says.Sentences(z.R.Lines[next].Text) > 0
}

// stanza reports whether the first line of a stanza stands in line n: short lines follow it
// right below, the next in small letters, and none has a form of title pages.
func (z *Zone) stanza(n int) bool {
	const least, wide = 3, 60 // lines; columns
	end := n
	for ; end < z.To && !z.R.Lines[end].Blank(); end++ {
		if z.R.Lines[end].Width() > wide || z.forms(end)&(evidence.SaysByline|evidence.SaysByAlone|evidence.SaysBareName|evidence.SaysLabel|evidence.SaysUnknownLabel|evidence.SaysRule|evidence.SaysRights|evidence.SaysDate|evidence.SaysAddress|evidence.SaysField|evidence.SaysKind|evidence.SaysSeries|evidence.SaysPart|evidence.SaysHelper) != 0 {
			return false
		}
	}
	return end-n >= least && says.FirstIsLower(z.R.Lines[n+1].Text)
}

// startsParagraph reports whether line n has a blank line above it, or is the first.
func (z *Zone) startsParagraph(n int) bool { return n == z.From || z.R.Lines[n-1].Blank() }
