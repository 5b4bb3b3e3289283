package batch

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A partName is what a file's name says of the part that it holds: "lamp-part2",
// "Lamp (2 of 3)", "The Lamp - Chapter 12". A number alone says nothing: "lamp2" may
// be a sequel.
type partName struct {
	story  string // the name before it; may be empty
	word   string // "part" or "chapter"
	number int
}

// The word stands alone, "Lamp part 2", or begins with a capital, "LampPart2": the
// end of another is no part, so "Prompt 2" and "Rampart 2" are none.
var (
	partWord  = regexp.MustCompile(`(?i)^(?:(.*?)[ _.,(\[-]+)?(part|pt|chapter|chap|ch)[ _.-]*(\d{1,3})(?:[ _.-]*of[ _.-]*\d{1,3})?[)\]]?$`)
	partGlued = regexp.MustCompile(`^(.*?[\p{Ll}\d])(Part|Pt|Chapter|Chap|Ch)[ _.-]*(\d{1,3})$`)
	partOfAll = regexp.MustCompile(`(?i)^(.*?)[ _.,(\[-]*()(\d{1,3})[ _.-]*of[ _.-]*\d{1,3}[)\]]?$`)
)

// readPartName reads a file's name without its ending.
func readPartName(stem string) (partName, bool) {
	if !endsWithWord(stem) {
		return partName{}, false
	}
	for _, form := range []*regexp.Regexp{partWord, partGlued, partOfAll} {
		m := form.FindStringSubmatch(stem)
		if m == nil {
			continue
		}
		p := partName{story: m[1], word: "part"}
		if strings.HasPrefix(strings.ToLower(m[2]), "ch") {
			p.word = "chapter"
		}
		p.number, _ = strconv.Atoi(m[3])
		return p, p.number > 0
	}
	return partName{}, false
}

// endsWithWord is a quick look whether a word for a part stands before the number at
// a name's end, because most names have none.
func endsWithWord(stem string) bool {
	bare := strings.TrimRight(strings.TrimRight(strings.TrimRight(stem, ")]"), "0123456789"), " _.-")
	return slices.ContainsFunc([]string{"part", "pt", "chapter", "chap", "ch", "of"}, func(word string) bool {
		at := len(bare) - len(word)
		return at >= 0 && strings.EqualFold(bare[at:], word)
	})
}

// namedNumbers are the numbers that files' names give them as parts of one story; nil
// if one gives none, or they speak of different stories.
func namedNumbers(files []found) []int {
	var first partName
	var out []int
	for i, f := range files {
		p, ok := readPartName(stem(f.path))
		if i == 0 {
			first = p
		}
		if !ok || p.word != first.word || !strings.EqualFold(p.story, first.story) {
			return nil
		}
		out = append(out, p.number)
	}
	return out
}
