package web

import (
	"net/http"

	"storybind/internal/convert"
)

// asSidecar writes what a request's settings say into the sidecar of its story.
func (s *story) asSidecar(req *convert.Request) error {
	if len(req.Settings) == 0 {
		return nil
	}
	data, err := req.SidecarFile()
	if err != nil {
		return err
	}
	req.Files = append([]convert.File{}, req.Files...)
	req.Files[0].Sidecar = convert.Sidecar{Name: stem(req.Files[0].Name) + ".toml", Data: data, Open: s.open}
	req.Settings = nil
	return nil
}

// sidecar answers with the file that, beside the story, makes the form's book again.
func (f *form) sidecar(w http.ResponseWriter, r *http.Request, up *upload) error {
	s := up.stories[0]
	req, err := f.request(s)
	if err != nil {
		return err
	}
	req.Formats = convert.Formats
	if err := req.Check(); err != nil {
		return err
	}
	if err := s.asSidecar(&req); err != nil {
		return err
	}
	data := req.Files[0].Sidecar.Data
	if len(data) == 0 {
		data = []byte("# Nothing was mended, so there is nothing to say.\n")
	}
	w.Header().Set("Content-Type", "application/toml; charset=utf-8")
	w.Header().Set("Content-Disposition", disposition("attachment", stem(s.files[0].Name)+".toml"))
	f.send(w, http.StatusOK, data)
	return nil
}
