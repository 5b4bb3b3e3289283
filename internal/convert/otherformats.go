package convert

import (
	"slices"
	"strings"
)

// others are formats and devices that people ask for by names that are in no
// register, and what to do for them.
var others = []struct {
	names  []string
	advice string
}{
	{[]string{"kindle", "azw", "azw3", "kfx", "mobi", "prc"},
		"for a Kindle make an EPUB, and give it to Send to Kindle: Amazon's page, app or your Kindle's e-mail address; Amazon no longer takes MOBI"},
	{[]string{"kobo"}, "for a Kobo make a KEPUB (--to kepub) and copy it over USB"},
	{[]string{"docx", "fb2", "htm", "html", "lrf", "odt", "rtf"}, "make an EPUB; other programs, such as Calibre or pandoc, make that of it"},
}

// Advice says what to do instead of asking for a format of this name (or ending,
// with its dot); "" when there is nothing to say.
func Advice(name string) string {
	name = strings.ToLower(strings.TrimPrefix(name, "."))
	for _, o := range others {
		if slices.Contains(o.names, name) {
			return o.advice
		}
	}
	return ""
}
