package parse

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
)

// What is printed below a story's last line without a label: a claim of copyright,
// who put the file where, who the author is.

// uploads begin what those who made or moved a file write below it.
var uploads = []string{"uploaded", "typed by", "typed in by", "typed for", "scanned by", "scanned and", "ocr by", "proofread by", "converted by", "converted to", "formatted by", "transcribed by", "transcribed for", "originally posted", "first posted", "posted to", "posted by",
	"first published", "originally published", "first appeared", "originally appeared", "reprinted ", "this story first appeared", "this story originally appeared", "this file was", "this file is", "this text file", "this text was", "downloaded from", "copied from", "archived at", "archived by", "distributed by", "brought to you by"}

// endCredit reports whether a chunk at a story's end is such a credit.
func endCredit(r *desk.Reading, c chunk) bool {
	const most = 12 // lines
	if c.to-c.from > most {
		return false
	}
	s := r.Lines[c.from].Text
	if says.ClaimsRights(s) {
		return true
	}
	t := strings.ToLower(strings.TrimLeft(s[:min(len(s), 60)], " *_~=-:#[(<"))
	for _, lead := range uploads {
		if strings.HasPrefix(t, lead) {
			return c.to-c.from < 5
		}
	}
	proof, addresses := 0, 0
	for n := c.from; n < c.to; n++ {
		proof += opening.BannerWords(r.Lines[n].Text)
		if says.BareAddress(r.Lines[n].Text) {
			addresses++
		}
	}
	return proof > 2 || addresses == c.to-c.from
}

// asksForMail reports whether a chunk of a few lines gives an address to write to, as
// nobody does in a story's last scene: it stands below a rule, and says no speech.
func asksForMail(r *desk.Reading, c chunk) bool {
	const most = 4 // lines
	if c.to-c.from > most || char.OpensQuote(r.Lines[c.from].Text) {
		return false
	}
	for n := c.from; n < c.to; n++ {
		if _, ok := says.NextAddress(r.Lines[n].Text, 0); ok {
			return true
		}
	}
	return false
}

// livesWords tell of an author's life, as no last scene of a story does.
var livesWords = []string{" lives in ", " lives with ", " is the author of ", " was born in ", " has written ", " has published ", " have appeared in ", " has appeared in ", " have been seen ", " is a writer ", " writes ", "stories have ", "tales have ", "fiction has ", "novels include", "work has appeared", "can be reached at",
	" lebt in ", " wurde in ", " vit à ", " est né", " vive en ", " nació en ", " живёт в ", " родился в ", " родилась в "}

// tellsLife reports whether a chunk begins with somebody's name and says where that
// person lives and what has been written.
func tellsLife(r *desk.Reading, c chunk) bool {
	text := says.FoldSpace(r.Span(c.from, c.to).Raw())
	if len(text) > 1200 || char.OpensQuote(text) {
		return false
	}
	words := strings.Fields(text[:min(len(text), 80)])
	if len(words) < 4 || !says.NamesLike(strings.Trim(words[0]+" "+words[1], "*_,")) {
		return false
	}
	proofs := 0
	for _, name := range r.Book.Meta.Authors() { // who tells a story is seldom in it
		if char.HasFoldPrefix(strings.TrimLeft(text, "*_ "), strings.ToLower(name)+" ") {
			proofs++
		}
	}
	for _, w := range livesWords {
		if strings.Contains(text, w) {
			proofs++
		}
	}
	return proofs > 1
}

// creditsAboveEnd is the first of the chunks that stand right above the line which
// says that the story ends, and are no part of it: a claim of copyright, and what is
// permitted. It is end when there are none.
func creditsAboveEnd(r *desk.Reading, chunks []chunk, end int) int {
	const most = 3 // chunks below the claim
	for k := end - 1; k > 0 && end-k <= most+1; k-- {
		c := chunks[k]
		if says.ClaimsRights(r.Lines[c.from].Text) {
			return k
		}
		if c.to-c.from > 4 || char.OpensQuote(r.Lines[c.from].Text) {
			break
		}
	}
	return end
}
