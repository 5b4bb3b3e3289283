package web

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the longest name of a book in bytes, without its extension: every
// file system in use takes it.
const maxName = 150

// fileName names a book from its title and authors, or by its story's file when
// it has no title, so that every system can save it.
func fileName(title string, authors []string, file string) string {
	name := title
	if name == "" {
		name = stem(file)
	}
	if len(authors) > 0 {
		name += " - " + strings.Join(authors, ", ")
	}
	return safeName(name)
}

// safeName leaves out what a file's name may not hold on some system, or what
// would deceive whoever reads it: path separators, characters that Windows
// reserves, control characters and those that turn the direction of writing.
func safeName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r == ':', r == '/', r == '\\', r == '|':
			return '-'
		case r == '"':
			return '\''
		case strings.ContainsRune(`*?<>`, r), r == unicode.ReplacementChar:
			return -1
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r): // control and format characters
			return -1
		}
		return r
	}, name)
	name = strings.Join(strings.Fields(name), " ")
	for len(name) > maxName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	name = strings.Trim(name, " .-") // Windows takes no dot at the end; a dot at the beginning hides a file
	if name == "" {
		return "book"
	}
	if reserved(name) {
		name = "_" + name
	}
	return name
}

// reserved reports whether Windows keeps a name for a device, whatever follows
// its first dot.
func reserved(name string) bool {
	name, _, _ = strings.Cut(strings.ToUpper(name), ".")
	switch name = strings.TrimSpace(name); name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	return len(name) >= 4 && (name[:3] == "COM" || name[:3] == "LPT") && strings.Contains("0123456789¹²³", name[3:])
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
