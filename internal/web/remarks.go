package web

import (
	"strings"

	"storybind/internal/convert"
)

// A remarkRow is one remark as the page shows it.
type remarkRow struct {
	Severity string
	Message  string
	Hint     string
	Line     int
	Text     string // the line that it speaks of
}

// remarks shows what there is to say about a story, each with its line. That a
// field is overruled by the form itself is no news to whoever fills it in.
func (u *understood) remarks(s *story, res *convert.Result) {
	for _, d := range res.Diagnostics {
		if d.Code == "parse/overruled" && s.files[0].Sidecar.Name == "" {
			continue
		}
		if len(u.Remarks) == maxRemarks {
			u.Hidden++
			continue
		}
		row := remarkRow{Severity: d.Severity.String(), Message: sentence(plainFlags(d.Message)), Hint: sentence(plainFlags(d.Hint)), Line: d.Span.Line()}
		if row.Line > 0 {
			at := d.Span.Text.LineAt(d.Span.Start)
			row.Text = shorten(strings.TrimSpace(d.Span.Text.Line(at)), 160)
		}
		u.Remarks = append(u.Remarks, row)
	}
}

// Doubtful reports whether a remark is worth reading before the book is made.
func (u understood) Doubtful() bool { return u.number("warning")+u.number("problem") > 0 }

// Counted says how many remarks there are of each kind: "1 warning, 3 notes".
func (u understood) Counted() string {
	var out []string
	for _, kind := range []string{"problem", "warning", "note"} {
		if n := u.number(kind); n > 0 {
			out = append(out, count(n, kind))
		}
	}
	return strings.Join(out, ", ")
}

func (u understood) number(severity string) int {
	n := 0
	for _, r := range u.Remarks {
		if r.Severity == severity {
			n++
		}
	}
	return n
}
