package batch

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// A LeftOut is a file in a folder that is no story by its name, and belongs to none.
// Hidden files, and those that --exclude or --include leave out, are no news.
type LeftOut struct {
	Path string
	Why  string // what it is, and what to do

	below string
}

// Kind is the file's ending in small letters, "" for a name without one.
func (l LeftOut) Kind() string { return strings.ToLower(filepath.Ext(l.Path)) }

// Words for kinds of files that people keep beside their stories.
const (
	aPage     = "a web page; open it in a browser and save it, or copy its text, as plain text (.txt)"
	aDocument = "a document of a word processor; save it as plain text (.txt)"
	anArchive = "an archive; unpack it first"
	aBook     = "a book already; storybind reads plain text"
	aPicture  = "a picture"
	aFont     = "a font"
	aSound    = "a sound or film file"
)

// whys say why a file of this ending is no story of its folder.
var whys = map[string]string{
	".htm": aPage, ".html": aPage, ".xhtml": aPage, ".mht": aPage, ".mhtml": aPage,
	".doc": aDocument, ".docx": aDocument, ".odt": aDocument, ".rtf": aDocument, ".pages": aDocument, ".wpd": aDocument, ".wps": aDocument, ".sxw": aDocument,
	".zip": anArchive, ".gz": anArchive, ".tgz": anArchive, ".tar": anArchive, ".bz2": anArchive, ".xz": anArchive, ".7z": anArchive, ".rar": anArchive, ".zst": anArchive,
	".epub": aBook, ".pdf": aBook, ".mobi": aBook, ".azw": aBook, ".azw3": aBook, ".fb2": aBook, ".lit": aBook, ".pdb": aBook, ".prc": aBook, ".djvu": aBook,
	".jpg": aPicture, ".jpeg": aPicture, ".png": aPicture, ".gif": aPicture, ".webp": aPicture, ".bmp": aPicture, ".tif": aPicture, ".tiff": aPicture, ".svg": aPicture, ".heic": aPicture,
	".ttf": aFont, ".otf": aFont, ".woff": aFont, ".woff2": aFont,
	".mp3": aSound, ".ogg": aSound, ".wav": aSound, ".m4a": aSound, ".mp4": aSound, ".avi": aSound, ".mkv": aSound, ".mov": aSound,
	".md": "Markdown", ".markdown": "Markdown", ".mbox": "a mailbox", ".mbx": "a mailbox", ".eml": "a mail",
	".toml": "a sidecar, but no story of its name is here",
}

// readable are the kinds of which storybind makes books, once it is told to.
var readable = []string{".md", ".markdown", ".mbox", ".mbx", ".eml"}

// why says what a file is, and what would make it a story.
func why(path string) string {
	ext := strings.ToLower(filepath.Ext(path))
	text := whys[ext]
	switch {
	case ext == "":
		return "no ending; --no-extension takes such files too"
	case text == "":
		return fmt.Sprintf("no story by its name; --include '*%s' takes it if it is plain text", filepath.Ext(path))
	case slices.Contains(readable, ext):
		return fmt.Sprintf("%s; --include '*%s' takes it", text, filepath.Ext(path))
	}
	return text
}

// leaveOut keeps, of the files that the walk passed over, those that would be news:
// not what the person named, nor what belongs to a story or was made here.
func (p *Plan) leaveOut(inputs []string, o PlanOptions) {
	known := map[string]bool{}
	use := func(path string) { known[filepath.Clean(path)] = true }
	for _, in := range inputs {
		use(in)
	}
	for _, s := range o.Settings { // a cover, fonts
		use(s.Value)
	}
	use(o.Report)
	for _, story := range p.waiting {
		use(sidecarName(story))
	}
	for _, j := range p.Jobs {
		for _, out := range j.Outputs {
			use(out)
		}
		for _, in := range j.Inputs {
			use(sidecarName(in))
		}
	}
	left := slices.DeleteFunc(p.LeftOut, func(l LeftOut) bool { return known[filepath.Clean(l.Path)] })
	inUse := p.namedBySidecars(left)
	seen := map[string]bool{}
	p.LeftOut = slices.DeleteFunc(left, func(l LeftOut) bool {
		path := filepath.Clean(l.Path)
		again := seen[path] // two of the inputs led to it
		seen[path] = true
		return again || inUse[path] || ours(l.Path)
	})
	for i := range p.LeftOut {
		p.LeftOut[i].Why = why(p.LeftOut[i].Path)
	}
}

// ours reports whether a file is a book that storybind made of some story, or a report.
func ours(path string) bool {
	if ending, _ := bookEnding(path); ending != "" {
		return peek(path) != nil
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json", ".csv":
		st, err := disk.Stat(path)
		return err == nil && st.Size() > 0 && mayReplace(path)
	}
	return false
}

// namedBySidecars are the pictures and fonts that a sidecar beside a story speaks of.
func (p *Plan) namedBySidecars(left []LeftOut) map[string]bool {
	out := map[string]bool{}
	folders := map[string][]string{} // folder → pictures and fonts in it
	for _, l := range left {
		if k := whys[l.Kind()]; k == aPicture || k == aFont {
			folders[filepath.Dir(l.Path)] = append(folders[filepath.Dir(l.Path)], l.Path)
		}
	}
	for _, j := range p.Jobs {
		if len(folders) == 0 || j.Err != nil {
			break
		}
		beside, err := sidecar(j.Inputs[0])
		if err != nil || beside.Name == "" {
			continue
		}
		for _, path := range slices.Concat(slices.Collect(maps.Values(folders))...) {
			if strings.Contains(string(beside.Data), filepath.Base(path)) {
				out[filepath.Clean(path)] = true
			}
		}
	}
	return out
}

// leftOutOf says in few words what a folder holds besides stories, "2 .html, 1 .docx".
func leftOutOf(left []LeftOut) string {
	counts := map[string]int{}
	for _, l := range left {
		counts[l.Kind()]++
	}
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		name := kind
		if name == "" {
			name = "without ending"
		}
		out = append(out, fmt.Sprintf("%d %s", counts[kind], name))
	}
	return strings.Join(out, ", ")
}
