package internal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// This table is a statement of policy: who may know whom. Do not change a row
// only to make a build pass; ask first whether the code stands on the right floor.
//
// A row is a package, the packages of ours that it may import, and the floor it
// stands on (an import must lead to a lower floor, or to a row named here).
var floors = map[string][]string{
	"assets/packed":           {},
	"assets":                  {"assets/packed"},
	"fonts":                   {"assets/packed"},
	"internal/source":         {},
	"internal/bytescan":       {},
	"internal/parallel":       {},
	"internal/diag":           {"internal/source"},
	"internal/book":           {"internal/source"},
	"internal/book/booktest":  {"internal/book"},
	"internal/face":           {"fonts"},
	"internal/decode":         {"internal/source", "internal/diag"},
	"internal/parse":          {"internal/source", "internal/diag", "internal/book", "internal/parse/char", "internal/parse/decide", "internal/parse/lexicon", "internal/parse/wording", "internal/parse/says", "internal/parse/hyphen", "internal/parse/langid", "internal/parse/mail", "internal/parse/inlines", "internal/parse/passage", "internal/parse/evidence", "internal/parse/desk", "internal/parse/opening", "internal/parse/outline", "internal/parse/build"},
	"internal/parse/char":     {},
	"internal/parse/weigh":    {},
	"internal/parse/decide":   {},
	"internal/parse/lexicon":  {"assets"},
	"internal/parse/passage":  {"internal/source", "internal/bytescan"},
	"internal/parse/wording":  {"internal/book", "internal/parse/char", "internal/parse/lexicon"},
	"internal/parse/inlines":  {"internal/book", "internal/parse/char", "internal/parse/lexicon", "internal/parse/passage"},
	"internal/parse/says":     {"internal/book", "internal/parse/char", "internal/parse/lexicon", "internal/parse/wording", "internal/parse/inlines"},
	"internal/parse/hyphen":   {"internal/parse/char", "internal/parse/lexicon"},
	"internal/parse/langid":   {"internal/parse/lexicon"},
	"internal/parse/mail":     {"internal/parse/char", "internal/parse/wording", "internal/parse/says"},
	"internal/parse/talk":     {"internal/parse/char", "internal/parse/inlines"},
	"internal/parse/evidence": {"internal/book", "assets", "internal/parse/char", "internal/parse/lexicon", "internal/parse/wording", "internal/parse/says", "internal/parse/passage", "internal/parse/weigh"},
	"internal/parse/desk":     {"internal/source", "internal/diag", "internal/book", "internal/parse/char", "internal/parse/wording", "internal/parse/says", "internal/parse/hyphen", "internal/parse/langid", "internal/parse/mail", "internal/parse/talk", "internal/parse/inlines", "internal/parse/passage", "internal/parse/evidence"},
	"internal/parse/opening":  {"internal/source", "internal/diag", "internal/book", "assets", "internal/parse/char", "internal/parse/lexicon", "internal/parse/wording", "internal/parse/says", "internal/parse/mail", "internal/parse/inlines", "internal/parse/passage", "internal/parse/weigh", "internal/parse/evidence", "internal/parse/decide", "internal/parse/desk"},
	"internal/parse/outline":  {"internal/diag", "internal/book", "internal/parse/char", "internal/parse/wording", "internal/parse/says", "internal/parse/mail", "internal/parse/passage", "internal/parse/weigh", "internal/parse/evidence", "internal/parse/desk", "internal/parse/opening"},
	"internal/parse/build":    {"internal/source", "internal/diag", "internal/book", "assets", "internal/parse/char", "internal/parse/wording", "internal/parse/says", "internal/parse/mail", "internal/parse/talk", "internal/parse/inlines", "internal/parse/passage", "internal/parse/weigh", "internal/parse/evidence", "internal/parse/desk", "internal/parse/opening", "internal/parse/outline"},
	"internal/typogrify":      {"internal/diag", "internal/book", "internal/bytescan"},
	"internal/matter":         {"internal/diag", "internal/book"},
	"internal/cover":          {"internal/book", "internal/face"},
	"internal/xhtml":          {"internal/book"},
	"internal/typeset":        {"internal/source", "internal/diag", "internal/book", "internal/face", "assets", "internal/parallel"},
	"internal/writer":         {"internal/diag", "internal/book"},
	"internal/writer/epub":    {"internal/diag", "internal/book", "internal/cover", "internal/face", "internal/xhtml", "internal/writer", "assets", "internal/parallel"},
	"internal/writer/pdf":     {"internal/diag", "internal/book", "internal/cover", "internal/face", "internal/typeset", "internal/writer", "assets", "internal/parallel"},
	"internal/convert": {"internal/source", "internal/diag", "internal/book", "internal/decode", "internal/parse",
		"internal/typogrify", "internal/matter", "internal/writer", "internal/writer/epub", "internal/writer/pdf", "internal/parallel"},
	"internal/verify": {"internal/source", "internal/diag", "internal/decode"},
	// tests only
	"internal/golden": {"internal/convert", "internal/writer", "internal/diag", "internal/book", "internal/decode", "internal/parse", "internal/typogrify", "internal/matter", "internal/xhtml", "internal/typeset"},
	"internal/batch":  {"internal/diag", "internal/convert", "internal/parallel", "internal/verify"},
	"internal/web":    {"internal/diag", "internal/convert", "assets"},
	"cmd/storybind":   {"internal/diag", "internal/convert", "internal/batch", "internal/web", "internal/verify"},
}

// homes names the one package in which an outside library may be imported.
// pflag, x/text and uniseg may be used wherever they are needed, go-cmp in any test.
var homes = map[string][]string{
	"github.com/go-shiori/go-epub":         {"internal/writer/epub"},
	"github.com/signintech/gopdf":          {"internal/writer/pdf"},
	"github.com/go-text/typesetting":       {"internal/face"},
	"github.com/tdewolff/font":             {"internal/face"},
	"github.com/spf13/cobra":               {"cmd/storybind"},
	"golang.org/x/tools/txtar":             {"internal/golden"},
	"github.com/spf13/pflag":               nil,
	"github.com/rivo/uniseg":               nil,
	"golang.org/x/image":                   {"internal/cover"},
	"golang.org/x/text":                    nil,
	"github.com/rogpeppe/go-internal":      {"cmd/storybind"},
	"github.com/google/go-cmp":             nil,
	"github.com/inconshreveable/mousetrap": {"cmd/storybind"},
	"github.com/klauspost/compress":        {"assets/packed", "internal/cover", "internal/writer/epub", "internal/writer/pdf"},
	"github.com/BurntSushi/toml":           {"internal/convert"},
	"github.com/agext/levenshtein":         {"internal/convert"},
	"github.com/cespare/xxhash":            {"internal/convert"},
	"github.com/gofrs/uuid":                {"internal/matter"},
	"github.com/bmatcuk/doublestar":        {"internal/batch"},
	"github.com/fsnotify/fsnotify":         {"internal/batch"},
	"golang.org/x/sync":                    {"internal/batch"},
	"golang.org/x/sys":                     {"internal/batch", "cmd/storybind"},
	"golang.org/x/term":                    {"cmd/storybind"},
	"github.com/chromedp":                  {"internal/web"}, // its tests
	"github.com/gobwas/ws":                 {"internal/web"}, // its tests
}

// machine names the imports that touch files, the clock's printer or chance, and
// the packages that may use them. Everything else is handed what it needs.
var machine = map[string][]string{
	"os":            {"internal/batch", "cmd/storybind"},
	"os/signal":     {"cmd/storybind"},
	"os/exec":       {"cmd/storybind"},
	"log":           {},
	"path/filepath": {"internal/batch", "cmd/storybind"},
	"math/rand":     {},
	"math/rand/v2":  {},
	"crypto/rand":   {},
	"net/http":      {"internal/web", "cmd/storybind"},
	"runtime/cgo":   {},
	// Either may call any method by its name: then the linker can leave none out, and
	// the program is three megabytes larger (see internal/web/markup.go).
	"html/template": {},
	"text/template": {},
}

func TestFloors(t *testing.T) {
	seen := map[string]bool{}
	fset := token.NewFileSet()
	for _, top := range []string{"assets", "fonts", "internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
				return err
			}
			pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../")
			if pkg == "internal" { // this test
				return nil
			}
			f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			seen[pkg] = true
			check(t, pkg, path, f)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(seen) == 0 {
		t.Fatal("no Go files found: this test looks in the wrong place")
	}
	for pkg := range floors {
		if !seen[pkg] {
			t.Errorf("%s has a row in the table of floors but no Go file", pkg)
		}
	}
}

func check(t *testing.T, pkg, path string, f *ast.File) {
	allowed, ok := floors[pkg]
	if !ok {
		t.Errorf("%s has no row in the table of floors", pkg)
		return
	}
	test := strings.HasSuffix(path, "_test.go")
	for _, im := range f.Imports {
		name, _ := strconv.Unquote(im.Path.Value)
		if own, ok := strings.CutPrefix(name, "storybind/"); ok {
			if own != pkg && !slices.Contains(allowed, own) && !(test && (own == "internal/book/booktest" || own == "internal/source" || own == "fonts")) {
				t.Errorf("%s: %s may not import %s", path, pkg, own)
			}
			continue
		}
		if test {
			if home, ok := home(name); ok && home != nil && !slices.Contains(home, pkg) {
				t.Errorf("%s: the home of %s is %v", path, name, home)
			}
			continue
		}
		if who, ok := machine[name]; ok && !slices.Contains(who, pkg) {
			t.Errorf("%s: %s may not import %s; have it handed in", path, pkg, name)
		}
		if strings.Contains(strings.SplitN(name, "/", 2)[0], ".") {
			home, ok := home(name)
			if !ok {
				t.Errorf("%s: %s has no home in the table", path, name)
			} else if home != nil && !slices.Contains(home, pkg) {
				t.Errorf("%s: the home of %s is %v", path, name, home)
			}
		}
	}
	if test || slices.Contains(machine["os"], pkg) {
		return
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since") {
				t.Errorf("%s: %s reads the clock; have the time handed in", path, pkg)
			}
		}
		return true
	})
}

// home finds an outside library's row by the longest path that leads it.
func home(name string) ([]string, bool) {
	for lib, who := range homes {
		if name == lib || strings.HasPrefix(name, lib+"/") {
			return who, true
		}
	}
	return nil, false
}
