package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"storybind/assets"
)

// An assetFile is a file that the page refers to.
type assetFile struct {
	mediaType, etag string
	content         []byte
}

// assetFiles are the files of assets/web but for the templates, by name.
var assetFiles = sync.OnceValue(func() map[string]assetFile {
	types := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	out := map[string]assetFile{}
	names, _ := fs.Glob(assets.Web, "web/*")
	for _, name := range names {
		mediaType, ok := types[path.Ext(name)]
		if !ok {
			continue
		}
		content, err := assets.Web.ReadFile(name)
		if err != nil {
			panic(err) // embedded: cannot happen
		}
		if path.Base(name) == "page.css" {
			content = append(content, formatRules()...)
		}
		sum := sha256.Sum256(content)
		out[path.Base(name)] = assetFile{mediaType, `"` + hex.EncodeToString(sum[:8]) + `"`, content}
	}
	return out
})

// formatRules show the settings of the formats asked for alone, and offer besides the
// chosen format only the others.
func formatRules() string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, s := range bookSettings(func(string) string { return "" }) {
		formats := strings.Join(s.Formats, " ")
		if len(s.Formats) == 0 || seen[formats] {
			continue
		}
		seen[formats] = true
		var inputs []string
		for _, f := range s.Formats {
			inputs = append(inputs, `input[value="`+f+`"]`)
		}
		b.WriteString("\n.book:not(:has(:is(" + strings.Join(inputs, ", ") + `):checked)) .setting[data-formats="` + formats + `"] { display: none; }`)
	}
	for _, f := range bookFormats {
		b.WriteString("\n.book:has(input[name=\"format\"][value=\"" + f.Name + "\"]:checked) .also [data-format=\"" + f.Name + "\"] { display: none; }")
	}
	return b.String() + "\n"
}

// asset answers with a file that the page refers to.
func (f *form) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := assetFiles()[r.PathValue("asset")]
	if !ok {
		f.elsewhere(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.mediaType)
	h.Set("Cache-Control", "no-cache") // asked for each time, sent when it changed
	h.Set("ETag", a.etag)
	if r.Header.Get("If-None-Match") == a.etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	f.send(w, http.StatusOK, a.content)
}
