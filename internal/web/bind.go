package web

import (
	"context"
	"net/http"

	"storybind/internal/convert"
)

// bind answers with one book of all stories, an anthology. What the form says of each
// story is that story's own; settings that were made for all are the anthology's.
func (f *form) bind(w http.ResponseWriter, r *http.Request, up *upload, name string) error {
	format, err := convert.Format(name)
	if err != nil {
		return err
	}
	whole := &story{files: up.stories[0].files, own: newFields(), shared: up.shared}
	settings, err := whole.settings()
	if err != nil {
		return err
	}
	b := convert.Binding{Name: "Stories"}
	b.Request = convert.Request{Formats: append(b.Formats, format), Settings: settings, Open: whole.open, Modified: f.Modified, Version: f.Version}
	if title := oneParagraph(up.shared.last("bind-title")); title != "" {
		b.Settings = append(b.Settings, convert.Setting{Name: "title", Value: title})
	}
	if err := b.Check(); err != nil {
		return err
	}
	for _, s := range up.stories {
		req, err := f.request(s)
		if err != nil {
			return err
		}
		if err := req.Check(); err != nil {
			return err
		}
		if err := s.asSidecar(&req); err != nil {
			return err
		}
		b.Stories = append(b.Stories, req)
	}
	size := shortStory + 1 // an anthology is no short story
	for _, s := range up.stories {
		for _, one := range s.files {
			size += len(one.Data)
		}
	}
	res, err := f.desk.work(r.Context(), size, func(ctx context.Context) (convert.Result, error) { return convert.Bind(ctx, b) })
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", format.MediaType)
	w.Header().Set("Content-Disposition", disposition("attachment", fileName(res.Facts().Title, nil, "anthology.txt")+format.Extension))
	f.send(w, http.StatusOK, res.Books[0])
	return nil
}
