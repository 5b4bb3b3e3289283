package matter

import (
	"path"
	"strings"

	"storybind/internal/book"
)

// publisherLabels are the labels of who published the story.
var publisherLabels = labels("publisher", "published by", "verlag", "éditeur", "editorial", "editora", "editore", "uitgever", "förlag", "forlag", "wydawca", "wydawnictwo", "издательство", "издатель", "出版社", "出版")

// addressLabels are the labels of the address at which the story stands, the surest
// first; addresses of people and of series are others.
var addressLabels = [...]map[string]bool{
	labels("story url", "url", "story link", "permalink", "link to story", "originally posted at", "original url"),
	labels("source", "original source", "originally posted", "originally posted on", "quelle", "fuente", "fonte", "bron", "источник"),
	labels("link", "posted at", "found at", "archived at", "web", "lien", "enlace", "adresse", "dirección", "ссылка", "адрес", "链接", "リンク"),
}

func labels(list ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range list {
		m[l] = true
	}
	return m
}

func labelKey(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, " :.-*_")), " "))
}

// sourceOf is where the story comes from: the address at which it stands, or what a
// field "Source" says otherwise.
func sourceOf(fields []book.Field) string {
	for _, labels := range addressLabels {
		for _, f := range fields {
			if !labels[labelKey(f.Label)] {
				continue
			}
			for _, w := range strings.Fields(f.Value) {
				if w = strings.Trim(w, "<>()[],;"); strings.HasPrefix(w, "http://") || strings.HasPrefix(w, "https://") {
					return w
				}
			}
		}
	}
	for _, f := range fields {
		if key := labelKey(f.Label); addressLabels[1][key] || key == "origin" || key == "archive name" {
			return strings.TrimSpace(f.Value)
		}
	}
	return ""
}

func withoutExtension(name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	if ext := path.Ext(name); ext != "" && ext != name {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
