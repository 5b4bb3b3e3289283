package says

import "strings"

// WithoutAuthor takes the author's name off a title that begins or ends with it:
// "Annie Lee: The Lamp", "The Lamp - Annie Lee", where another line credits Annie Lee.
func WithoutAuthor(title string, authors []string) string {
	for _, name := range authors {
		if n := len(name); n > 3 && len(title) > n+4 && strings.EqualFold(title[:n], name) {
			if rest := strings.TrimLeft(title[n:], " :-–—"); strings.HasPrefix(title[n:], ": ") || strings.HasPrefix(title[n:], " -") || strings.HasPrefix(title[n:], " –") || strings.HasPrefix(title[n:], " —") {
				return rest
			}
		}
		for _, joint := range [...]string{" -- ", " - ", " – ", " — "} {
			if at := len(title) - len(name) - len(joint); at > 0 && title[at:at+len(joint)] == joint && strings.EqualFold(title[at+len(joint):], name) {
				return title[:at]
			}
		}
	}
	return title
}
