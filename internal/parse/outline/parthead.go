package outline

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// A file of joined posts has the story's header again at the head of each part,
// or a message's envelope, or both. They part the file as headings do; what they
// repeat is set aside.

// A Cut is a stretch of lines [from, to) inside the story that is no part of it;
// an empty one only parts what stands around it.
type Cut struct {
	Reason   string
	From, To int
	Head     int // the line at which the part's head begins
}

// MayHeadPart asks quickly whether a header or an envelope may begin with a line.
func MayHeadPart(text string) bool {
	switch text[0] {
	case 'T', 't', 'F', 'f', 'S', 's', 'D', 'd', 'P', 'N', 'M', 'X', 'R':
	default:
		return false
	}
	i := strings.IndexByte(text[:min(len(text), 24)], ':')
	return i >= 4 && strings.IndexByte(strings.TrimRight(text[:i], " "), ' ') < 0 || strings.HasPrefix(text, "From ") && mail.IsPostmark(text)
}

// PartHead reads the header or envelope of a later part that begins at line n. It
// returns the first line after it, n when there is none; the heading that it
// makes: the line that numbers the part, if there is one (otherwise h.to is 0);
// and what of it the story's header has said already.
func PartHead(r *desk.Reading, n, to int) (h Heading, cuts []Cut, end int) {
	e, end := opening.EnvelopeAt(r, n, to)
	title := r.Book.Meta.Title
	if end > n && !PostsAgain(r, e) {
		return h, nil, n // a message about something else: the story's own, or another story
	}
	if end == n && title == "" {
		return h, nil, n
	}
	posted := end
	var fields []book.Field
	if hd, after := opening.LaterHeader(r, end, min(to, end+maxPartHead)); after > end {
		labels := 0
		for _, f := range hd.Fields {
			if f.Label != "" {
				labels++
			}
		}
		same := title == "" || hd.Title == "" || says.SameLetters(hd.Title, title)
		if labels > 1 && title != "" && says.SameLetters(hd.Title, title) || labels > 0 && end > n && same {
			end, fields = after, hd.Fields
			r.Failed--
		}
	}
	if end == n {
		return h, nil, n
	}
	best := 0
	if !headedBelow(r, end, to) {
		for i := n; i < end; i++ {
			if f, rank := partLineIn(r, i, title); rank >= best && rank > 0 {
				best = rank
				h = Heading{Form: f, Line: int32(i), From: int32(n), To: int32(end), Block: int32(end), Style: wording.Repeated}
			}
		}
	}
	for i := n; i < end; {
		if best > 0 && i == int(h.Line) {
			i++
			continue
		}
		if k := newIn(r, fields, i, posted, end); k > i { // a field of this part alone
			cuts = append(cuts, Cut{desk.RepeatedHeaderCut, k, k, n})
			i = k
			continue
		}
		first := i
		reason := desk.RepeatedHeaderCut
		if i < posted {
			reason = desk.MailHeaderCut
		}
		for i++; i < end && i != posted && !(best > 0 && i == int(h.Line)) && newIn(r, fields, i, posted, end) == i; i++ {
		}
		last := i
		for last > first && r.Lines[last-1].Blank() {
			last--
		}
		if first = opening.NextText(r, first, last); first < last {
			cuts = append(cuts, Cut{reason, first, last, n})
		}
	}
	return h, cuts, end
}

// PostsAgain reports whether the message e brings a later part of the story: its
// subject counts on, or says the story's title again. Messages that the story
// tells do so as well ("Re: Your Boat"); they have none of the fields that news
// and mail servers add, and the story itself came in no envelope.
func PostsAgain(r *desk.Reading, e mail.Envelope) bool {
	title := r.Book.Meta.Title
	if title == "" { // the header is still to be read
		title = r.Known.Title
	}
	same := title != "" && (says.SameLetters(e.Parts.Text, title) || numberBehind(e.Parts.Text, title) > 0)
	if e.Parts.Of > 0 && (e.Parts.Part > 1 || e.Parts.Part == 1 && same) {
		return true
	}
	return same && (r.Known.Enveloped || e.Transport)
}

// numberBehind is the number that stands behind the story's title: 2 in "The Toll (2)",
// "The Toll #2", "The Toll, part two"; 0 when none does.
func numberBehind(s, title string) int {
	if title == "" || len(s) <= len(title) || !strings.EqualFold(s[:len(title)], title) {
		return 0
	}
	rest := strings.Trim(s[len(title):], " ()[]#-:,")
	if i := strings.LastIndexByte(rest, ' '); i > 0 && wording.FindHeadingWord(rest[:i]) > 0 {
		return says.AnyNumeral(rest[i+1:])
	}
	n := wording.ReadDigits(rest + " ")
	if n.Kind != wording.Digits || n.Size != len(rest) || n.Value > 999 {
		return 0
	}
	return n.Value
}

// headedBelow reports whether a heading stands right behind a part's header: it
// serves better than the header's own lines.
func headedBelow(r *desk.Reading, end, to int) bool {
	next := opening.NextText(r, end, to)
	if next >= to {
		return false
	}
	t, title := r.Lines[next].Text, r.Book.Meta.Title
	if f := wording.FormOf(t); f.Verdict >= wording.NameAlone {
		return true
	}
	tl := says.TitleOf(t)
	return len(t) < wording.MaxHeading && tl.Part > 0 && title != "" && says.SameLetters(tl.Text, title)
}

// newIn is the line after the field that begins in line i of a part's header, when
// it says what the story's header has not said; otherwise i. Of the lines from
// posted to end, those that belong to no field repeat nothing either.
func newIn(r *desk.Reading, fields []book.Field, i, posted, end int) int {
	if i < posted || r.Lines[i].Blank() {
		return i
	}
	for k := range fields {
		f := &fields[k]
		if first := r.Src.LineAt(f.Span.Start); first == i {
			if saidBefore(r, f) {
				continue
			}
			return min(end, r.Src.LineAt(max(f.Span.Start, f.Span.End-1))+1)
		}
	}
	return i
}

// saidBefore reports whether the story's header has a field with the same value.
func saidBefore(r *desk.Reading, f *book.Field) bool {
	m := &r.Book.Meta
	switch f.Name {
	case "title":
		if says.SameLetters(says.TitleOf(f.Value).Text, m.Title) {
			return true
		}
	case "author":
		if opening.SameNames(says.AuthorsOf(f.Value), m.Authors()) {
			return true
		}
	case "subtitle":
		if rest, _, _, ok := wording.CutPart("x " + f.Value); ok && rest == "x" { // the part's number
			return true
		}
	}
	for i := range m.Fields {
		if g := &m.Fields[i]; g.Name == f.Name && says.SameLetters(g.Value, f.Value) {
			return true
		}
	}
	return false
}

// maxPartHead is the most lines that a later part's header is looked for in.
const maxPartHead = 80

// partLineIn reads line n of a header as the line that numbers the part; rank is
// 0 when it does not, and higher the nearer the line is to a heading.
func partLineIn(r *desk.Reading, n int, title string) (f wording.Form, rank int) {
	t := r.Lines[n].Text
	if len(t) > wording.MaxHeading {
		return f, 0
	}
	if f := wording.FormOf(t); f.Verdict == wording.WordNumber {
		return f, 3
	}
	skip := 0
	rank = 3
	for _, label := range [...]string{"title", "subject", "story", "story title"} {
		if char.HasFoldPrefix(t, label) {
			rest := strings.TrimLeft(t[len(label):], " ")
			if strings.HasPrefix(rest, ":") {
				skip = len(t) - len(strings.TrimLeft(rest, ": "))
				rank = 2
				if label == "subject" {
					rank = 1
				}
			}
		}
	}
	tl := says.TitleOf(t[skip:])
	if n := numberBehind(t[skip:], title); n > 0 && tl.Part == 0 {
		tl.Part, tl.Text = n, title
	}
	if tl.Part == 0 || title != "" && !says.SameLetters(tl.Text, title) {
		return f, 0
	}
	end := uint8(len(t))
	f = wording.Form{Word: wording.HeadingWords["part"], Number: int16(tl.Part), Of: int16(tl.Of), Kind: wording.Digits, Verdict: wording.WordNumber, Open: uint8(skip), Label: uint8(skip), Title: end, Close: end}
	if f.Of == 0 {
		f.Of = -1
	}
	return f, rank
}

// ValueOnly reports whether a heading is the value of a repeated field: "Title:
// The Lamp (2/3)" without its label.
func (h *Heading) ValueOnly() bool { return h.Style&wording.Repeated != 0 && h.Label == h.Open }
