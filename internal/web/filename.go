package web

import (
	"net/url"
	"strconv"
	"strings"

	"storybind/internal/convert"
)

// fileName names a book from its title and authors, or by its story's file when
// it has no title (and as books without a title are called when it has no file
// either), so that every system can save it.
func fileName(title string, authors []string, file string) string {
	name := title
	switch {
	case name != "":
	case file == pasted:
		name = convert.Untitled
	default:
		name = stem(file)
	}
	if len(authors) > 0 {
		name += " - " + strings.Join(authors, ", ")
	}
	if name = convert.SafeName(name); name == "" {
		return "book"
	}
	return name
}

// unique gives a name that is not taken yet; capitals do not tell two apart.
func unique(taken map[string]bool, name, extension string) string {
	try := name + extension
	for n := 2; taken[strings.ToLower(try)]; n++ {
		try = name + " (" + strconv.Itoa(n) + ")" + extension
	}
	taken[strings.ToLower(try)] = true
	return try
}

// disposition is a Content-Disposition (RFC 6266) with the name in ASCII for old
// clients, and as it is (RFC 8187) for all others.
func disposition(kind, name string) string {
	ascii := strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e || r == '"' || r == '\\' || r == '%' {
			return '_'
		}
		return r
	}, name)
	return kind + `; filename="` + ascii + `"; filename*=UTF-8''` + strings.ReplaceAll(url.QueryEscape(name), "+", "%20")
}
