package evidence

import (
	"strings"
	"unicode/utf8"
)

// A name and a title that stand one below the other, with no "by" between them, differ in
// their words: a title's are everyday words, a name's are seldom.

// askEveryday finds for each row what everyday says of it, where it may tell a title from a
// name: no line says by its form who wrote the story, and two short lines stand above its
// text. Elsewhere the list of words is not asked, for it is unpacked by the first who does.
func (a *around) askEveryday(word func(string) bool) {
	a.everyday = make([]int, len(a.fs))
	short := 0
	for i := range a.fs {
		f := &a.fs[i]
		a.everyday[i] = -1
		if i < a.prose && f.says&(SaysByline|SaysByAlone|SaysTitleBy|SaysAuthorLabel) != 0 {
			short = -len(a.fs)
		}
		if i < a.prose && maybeName(f) {
			short++
		}
	}
	if short < 2 || word == nil {
		return
	}
	for i := range a.fs[:a.prose] {
		if f := &a.fs[i]; maybeName(f) {
			a.everyday[i] = everyday(f.words, word)
		}
	}
}

// maybeName reports whether a line is as short as names and titles are, and has no form.
func maybeName(f *facts) bool {
	const most = 60 // characters
	return f.chars <= most && len(f.words) > 0 && len(f.words) < 9 && f.digits == 0 && f.says&(SaysLabel|SaysRule|SaysSentence|SaysHeading|SaysAddress|SaysRights) == 0
}

// everyday is how many percent of the longer words are words of English; -1 where none is
// longer, or written with other letters.
func everyday(ws []string, word func(string) bool) int {
	hit, all := 0, 0
	kinds := wordKinds()
	for _, w := range ws {
		low := strings.ReplaceAll(strings.ToLower(w), "’", "'")
		if kinds[low]&wordJoint != 0 || utf8.RuneCountInString(low) < 3 {
			continue
		}
		for i := 0; i < len(low); i++ {
			if low[i] >= utf8.RuneSelf {
				return -1
			}
		}
		if end := strings.LastIndexByte(low, '\''); end > 2 {
			low = low[:end]
		}
		if all++; word(low) {
			hit++
		}
	}
	if all == 0 {
		return -1
	}
	return percent(hit, all)
}
