package web

import (
	"encoding/base64"
	"net/http"
	"strconv"
)

// look answers with what was understood of each story, in a form that can mend
// it. The page's own script takes the parts it needs out of the answer; without
// the script the answer is a page of its own, and brings the stories along.
func (f *form) look(w http.ResponseWriter, r *http.Request, up *upload) error {
	view := pageView{Title: "What was understood"}
	all := wrongFields{}
	for i, s := range up.stories {
		req, err := f.request(s)
		if err != nil {
			return err
		}
		wrong := takeOut(&req)
		for name, text := range wrong {
			if len(s.own.values[name])+len(s.own.files[name]) == 0 {
				all[name] = text
			}
		}
		res, err := f.convert(r.Context(), s, req)
		if err != nil {
			return err
		}
		u := understand(s, &res, wrong)
		if len(up.stories) > 1 {
			u.Prefix = strconv.Itoa(i) + "."
		}
		if s.last("keep") != "no" {
			for _, file := range s.files {
				u.Kept = append(u.Kept, keptStory{file.Name, base64.StdEncoding.EncodeToString(file.Data)})
			}
		}
		view.Stories = append(view.Stories, u)
	}
	view.Form = f.formView(up, all)
	if len(view.Stories) == 1 {
		view.Title = view.Stories[0].Heading()
	}
	f.render(w, http.StatusOK, "looked", view)
	return nil
}
