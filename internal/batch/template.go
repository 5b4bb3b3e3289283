package batch

import (
	"maps"
	"slices"
	"strings"

	"storybind/internal/convert"
)

// A Template names books by what their stories say: "{author} - {title}". A
// placeholder is a name in braces; a slash makes a folder. What a story does not
// say leaves no trace: brackets around nothing, separators at an end and empty
// folders are left out. A book that would have no name has its file's.
type Template []string // text and placeholders in turn, text first

// placeholders are the words of a template, and where their values come from.
// Any field of the header, such as {rating}, may be used too.
var placeholders = map[string]func(m convert.InspectedMetadata, f found) string{
	"title": func(m convert.InspectedMetadata, _ found) string { return m.Title },
	"author": func(m convert.InspectedMetadata, _ found) string {
		if len(m.Authors) > 0 {
			return m.Authors[0]
		}
		return ""
	},
	"authors":  func(m convert.InspectedMetadata, _ found) string { return strings.Join(m.Authors, ", ") },
	"series":   func(m convert.InspectedMetadata, _ found) string { return m.Series.Name },
	"index":    func(m convert.InspectedMetadata, _ found) string { return m.Series.Index },
	"language": func(m convert.InspectedMetadata, _ found) string { return m.Language },
	"file":     func(_ convert.InspectedMetadata, f found) string { return stem(f.path) },
	"folder":   func(_ convert.InspectedMetadata, f found) string { return folderOf(f) },
}

// Placeholders lists the words of a template.
func Placeholders() []string { return slices.Sorted(maps.Keys(placeholders)) }

// parseTemplate reads a template; none is nil.
func parseTemplate(s string) (Template, error) {
	if s == "" {
		return nil, nil
	}
	ending, _ := bookEnding(s) // the format gives the ending
	var t Template
	for rest := s[:len(s)-len(ending)]; ; {
		text, after, found := strings.Cut(rest, "{")
		if strings.Contains(text, "}") {
			return nil, usage("--name %q: a brace is closed that was not opened", s)
		}
		t = append(t, text)
		if !found {
			break
		}
		word, after, found := strings.Cut(after, "}")
		if !found {
			return nil, usage("--name %q: a brace is not closed", s)
		}
		if _, known := placeholders[word]; !known && !slices.Contains(convert.FieldNames(), word) {
			return nil, usage("--name %q: there is no {%s}; there are {%s}, and the fields of the header: %s", s, word,
				strings.Join(Placeholders(), "}, {"), strings.Join(convert.FieldNames(), ", "))
		}
		t = append(t, word)
		rest = after
	}
	if strings.HasPrefix(s, "/") || slices.Contains(strings.Split(s, "/"), "..") {
		return nil, usage("--name %q leads out of the folder for the books; let -o name another", s)
	}
	return t, nil
}

// fill names a story's book: folders and name, with slashes, without ending.
func (t Template) fill(m convert.InspectedMetadata, f found) string {
	var b strings.Builder
	for i, piece := range t {
		if i%2 == 0 {
			b.WriteString(piece)
			continue
		}
		value := ""
		if of, ok := placeholders[piece]; ok {
			value = of(m, f)
		} else if at := slices.IndexFunc(m.Fields, func(x convert.InspectedField) bool { return x.Name == piece }); at >= 0 {
			value = m.Fields[at].Value
		}
		b.WriteString(strings.ReplaceAll(value, "/", "-"))
	}
	parts := strings.Split(b.String(), "/")
	for i, part := range parts {
		parts[i] = convert.SafeName(tidy(part))
	}
	if last := len(parts) - 1; parts[last] == "" {
		parts[last] = convert.SafeName(stem(f.path))
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), "/")
}

// tidy takes away what stood around a value that is not there.
func tidy(s string) string {
	for _, empty := range []string{"()", "[]", "( )", "[ ]", "(#)", "[#]"} {
		s = strings.ReplaceAll(s, empty, "")
	}
	s = strings.TrimSpace(s)
	for {
		was := s
		for _, mark := range []string{"-", "–", "—", "_", ","} {
			s = strings.TrimSuffix(strings.TrimPrefix(s, mark+" "), " "+mark)
		}
		if s = strings.TrimSpace(s); s == was || s == "" {
			break
		}
	}
	if strings.Trim(s, "-–—_, ") == "" {
		return ""
	}
	return s
}
