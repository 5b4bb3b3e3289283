package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// isDateLine reports whether a line is a date and nothing else: "FEB 1999",
// "(1857)", "March 3, 1999", "12/4/98", "le 1er mai 1915", "3 травня 1999 р.", "2004年3月5日".
func isDateLine(s string) bool {
	if len(s) > 90 || len(s) > 40 && utf8.RuneCountInString(s) > 40 {
		return false
	}
	if year := strings.IndexAny(s, "年년"); year > 0 && year <= 4 {
		return isCountedDate(s)
	}
	numbers, years, months, dayFirst, foreign := 0, 0, 0, false, false
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !isWordPart(c) && !unicode.IsDigit(c) }) {
		low := strings.ToLower(w)
		if c := low[0]; c >= '0' && c <= '9' {
			n := digitsBefore(low)
			if n.kind == noNumeral || n.size > 4 || n.size < len(low) && ordinalEnd(low[n.size:]) != len(low)-n.size {
				return false
			}
			if n.size == 4 && n.value > 1400 && n.value < 2200 {
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

// namesDay reports whether a line that is a date names the day, as the entries
// of diaries do.
func namesDay(s string) bool {
	return len(strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsDigit(c) })) > 1
}

// monthOf is the number of the month that a word in small letters names, in any
// language; 0 when it names none.
func monthOf(low string) int {
	n, _ := lexicon.Month(low)
	return n
}

func isMonth(low string) bool {
	n, english := lexicon.Month(low)
	return n > 0 && english
}

func isWeekday(low string) bool { return lexicon.IsWeekday(low) }

// isEra reports whether a line is a year of an era and nothing else: "A. D. 484", "(407 B.C.)".
func isEra(s string) bool {
	if len(s) > 20 {
		return false
	}
	var b [24]byte
	key := string(appendKey(b[:0], s))
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
