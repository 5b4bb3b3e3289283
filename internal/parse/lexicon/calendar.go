package lexicon

import (
	"strconv"
	"sync"
)

type calendarTable struct {
	months  map[string]monthWord
	days    map[string]bool
	smalls  map[string]bool
	english map[string]bool // days
	posted  [256][]string
}

type monthWord struct {
	number  int8
	english bool
}

var calendar = sync.OnceValue(func() *calendarTable {
	t := &calendarTable{months: map[string]monthWord{}, days: map[string]bool{}, smalls: map[string]bool{}, english: map[string]bool{}}
	read("calendar", func(l line) {
		l.each(func(word string, _ bool) {
			switch l.key {
			case "day":
				t.days[word] = true
				if l.language == "en" {
					t.english[word] = true
				}
			case "small":
				t.smalls[word] = true
			case "posted":
				t.posted[word[0]] = append(t.posted[word[0]], word)
			default:
				if n, err := strconv.Atoi(l.key); err == nil && t.months[word].number == 0 {
					t.months[word] = monthWord{int8(n), l.language == "en"}
				}
			}
		})
	})
	return t
})

// Month is the number of the month that a word in small letters names (January
// is 1), and whether the word is English; 0 when it names none.
func Month(word string) (number int, english bool) {
	m := calendar().months[word]
	return int(m.number), m.english
}

// IsWeekday reports whether a word in small letters is a day of the week, in full
// or, in English, shortened.
func IsWeekday(word string) bool { return calendar().days[word] }

// PostedWords stand before a date and say what was done that day: "posted", "publié le". They
// are listed by their first byte.
func PostedWords() *[256][]string { return &calendar().posted }

// IsDateWord reports whether a word is one of the small words inside dates: "of", "de".
func IsDateWord(word string) bool { return calendar().smalls[word] }
