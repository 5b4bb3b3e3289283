package parse

import (
	"strings"
	"unicode"

	"storybind/internal/parse/lexicon"
)

// isDateLine reports whether a line is a date and nothing else: "FEB 1999",
// "(1857)", "March 3, 1999", "12/4/98".
func isDateLine(s string) bool {
	if len(s) > 40 {
		return false
	}
	numbers, years, months := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		low := strings.ToLower(w)
		switch c := low[0]; {
		case c >= '0' && c <= '9':
			for _, end := range [...]string{"st", "nd", "rd", "th"} {
				low = strings.TrimSuffix(low, end)
			}
			if strings.Trim(low, "0123456789") != "" || len(low) > 4 {
				return false
			}
			if len(low) == 4 && low > "1400" && low < "2200" {
				years++
			} else {
				numbers++
			}
		case len(low) >= 3 && isMonth(low):
			months++
		case isWeekday(low) || low == "of" || low == "the":
		default:
			return false
		}
	}
	switch {
	case months == 1:
		return years+numbers > 0 && years+numbers < 3
	case months > 0 || years > 1:
		return false
	case numbers == 0:
		return years == 1
	}
	return years+numbers == 3 && len(s) <= 12
}

// namesDay reports whether a line that is a date names the day, as the entries
// of diaries do.
func namesDay(s string) bool {
	return len(strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsDigit(c) })) > 1
}

func isMonth(low string) bool {
	n, english := lexicon.Month(low)
	return n > 0 && english
}

func isWeekday(low string) bool { return lexicon.IsWeekday(low) }
