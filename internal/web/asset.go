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
	"storybind/internal/convert"
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

// formatRules show the settings of the chosen format alone.
func formatRules() string {
	var b strings.Builder
	for _, f := range convert.Formats {
		b.WriteString("\n.book:has(input[value=\"" + f.Name + "\"]:checked) .setting[data-formats]:not([data-formats~=\"" + f.Name + "\"]) { display: none; }")
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
