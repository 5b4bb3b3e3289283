package convert

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A PartName is what a file's name says of the part that it holds: "lamp-part2",
// "Lamp (2 of 3)", "The Lamp - Chapter 12". A number alone says nothing: "lamp2" may
// be a sequel.
type PartName struct {
	Story  string // the name before it; may be empty
	Word   string // "part" or "chapter"
	Number int
}

// The word stands alone, "Lamp part 2", or begins with a capital, "LampPart2": the
// end of another is no part, so "Prompt 2" and "Rampart 2" are none.
var partForms = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(?:(.*?)[ _.,(\[-]+)?(part|pt|chapter|chap|ch)[ _.-]*(\d{1,3})(?:[ _.-]*of[ _.-]*\d{1,3})?[)\]]?$`),
		regexp.MustCompile(`^(.*?[\p{Ll}\d])(Part|Pt|Chapter|Chap|Ch)[ _.-]*(\d{1,3})$`),
		regexp.MustCompile(`(?i)^(.*?)[ _.,(\[-]*()(\d{1,3})[ _.-]*of[ _.-]*\d{1,3}[)\]]?$`),
	}
})

// ReadPartName reads a file's name without its ending.
func ReadPartName(stem string) (PartName, bool) {
	if !endsWithWord(stem) {
		return PartName{}, false
	}
	for _, form := range partForms() {
		m := form.FindStringSubmatch(stem)
		if m == nil {
			continue
		}
		p := PartName{Story: m[1], Word: "part"}
		if strings.HasPrefix(strings.ToLower(m[2]), "ch") {
			p.Word = "chapter"
		}
		p.Number, _ = strconv.Atoi(m[3])
		return p, p.Number > 0
	}
	return PartName{}, false
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

// PartNumbers are the numbers that files' names, without endings, give them as parts of
// one story; nil if one gives none, or they speak of different stories.
func PartNumbers(stems []string) []int {
	var first PartName
	var out []int
	for i, stem := range stems {
		p, ok := ReadPartName(stem)
		if i == 0 {
			first = p
		}
		if !ok || p.Word != first.Word || !strings.EqualFold(p.Story, first.Story) {
			return nil
		}
		out = append(out, p.Number)
	}
	return out
}
