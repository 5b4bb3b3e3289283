package web

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"storybind/assets"
)

// filled is a value with something in every field: texts that escaping is for, lists
// of n, numbers that are n, and truth by n.
func filled(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.String:
		if n > 0 {
			v.SetString(`<b onclick="x">'&amp;` + "`\u2028+</textarea></script>")
		}
	case reflect.Int:
		v.SetInt(int64(n))
	case reflect.Bool:
		v.SetBool(n%2 == 1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			filled(v.Index(i), n-i)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				filled(v.Field(i), n)
			}
		}
	}
}

// Every template prints, of whatever it is given, just what html/template does.
func TestMarkupIsHTMLTemplates(t *testing.T) {
	theirs := template.Must(template.New("").Funcs(pageFunctions).ParseFS(assets.Web, "web/*.html"))
	views := map[string]any{"page": &pageView{}, "looked": &pageView{}, "refused": &pageView{}, "understood": &understood{}, "settings": &formView{}, "formats": &formView{}}
	for name, view := range views {
		for n := range 3 {
			v := reflect.New(reflect.TypeOf(view).Elem())
			filled(v.Elem(), n)
			var ours, want bytes.Buffer
			if err := templates().execute(&ours, name, v.Elem().Interface()); err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if err := theirs.ExecuteTemplate(&want, name, v.Elem().Interface()); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got, want := ours.String(), strings.ReplaceAll(want.String(), "&#43;", "+"); got != want {
				i := 0
				for i < len(got) && i < len(want) && got[i] == want[i] {
					i++
				}
				t.Errorf("%s with %d of everything: %q instead of %q", name, n, got[i:min(i+80, len(got))], want[i:min(i+80, len(want))])
			}
		}
	}
}

// A template that would print where escaping is not enough, or that says what no
// template of ours says, is refused before anything is printed.
func TestMarkupRefuses(t *testing.T) {
	for _, body := range []string{
		`<a href="{{.A}}">x</a>`, `<p onclick="{{.A}}">`, `<p style="{{.A}}">`, `<p class={{.A}}>`, `<p class='{{.A}}'>`, `<p {{.A}}>`, `<{{.A}}>`,
		`<script>{{.A}}</script>`, `<style>p { color: {{.A}} }</style>`, `<script>let a = "</p>{{.A}}"</script>`, `<!-- {{.A}} -->`,
		`<p {{if .A}}class="{{end}}">`, `<p{{range .A}} title="x{{end}}>`, `<p`, `<p title="`, `{{template "nowhere"}}`, `{{template "other"}}`,
		`{{with .A}}x{{end}}`, `{{break}}`,
	} {
		files := fstest.MapFS{"web/a.html": {Data: []byte(`{{define "it"}}` + body + `{{end}}{{define "other"}}<p>{{end}}`)}}
		if strings.Contains(body, "other") {
			files["web/a.html"].Data = []byte(`{{define "it"}}` + body + `{{end}}{{define "other"}}{{template "other"}}{{end}}`)
		}
		if _, err := parseMarkup(files, "web/*.html", nil, nil); err == nil {
			t.Errorf("%s is read", body)
		}
	}
	for _, body := range []string{`{{.B}}`, `{{.A.B}}`, `{{len .B}}`, `{{gt .A 1}}`, `{{own .N}}`, `{{own}}`, `{{.A | own}}`, `{{.Method}}`, `{{.A "x"}}`, `{{range .A}}{{end}}`, `{{eq .A .A .A}}`, `{{.}}{{$.B}}`} {
		m, err := parseMarkup(fstest.MapFS{"web/a.html": {Data: []byte(`{{define "it"}}` + body + `{{end}}`)}}, "web/*.html", map[string]any{"own": strings.ToUpper}, nil)
		if err == nil {
			err = m.execute(&bytes.Buffer{}, "it", struct {
				A string
				N int
			}{"x", 1})
		}
		if err == nil {
			t.Errorf("%s is printed", body)
		}
	}
}
