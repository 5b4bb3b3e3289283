package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/build"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Limits of end matter: a longer tail is part of the story.
const (
	tailLines  = 400 // lines looked at, from the last one up
	tailChunks = 80  // of these, stretches between blank lines
)

// endMatter reads what stands after the story's end (notes, feedback, a
// signature) into back matter, and returns the line at which the story ends.
//
// The end is the line that says so ("THE END"), when no heading and not much
// text follows it; without one, the first of the notes with which the file ends.
func endMatter(r *desk.Reading, from, to int) int {
	e := findStoryEnd(r, from, to)
	r.CountBreaks(from, e.end)
	if e.mark >= 0 && says.GoesOnElsewhere(r.Lines[e.mark].Text) {
		r.Remark("to-be-continued", diag.Note, e.mark, e.mark+1, "the story says that it goes on elsewhere", "convert the parts together to have them in one book")
	}
	if e.notes >= 0 {
		for n := e.end; n < e.notes; n++ { // the rule between the end and the notes
			if all, _ := passage.Letters(r.Lines[n].Text); all > 0 {
				r.SetAside("rule before the notes", n, n+1)
			}
		}
		endNotes(r, e.notes, to)
	}
	return e.end
}

// A storyEnd is where a story ends.
type storyEnd struct {
	end   int // the first line that is no part of the story
	mark  int // the line that says so; -1 when there is none
	notes int // the first line of the notes after it; -1 when there are none
}

func findStoryEnd(r *desk.Reading, from, to int) storyEnd {
	for to > from && r.Lines[to-1].Blank() {
		to--
	}
	e := storyEnd{end: to, mark: -1, notes: -1}
	chunks := tail(r, from, to)
	at := theEndIn(r, chunks, from, to)
	if at >= 0 {
		e.mark = chunks[at].from
		if first := creditsAboveEnd(r, chunks, at); first < at {
			at = first
		} else {
			at++
		}
	} else {
		at = notesIn(r, chunks)
	}
	if at < 0 || at == len(chunks) {
		return e
	}
	e.end = chunks[at].from
	for at < len(chunks) && r.Lines[chunks[at].from].Marks&passage.IsMark != 0 {
		at++ // a rule between the end and the notes
	}
	if at < len(chunks) {
		e.notes = chunks[at].from
	} else {
		e.end = to
	}
	return e
}

// endNotes makes a section of the notes in lines [from, to). They have a layout of
// their own: archives wrap them even where the story is not wrapped.
func endNotes(r *desk.Reading, from, to int) {
	for to > from && r.Lines[to-1].Blank() {
		to--
	}
	story := r.Layout
	r.Layout = r.LayoutOf(from, to)
	r.Layout.Apart = true
	r.Layout.Hyphens, r.Layout.Marks, r.Layout.Notes, r.Layout.Ruby = story.Hyphens, story.Marks, story.Notes, story.Ruby
	defer func() { r.Layout = story }()

	s := &book.Section{ID: "end-notes", Role: book.Notes, Span: r.Span(from, to)}
	r.DropContacts(from, to)
	first := opening.NextText(r, from, to)
	if first == to { // it was an address alone
		return
	}
	if l := &r.Lines[first]; first+1 < to && says.HeadsNotes(l.Text) {
		s.Heading = l.Folded()
		s.Title = []book.Inline{book.Text{Value: strings.Trim(s.Heading, " *_~=-:#[]")}}
		first++
	}
	for n := first; n < to; n++ { // rules that set the notes off from each other part no scenes
		if t := r.Lines[n].Text; isLongRule(t) {
			r.SetAside("rule in the notes", n, n+1)
			clear(r, n, n+1)
		}
	}
	s.Blocks = build.Blocks(r, first, to)
	notes := len(s.Blocks) > 0
	for _, b := range s.Blocks {
		_, ok := b.(*book.Note)
		notes = notes && ok
	}
	if notes {
		s.Role = book.Endnotes
	}
	r.Book.Back = append(r.Book.Back, s)
	r.Remark("end-matter", diag.Note, from, to, "what stands after the story's end is kept apart, as notes", "")
}

// isLongRule reports whether a line is a rule drawn with dashes or their like.
func isLongRule(s string) bool {
	const least = 10 // signs
	return len(s) >= least && strings.IndexByte("-=_~*#", s[0]) >= 0 && strings.Trim(s, s[:1]) == ""
}

// A chunk is lines [from, to) between blank lines.
type chunk struct{ from, to int }

// tail are the last chunks of lines [from, to), in the order of the story.
func tail(r *desk.Reading, from, to int) []chunk {
	var out []chunk
	for n := to; n > from && to-n < tailLines && len(out) < tailChunks; {
		end := n
		for n > from && !r.Lines[n-1].Blank() && r.Lines[n-1].Marks&passage.IsMark == 0 {
			n--
		}
		if n == end { // a mark
			n--
		}
		out = append(out, chunk{n, end})
		for n > from && r.Lines[n-1].Blank() {
			n--
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// theEndIn finds the chunk that says that the story ends; -1 when there is none.
func theEndIn(r *desk.Reading, chunks []chunk, from, to int) int {
	end, after, plain := -1, 0, 0
	for k := len(chunks) - 1; k >= 0; k-- {
		c := chunks[k]
		l := &r.Lines[c.from]
		if c.to-c.from == 1 && says.IsTheEnd(l.Text) {
			if end >= 0 && plain > 0 {
				return end // what stands between two ends is story
			}
			end, plain = k, 0
			continue
		}
		if _, _, after := outline.OtherStory(r, c.from, from, to); after > c.from || postedAt(r, c.from, to) {
			return end
		}
		if l.Marks&passage.IsHead != 0 || (c.to-c.from == 1 && wording.LooksLikeHeading(l.Text) || c.to-c.from < 6 && partOf(l.Text)) && !noteLabel(r, c) && !says.ClaimsRights(l.Text) { // "(c) 2011" numbers no section
			return end
		}
		if after += c.to - c.from; end < 0 && after > 60 && after*8 > to-from {
			return -1
		}
		if !noteLabel(r, c) && l.Marks&passage.IsMark == 0 {
			plain++
		}
		if end >= 0 && plain > 2 {
			return end
		}
	}
	return end
}

// postedAt reports whether a later part of the story, as it was posted, begins at line n.
func postedAt(r *desk.Reading, n, to int) bool {
	if !outline.MayHeadPart(r.Lines[n].Text) {
		return false
	}
	_, _, end := outline.PartHead(r, n, to)
	return end > n
}

// numbered reports whether the first chunk is a line of its own that heads notes, and
// nothing but numbered notes follows.
func numbered(r *desk.Reading, chunks []chunk) bool {
	if chunks[0].to-chunks[0].from > 1 || !says.HeadsNotes(r.Lines[chunks[0].from].Text) || len(chunks) < 2 {
		return false
	}
	for _, c := range chunks[1:] {
		t := strings.TrimLeft(r.Lines[c.from].Text, "[({")
		if n := wording.DigitsBefore(t); n.Kind == wording.NoNumeral || n.Size == len(t) || strings.IndexByte(".)]}:", t[n.Size]) < 0 {
			return false
		}
	}
	return true
}

// partOf reports whether a line ends with "(2/3)" or "[2/?]", as the heads of posted parts do.
func partOf(s string) bool {
	s = strings.TrimRight(s, ")] ")
	i := strings.LastIndexByte(s, '/')
	return i > 0 && i+1 < len(s) && len(s) < 100 && char.IsDigit(rune(s[i-1])) && (char.IsDigit(rune(s[i+1])) || s[i+1] == '?') && len(s)-i < 5
}

// headsEndMatter reports whether a line heads end matter without anything that parts
// it from the story.
func headsEndMatter(s string) bool {
	key := char.PlainKey(s)
	return key == "endnotes" || key == "abouttheauthor"
}

// betweenRules reports whether chunk k stands between marks, or between one and the
// end of the file.
func betweenRules(r *desk.Reading, chunks []chunk, k int) bool {
	rule := func(c chunk) bool { return r.Lines[c.from].Marks&passage.IsMark != 0 }
	return rule(chunks[k-1]) && (k+1 == len(chunks) || rule(chunks[k+1]))
}

// signature reports whether what begins with a line "--" may be somebody's signature:
// below the line stands a name, and no sentence of a last scene.
func signature(r *desk.Reading, c chunk) bool {
	below := r.Lines[c.from+1].Text
	return !says.IsSentence(below) && !char.OpensQuote(below)
}

// notesIn finds the chunk with which end matter begins in a story that does not
// say where it ends; -1 when there is none.
func notesIn(r *desk.Reading, chunks []chunk) int {
	start, last := -1, len(chunks)-1
	const most = 8 // lines of a signature, the "--" above it included
	for k := last; k > 0 && chunks[len(chunks)-1].to-chunks[k].from <= most; k-- {
		if r.Lines[chunks[k].from].Text == "--" && chunks[k].to-chunks[k].from > 1 && signature(r, chunks[k]) {
			start, last = k, k-1
		}
	}
	for k := last; k > 0; k-- {
		c := chunks[k]
		l := &r.Lines[c.from]
		switch {
		case noteLabel(r, c) || endCredit(r, c) || tellsLife(r, c) && (start >= 0 && r.Lines[chunks[k-1].from].Marks&passage.IsMark != 0 || betweenRules(r, chunks, k)) || asksForMail(r, c) && betweenRules(r, chunks, k) || l.Text == "--" && len(chunks)-k <= 4 && (c.to-c.from == 1 || signature(r, c)):
			start = k
		case l.Marks&passage.IsHead != 0:
			return start
		case l.Marks&passage.IsMark != 0 || start >= 0 && says.HeadsNotes(l.Text):
		case start >= 0:
			return start
		case len(chunks)-k > 12:
			return -1
		default:
			// Paragraphs at the very end may belong to notes that begin above them,
			// when something parts those from the story, or they are headed "End Notes".
			for j := k - 1; j > 0 && j > k-12; j-- {
				d := chunks[j]
				if says.ClaimsRights(r.Lines[d.from].Text) && d.to-d.from < 5 {
					return j
				}
				if noteLabel(r, d) && says.OwnersLabel(r.Lines[d.from].Text) && (r.Lines[chunks[j-1].from].Marks&passage.IsMark != 0 || d.from-chunks[j-1].to > 1 || headsEndMatter(r.Lines[d.from].Text) || numbered(r, chunks[j:])) {
					return j
				}
				if wording.LooksLikeHeading(r.Lines[d.from].Text) {
					break
				}
			}
			return -1
		}
	}
	return start
}
