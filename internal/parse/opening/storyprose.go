package opening

import (
	"strings"

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

// startsParagraph reports whether line n has a blank line above it, or is the first.
func (z *Zone) startsParagraph(n int) bool { return n == z.From || z.R.Lines[n-1].Blank() }
