package web

import (
	"encoding/base64"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"storybind/internal/convert"
)

// A story is one story of a request: its file (or the files of its parts), and
// what the form says about it.
type story struct {
	files       []convert.File
	own, shared *fields
	message     convert.Message // where it lies in its file, if that is a mailbox
}

// pasted is the name of a story that has no file: one that says nothing, so that
// no title is taken from it.
const pasted = "story.txt"

// gather finds a request's stories. Those of the page's own cards come numbered;
// the plain form sends any number of files, and a text field.
func (f *form) gather(own map[int]*fields, shared *fields) (*upload, error) {
	up := &upload{shared: shared}
	for _, n := range slices.Sorted(maps.Keys(own)) {
		files, err := storyFiles(own[n])
		if err != nil {
			return nil, err
		}
		if len(files) > 0 {
			up.stories = append(up.stories, unboxed(&story{files: files, own: own[n], shared: shared})...)
		}
	}
	files, err := storyFiles(shared)
	if err != nil {
		return nil, err
	}
	if shared.last("join") != "" && len(files) > 0 {
		up.stories = append(up.stories, &story{files: files, own: newFields(), shared: shared})
	} else {
		for _, file := range files {
			up.stories = append(up.stories, unboxed(&story{files: []convert.File{file}, own: newFields(), shared: shared})...)
		}
	}
	if len(up.stories) > f.Limits.Files {
		return nil, tooMany(f.Limits.Files)
	}
	if len(up.stories) == 0 {
		return nil, refusal{status: http.StatusUnprocessableEntity, text: "No story came with the form. Choose a file, or paste the story's text."}
	}
	return up, nil
}

// unboxed are the stories of a file that is a mailbox, or the one story.
func unboxed(s *story) []*story {
	if len(s.files) != 1 {
		return []*story{s}
	}
	f := s.files[0]
	messages := convert.Mailbox(f.Data)
	if messages == nil {
		return []*story{s}
	}
	var out []*story
	for i, m := range messages {
		one := convert.File{Name: stem(f.Name) + " " + strconv.Itoa(i+1) + ".txt", Data: convert.MessageText(f.Data[m.Start:m.End])}
		m.Start += convert.Postmark(f.Data[m.Start:m.End]) // the page sends the rest again, by itself
		out = append(out, &story{files: []convert.File{one}, own: s.own, shared: s.shared, message: m})
	}
	return out
}

// storyFiles are the stories among some fields: files, a pasted text, and a text
// that the form had sent along in a page (base64, so that its bytes stay as they
// are). A file NAME.toml speaks for the story NAME.txt beside it.
func storyFiles(fs *fields) ([]convert.File, error) {
	var out []convert.File
	sidecars := slices.Clone(fs.files["sidecar"])
	for _, s := range fs.files["story"] {
		if strings.HasSuffix(strings.ToLower(s.name), ".toml") {
			sidecars = append(sidecars, s)
		} else {
			out = append(out, convert.File{Name: s.name, Data: s.data})
		}
	}
	names := fs.values["name"]
	for i, text := range fs.values["story64"] {
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return nil, refusal{status: http.StatusBadRequest, text: "The story that the page kept did not come back whole. Please choose its file again."}
		}
		name := pasted
		if i < len(names) && baseName(names[i]) != "" {
			name = baseName(names[i])
		}
		out = append(out, convert.File{Name: name, Data: data})
	}
	for _, text := range fs.values["text"] {
		if strings.TrimSpace(text) != "" {
			out = append(out, convert.File{Name: pasted, Data: []byte(text)})
		}
	}
	for _, s := range sidecars {
		beside := slices.IndexFunc(out, func(f convert.File) bool { return stem(f.Name) == stem(s.name) })
		if beside < 0 {
			return nil, refusal{status: http.StatusUnprocessableEntity, text: s.name + " speaks for a story of the same name, but no such story came with it."}
		}
		out[beside].Sidecar = convert.Sidecar{Name: s.name, Data: s.data}
	}
	return out, nil
}

// stem is a file's name without its extension.
func stem(name string) string {
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		return name[:dot]
	}
	return name
}

// from is the fields in which a name is said: the story's own, else those that
// are shared by all.
func (s *story) from(name string) *fields {
	if len(s.own.values[name])+len(s.own.files[name]) > 0 {
		return s.own
	}
	return s.shared
}

// last is the last value of a field.
func (s *story) last(name string) string { return s.from(name).last(name) }

// all are the values of a field.
func (s *story) all(name string) []string { return s.from(name).values[name] }
