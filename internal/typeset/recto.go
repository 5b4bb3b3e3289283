package typeset

import "storybind/internal/diag"

// noRecto says that chapters were to begin on right-hand pages where there are none.
func noRecto(st Style, g *geometry) []diag.Diagnostic {
	if !st.Rectos || g.twoSided {
		return nil
	}
	return []diag.Diagnostic{{Code: "typeset/recto", Severity: diag.Note,
		Message: "chapters begin on the next page, not on a right-hand one: these pages are not two-sided, so recto means nothing",
		Hint:    "leave recto out, or let the pages be two-sided: not two-sided=false, and not the page ereader"}}
}
