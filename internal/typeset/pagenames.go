package typeset

import "fmt"

// Describe says what a preset measures, for people who choose among them.
func (p *PageSize) Describe(name string) string {
	called := map[string]string{"a5": "A5", "a4": "A4", "letter": "Letter", "trade": "Trade paperback", "pocket": "Pocket book", "large-print": "Large print", "ereader": "E-reader"}
	mm := func(l Length) int64 { return (int64(l)*254 + 360000) / 720000 }
	inches := func(l Length) string { return fmt.Sprintf("%g", float64((int64(l)*10+36000)/72000)/10) }
	for _, q := range presets {
		if q.name != name {
			continue
		}
		text := fmt.Sprintf("%d × %d mm", mm(q.width), mm(q.height))
		if q.width%36000 == 0 && q.height%36000 == 0 { // made for inches
			text = fmt.Sprintf("%s × %s in", inches(q.width), inches(q.height))
		}
		if called[name] == "" {
			return name + ", " + text
		}
		return called[name] + ", " + text
	}
	return ""
}
