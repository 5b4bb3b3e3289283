package matter

import (
	"net/mail"
	"strings"
	"time"
)

// epoch is the time in a book whose story has no date: never the clock, never
// the file's time, so the same story gives the same bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// layouts of dates in headers, day first where a month is named. Numbers alone
// ("3/4/99") mean different days on the two sides of the Atlantic and are left.
var layouts = []struct{ in, out string }{
	{"2006-01-02", "2006-01-02"}, {"2006/01/02", "2006-01-02"}, {"2006-01", "2006-01"},
	{"January 2, 2006", "2006-01-02"}, {"Jan 2, 2006", "2006-01-02"}, {"January 2 2006", "2006-01-02"}, {"Jan 2 2006", "2006-01-02"},
	{"2 January 2006", "2006-01-02"}, {"2 Jan 2006", "2006-01-02"}, {"2-Jan-2006", "2006-01-02"}, {"Jan. 2, 2006", "2006-01-02"},
	{"January, 2006", "2006-01"}, {"January 2006", "2006-01"}, {"Jan 2006", "2006-01"}, {"2006", "2006"},
	{"2006-01-02T15:04:05Z07:00", "2006-01-02"}, {"2006-01-02 15:04:05", "2006-01-02"},
}

// dateOf reads a date as headers write it. It returns the time in UTC, and the
// date as EPUB and XMP want it (W3C Date and Time Formats); zero and "" when
// the text is no date, or none between 1000 and 9999.
func dateOf(s string) (time.Time, string) {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), ".")
	if t, err := mail.ParseDate(s); err == nil {
		return t.UTC(), t.UTC().Format("2006-01-02")
	}
	for _, l := range layouts {
		if t, err := time.Parse(l.in, s); err == nil && t.Year() >= 1000 {
			return t, t.Format(l.out)
		}
	}
	return time.Time{}, ""
}
