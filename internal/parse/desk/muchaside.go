package desk

import (
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// Limits of what may be set aside of a story without a warning. What archives put
// around it (its frame) is no part of it, and what a person takes out is said.
const (
	leastAside = 25  // words: less is a title and its byline
	mostAside  = 300 // words, lists of contents and repeated headings apart
	shareAside = 10  // a tenth of the story
)

// asideKinds are the reasons for setting aside that are no loss to the story: frames,
// what a person asked for, and what the book says in another way.
var asideKinds = map[string]asideKind{
	"licence text": ofFrame, "credits of the electronic text": ofFrame, MailHeaderCut: ofFrame, ArchiveWordsCut: ofFrame, "archive's colophon": ofFrame, "archive's footer": ofFrame,
	"archive's notes on its marks": ofFrame, "banner": ofFrame, "a digest's list of messages": ofFrame, "spoiler space": ofFrame, "page number": ofFrame, "note for typesetters": ofFrame, "tag": ofFrame,
	"comment count": ofFrame, "a web page's buttons": ofFrame, "dropped": ofFrame, "overruled": ofFrame, "e-mail address": ofFrame,
	"printed contents": ofContents, "list of illustrations": ofContents, RepeatedTitle: ofContents, EdgeMark: ofContents,
}

type asideKind uint8

const (
	unexplained asideKind = iota
	ofFrame
	ofContents
)

// TellMuchAside warns when more than a tenth of the story, or more words than lists
// of contents and repeated headings explain, are set aside.
func (r *Reading) TellMuchAside() {
	frame, bytes, all, others := 0, 0, 0, 0
	var longest source.Span
	for _, a := range r.Book.SetAside {
		kind, raw := asideKinds[a.Reason], a.Span.Raw()
		if kind == ofFrame {
			frame += len(raw)
			continue
		}
		n := len(strings.Fields(raw))
		bytes += len(raw)
		if all += n; kind != ofContents || proseIn(a.Span) {
			others += n
		}
		if longest.IsZero() || len(raw) > len(longest.Raw()) {
			longest = a.Span
		}
	}
	if all < leastAside || others <= mostAside && bytes*shareAside <= len(r.Src.Body)-frame {
		return
	}
	r.TellAside("much-set-aside", diag.Warning, r.Src.LineAt(longest.Start), r.Src.LineAt(longest.End-1)+1,
		inlines.Decimal(all)+" words of the story were taken for lists of contents, repetitions or marks; the longest", "if it is text, keep its lines with --keep-lines")
}

// proseIn reports whether a stretch holds sentences of prose: three lines of text that
// follow each other, filled as a wrap fills them.
func proseIn(at source.Span) bool {
	run := 0
	for _, raw := range strings.Split(at.Raw(), "\n") {
		var l passage.Line
		if passage.Measure(&l, raw, 0); len(l.Text) < 50 || l.Marks&passage.HasGaps != 0 {
			run = 0
			continue
		}
		if run++; run > 2 {
			return true
		}
	}
	return false
}
