// Package evidence measures passages: small integers, pure functions of the text,
// from which learned trees weigh what a passage is. It decides nothing.
package evidence

import (
	"storybind/internal/parse/passage"
)

// Limits of what is looked at above a story: so many lines that are not blank, so
// many bytes, and of the text behind them so much for words that come again.
const (
	openingLines = 90
	openingBytes = 6000
	openingLeast = 24   // lines, be they ever so long
	openingProse = 2400 // bytes of prose on end: the story is under way
	headedProse  = 1200 // the same below a chapter's heading
	proseWidth   = 46   // characters of a line that may be prose
	briefLines   = 20
	briefBody    = 60
	bodyLines    = 1500
	bodyBytes    = 48 << 10
	tailLines    = 80
	farAway      = 99
)

// An Opening is the beginning of a text, and what is known of it beforehand.
type Opening struct {
	Lines    []passage.Line         // the whole text
	From, To int                    // the stretch in which the opening lies
	Brief    bool                   // a header inside a story: only a few lines are looked at
	Says     func(n int) Says       // what line n says in definite forms
	Plain    func(n int) string     // line n without the sides of a box
	File     string                 // the file's name, without folder and ending
	Title    string                 // what envelope or licence text call the story; "" when they do not
	Names    []string               // whom they credit
	Given    func(word string) bool // whether a word in small letters is a given name
	Word     func(word string) bool // and whether one is a word of English
}

// Says are the definite forms that a line has, as the rules of headers know them.
type Says uint64

// The forms, in the order of their measures.
const (
	SaysLabel        Says = 1 << iota // a known label, "Author: ..."
	SaysSureLabel                     // one that hardly begins a sentence
	SaysUnknownLabel                  // "Word: ..."
	SaysByline                        // "by Annie"
	SaysByAlone                       // "by"
	SaysTitleBy                       // "The Lamp by Annie"
	SaysHelper                        // "Translated by Bea"
	SaysHeading                       // "Chapter 1"
	SaysContents                      // "Contents"
	SaysDate                          // "May 1999"
	SaysRights                        // "Copyright 1999"
	SaysImprint                       // "London: Hay & Co."
	SaysAddress                       // an address of mail, post or the web
	SaysPermission                    // "May be passed on"
	SaysPart                          // "Part 2/4"
	SaysField                         // "Rated PG", "For Bea"
	SaysTitleLike                     // title case, no stop
	SaysSubtitle                      // "A Tale of the Sea", "or, The Whale"
	SaysNames                         // may stand behind "by"
	SaysBareName                      // may be a name that stands alone
	SaysFullName                      // can hardly be anything but a name
	SaysStory                         // has a word for a piece of writing
	SaysSpeech                        // somebody speaks
	SaysSentence                      // is a sentence
	SaysRemark                        // sounds like a remark to the reader
	SaysScene                         // sets a scene or opens a letter
	SaysEnd                           // says that the story is over
	SaysRule                          // a rule or an ornament
	SaysNote                          // a note in brackets about the text
	SaysKnownTitle                    // the title that is known
	SaysKnownName                     // a name that is known
	SaysStop                          // header words of an archive that end it
	SaysTitleLabel                    // the label of a title
	SaysAuthorLabel                   // the label of an author
	SaysSiblings                      // further lines stand alone as it does: it may head the first of several chapters
	SaysKind                          // a word for a kind of writing alone
	SaysPairing                       // "Ann/Bea", "Ann x Bea"
	SaysRating                        // "PG-13", "Rated K+"
	SaysSeries                        // "The Lamps, Book 2", "(The Lamps #0.5)"
)

const saysCount = 39

// OpeningRows are the numbers of the lines that are measured: those that are not
// blank, from the beginning on.
func (o *Opening) rows() []int {
	var out []int
	bytes, prose, enough, most := 0, 0, openingProse, openingLines
	if o.Brief {
		most = briefLines
	}
	for n := o.From; n < o.To && len(out) < most && prose < enough; n++ {
		if l := &o.Lines[n]; !l.Blank() {
			if bytes > openingBytes && len(out) >= openingLeast {
				break
			}
			bytes += len(l.Text)
			glued := n > o.From && !o.Lines[n-1].Blank()
			short := l.Width() < proseWidth && l.Tail != passage.EndsStop // what somebody says is short as well
			if !glued && (short || n > o.From+1 && o.Lines[n-2].Blank()) {
				prose = 0
				if short && o.Says(n)&SaysHeading != 0 {
					enough = headedProse
				}
			}
			prose += len(l.Text)
			out = append(out, n)
		}
	}
	return out
}

// Measure measures the lines of the opening: their numbers, and for each the measures
// that OpeningNames lists.
func (o *Opening) Measure() (lines []int, measures [][]int32) {
	lines = o.rows()
	if len(lines) == 0 {
		return nil, nil
	}
	fs := make([]facts, len(lines))
	margin, wrap := o.margins(lines)
	for i, n := range lines {
		o.fact(&fs[i], i, n, margin, wrap)
	}
	blocks(fs, o)
	brackets(fs)
	for i := range fs[:len(fs)-1] {
		if f, g := &fs[i], &fs[i+1]; g.says&SaysRule != 0 && f.says&SaysRule == 0 && g.n == f.n+1 && abs(f.chars-g.chars) < 4 {
			f.underlined = 1
		}
	}
	s := o.surroundings(fs, wrap)
	measures = make([][]int32, len(fs))
	cells := make([]int32, 0, len(fs)*len(OpeningNames))
	for i := range fs {
		at := len(cells)
		cells = s.measure(cells, i)
		measures[i] = cells[at:len(cells):len(cells)]
	}
	return lines, measures
}

// margins are the column at which lines begin and the one that they reach, in the
// opening and the text below it.
func (o *Opening) margins(lines []int) (margin, wrap int) {
	margin = 200
	var widths [101]int
	count := 0
	for n := lines[0]; n < len(o.Lines) && count < 400; n++ {
		l := &o.Lines[n]
		if l.Blank() {
			continue
		}
		count++
		margin = min(margin, l.Indent())
		widths[min(l.Width(), 100)]++
	}
	for w, seen := 100, 0; w > 0; w-- {
		if seen += widths[w]; seen*20 > count {
			return margin, max(w, 40)
		}
	}
	return margin, 72
}
