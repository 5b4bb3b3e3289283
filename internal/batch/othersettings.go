package batch

import (
	"fmt"
	"strings"

	"storybind/internal/convert"
	"storybind/internal/diag"
)

// otherSettings says which of a person's settings mean nothing to the formats of
// the plan. A sidecar's may: it serves every format.
func (p *Plan) otherSettings(settings []convert.Setting) {
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
}
