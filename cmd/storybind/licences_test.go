package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The systems that programs are made for: what is in them differs.
var released = []string{"linux", "darwin", "windows"}

// A notice is one licence's text and the things that stand under it.
type notice struct {
	of   []string
	text string
}

// A notices is a list of them in which each text stands once.
type notices []notice

func (all *notices) add(of, text string) {
	text = strings.TrimSpace(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"))
	i := slices.IndexFunc(*all, func(n notice) bool { return n.text == text })
	if i < 0 {
		i = len(*all)
		*all = append(*all, notice{text: text})
	}
	if n := &(*all)[i]; !slices.Contains(n.of, of) {
		n.of = append(n.of, of)
	}
}

// TestLicences makes licences.txt from the packages that go into the program, and
// from what stands beside fonts, patterns and lists. STORYBIND_UPDATE=1 writes the file.
func TestLicences(t *testing.T) {
	var all notices
	own, err := os.ReadFile(filepath.Join("..", "..", "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	all.add("storybind", string(own))
	addModules(t, &all)

	fonts, err := filepath.Glob("../../fonts/*/OFL.txt")
	if err != nil || len(fonts) == 0 {
		t.Fatalf("no licences of fonts: %v", err)
	}
	for _, name := range fonts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		const begins = "This Font Software is licensed under the SIL Open Font License"
		who, licence, _ := strings.Cut(string(text), begins)
		all.add("the font "+filepath.Base(filepath.Dir(name))+": "+strings.Join(strings.Fields(who), " "), begins+licence)
	}
	patterns, err := os.ReadFile("../../assets/hyphenation/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(patterns), "\n\n")
	all.add("the hyphenation patterns", table)

	addLists(t, &all)

	var out bytes.Buffer
	out.WriteString("storybind is made of its own code and of the work of others. These are the\nnotices of all of them.\n")
	for _, n := range all {
		rule := strings.Repeat("=", 80)
		fmt.Fprintf(&out, "\n%s\n%s\n%s\n\n%s\n", rule, strings.Join(n.of, "\n"), rule, n.text)
	}
	if os.Getenv("STORYBIND_UPDATE") != "" {
		if err := os.WriteFile("licences.txt", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if licences != out.String() {
		t.Error("licences.txt is not what goes into the program; STORYBIND_UPDATE=1 go test -run TestLicences ./cmd/storybind makes it anew")
	}
}

// addLists adds what stands beside lists of words and names.
func addLists(t *testing.T, all *notices) {
	found := 0
	root := filepath.Join("..", "..")
	for _, dir := range []string{"assets", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.Name() != "LICENSE" && d.Name() != "COPYRIGHT" {
				return err
			}
			text, err := os.ReadFile(path)
			found++
			of, _ := filepath.Rel(root, filepath.Dir(path))
			all.add("the lists in "+filepath.ToSlash(of), string(text))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found == 0 {
		t.Fatal("no licences of lists")
	}
}

// also are files that a module's licence sends its reader to.
var also = map[string]string{"github.com/golang/freetype": "licenses/ftl.txt"}

var noticeFile = regexp.MustCompile(`^(?i:licen[cs]e|copying|notice)(\.(txt|md))?$`)

// addModules adds every licence that stands with a package of the program, or above
// it in its module.
func addModules(t *testing.T, all *notices) {
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("there is no go command on this machine")
	}
	type module struct{ Path, Version, Dir string }
	found := map[string]module{} // the module of each folder
	for _, system := range released {
		list := exec.Command(goTool, "list", "-deps", "-json=Dir,Module", ".")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("%v: %v", list, err)
		}
		for d := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct {
				Dir    string
				Module *module
			}
			if err := d.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if p.Module != nil && p.Module.Version != "" {
				for dir := p.Dir; strings.HasPrefix(dir, p.Module.Dir); dir = filepath.Dir(dir) {
					found[dir] = *p.Module
				}
			}
		}
	}
	has := map[string]bool{}
	for _, dir := range slices.Sorted(maps.Keys(found)) {
		m := found[dir]
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			if noticeFile.MatchString(e.Name()) && !e.IsDir() {
				names = append(names, e.Name())
			}
		}
		if more, ok := also[m.Path]; ok && dir == m.Dir {
			names = append(names, more)
		}
		of := m.Path + " " + m.Version
		if m.Path == "golang.org/x/sys" {
			of = "the standard library of Go\n" + of // the same authors and text
		}
		for _, name := range names {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			all.add(of, string(text))
			has[m.Path] = true
		}
	}
	for _, m := range found {
		if !has[m.Path] {
			t.Errorf("%s has no licence beside it", m.Path)
		}
	}
}
