package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// IsDateLine reports whether a line is a date and nothing else: "FEB 1999",
// "(1857)", "March 3, 1999", "12/4/98", "le 1er mai 1915", "3 травня 1999 р.", "2004年3月5日".
func IsDateLine(s string) bool {
	if len(s) > 90 || len(s) > 40 && utf8.RuneCountInString(s) > 40 {
		return false
	}
	if year := strings.IndexAny(s, "年년"); year > 0 && year <= 4 {
		return isCountedDate(s)
	}
	numbers, years, months, dayFirst, foreign := 0, 0, 0, false, false
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !wording.IsWordPart(c) && !unicode.IsDigit(c) }) {
		low := strings.ToLower(w)
		if c := low[0]; c >= '0' && c <= '9' {
			n := wording.DigitsBefore(low)
			if n.Kind == wording.NoNumeral || n.Size > 4 || n.Size < len(low) && wording.OrdinalEnd(low[n.Size:]) != len(low)-n.Size {
				return false
			}
			if n.Size == 4 && n.Value > 1400 && n.Value < 2200 {
				years++
			} else {
				numbers++
				dayFirst = dayFirst || months == 0
			}
			continue
		}
		number, english := lexicon.Month(low)
		switch {
		case number > 0:
			months++
			foreign = foreign || !english
		case lexicon.IsWeekday(low), lexicon.IsDateWord(low):
		default:
			return false
		}
	}
	switch {
	case months == 1:
		return years+numbers > 0 && years+numbers < 3 && (!foreign || years > 0 || dayFirst) // "Mars 2" is none
	case months > 0 || years > 1:
		return false
	case numbers == 0:
		return years == 1
	}
	return years+numbers == 3 && len(s) <= 12
}

// PlacesDate reports whether a line is a place and a date with its year: "Leith, October 2003".
func PlacesDate(s string) bool {
	place, date, ok := strings.Cut(s, ", ")
	return ok && strings.Count(place, " ") < 3 && !FirstIsLower(place) && !strings.ContainsAny(place, "0123456789") && IsDateLine(date) && monthOf(strings.ToLower(place)) == 0 && len(date) > 3 && char.IsYear(date[len(date)-4:])
}

// isCountedDate reports whether a line is a date as Chinese, Japanese and Korean
// count it: "2004年3月5日", "2004년 3월".
func isCountedDate(s string) bool {
	for _, c := range s {
		if c != ' ' && (c < '0' || c > '9') && !strings.ContainsRune("年月日년월일", c) {
			return false
		}
	}
	return true
}

// NamesDay reports whether a line that is a date names the day, as the entries
// of diaries do.
func NamesDay(s string) bool {
	return len(strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsDigit(c) })) > 1
}

// monthOf is the number of the month that a word in small letters names, in any
// language; 0 when it names none.
func monthOf(low string) int {
	n, _ := lexicon.Month(low)
	return n
}

// IsMonth reports whether low, in small letters, is an English month.
func IsMonth(low string) bool {
	n, english := lexicon.Month(low)
	return n > 0 && english
}

func isWeekday(low string) bool { return lexicon.IsWeekday(low) }

// IsEra reports whether a line is a year of an era and nothing else: "A. D. 484", "(407 B.C.)".
func IsEra(s string) bool {
	if len(s) > 20 {
		return false
	}
	var b [24]byte
	key := string(char.AppendKey(b[:0], s))
	for _, era := range [...]string{"ad", "bc", "ce", "bce"} {
		rest, ok := strings.CutPrefix(key, era)
		if !ok {
			rest, ok = strings.CutSuffix(key, era)
		}
		if ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return true
		}
	}
	return false
}
