package epub

import (
	"fmt"
	"slices"
	"strings"
)

// check reads go-epub's container of these pages and requires their bodies to stand
// in its document byte for byte, and nothing else.
func check(container []byte, pages []page) error {
	all, err := entries(container)
	if err != nil {
		return fmt.Errorf("go-epub's container cannot be read: %w", err)
	}
	at := slices.IndexFunc(all, func(e entry) bool { return e.name == packageFolder+"xhtml/"+bodiesFile })
	if at < 0 {
		return fmt.Errorf("go-epub left out the pages from %s on", pages[0].file())
	}
	document, err := all[at].unpack()
	if err != nil {
		return fmt.Errorf("go-epub's pages from %s on cannot be read: %w", pages[0].file(), err)
	}
	_, rest, ok := strings.Cut(document, `<body dir="auto">`)
	if !ok {
		return fmt.Errorf("go-epub's document of the pages from %s on has no body", pages[0].file())
	}
	rest = strings.TrimLeft(rest, "\n")
	for i := range pages {
		body := pages[i].body
		if len(rest) < len(body) || rest[:len(body)] != string(body) { // compared in place
			return fmt.Errorf("go-epub changed the text of %s", pages[i].file())
		}
		rest = rest[len(body):]
	}
	rest, ok = strings.CutPrefix(strings.TrimLeft(rest, "\n"), "</body>")
	if !ok || strings.TrimSpace(rest) != "</html>" {
		return fmt.Errorf("go-epub added to the text of %s", pages[len(pages)-1].file())
	}
	return nil
}
