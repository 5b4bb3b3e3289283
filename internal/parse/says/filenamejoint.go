package says

import "strings"

// joinedPerson reads a file's name in which a comma, a stop or a word parts title and person:
// "Paper Boats, Annie Lee", "Annie Lee. Paper Boats", "Das Boot am Wehr von Annie Lee". The
// person's name must be one that people bear, and the title none. ok is false when it does not.
func joinedPerson(name string) (title, author string, ok bool) {
	person := func(s string) bool { return strings.IndexByte(s, ' ') > 0 && IsPersons(s) }
	for _, joint := range [...]string{" von ", " par ", " por ", " door ", " av ", " af ", " di ", " de "} {
		if i := strings.LastIndex(name, joint); i > 0 && person(name[i+len(joint):]) && strings.IndexByte(name[:i], ' ') > 0 {
			return name[:i], name[i+len(joint):], true
		}
	}
	if title, author, ok = strings.Cut(name, ", "); ok && person(author) && strings.IndexByte(title, ' ') > 0 && !IsPersons(title) {
		return title, author, true
	}
	if author, title, ok = strings.Cut(name, ". "); ok && person(author) && !IsPersons(title) {
		return title, author, true
	}
	return "", "", false
}
