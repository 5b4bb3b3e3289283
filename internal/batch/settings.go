package batch

import (
	"fmt"
	"strings"

	"storybind/internal/convert"
	"storybind/internal/diag"
)

// checkSettings refuses what would be wrong with every story: a setting of the
// person's, or a file that one names. It remarks on those that mean nothing to the
// formats of the plan; a sidecar's may, because it serves every format.
func (p *Plan) checkSettings(settings []convert.Setting) error {
	req := convert.Request{Settings: settings, Open: open("")}
	for _, name := range p.Formats {
		f, err := convert.Format(name)
		if err != nil {
			return UsageError{err.Error()}
		}
		req.Formats = append(req.Formats, f)
	}
	if err := req.Check(); err != nil {
		return UsageError{err.Error()}
	}
	said := map[string]bool{}
	for _, s := range settings {
		formats := convert.MeantFor(s.Name, p.Formats)
		if len(formats) == 0 || said[s.Name] {
			continue
		}
		said[s.Name] = true
		p.Remarks = append(p.Remarks, Remarks([]diag.Diagnostic{{Code: "batch/other-setting", Severity: diag.Warning,
			Message: fmt.Sprintf("--%s counts for %s only, and makes no difference to %s", s.Name, strings.Join(formats, ", "), strings.Join(p.Formats, ", ")),
			Hint:    fmt.Sprintf("--to %s makes such a book", formats[0])}})...)
	}
	return nil
}
