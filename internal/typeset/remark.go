package typeset

import (
	"fmt"
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// oneByOne is how many remarks of one kind are made one by one.
const oneByOne = 8

// remarks turns what could not be set into remarks, few enough to be read. The
// lacks are in the order of the book.
func remarks(missing, broken []lack) []diag.Diagnostic {
	var out []diag.Diagnostic
	var order []lack
	at := map[rune]int{}
	for _, m := range missing {
		if i, ok := at[m.r]; ok {
			order[i].times += m.times
			continue
		}
		at[m.r] = len(order)
		order = append(order, m)
	}
	for i, m := range order {
		if i == oneByOne {
			out = append(out, diag.Diagnostic{Code: "typeset/missing-glyph", Severity: diag.Warning,
				Message: fmt.Sprintf("further characters (%d or more) are in none of the fonts and are shown as boxes", len(order)-oneByOne),
				Hint:    "choose a font that has them (--font)"})
			break
		}
		out = append(out, missingGlyph(m))
	}
	for i, m := range broken {
		if i == oneByOne {
			out = append(out, diag.Diagnostic{Code: "typeset/broken-word", Severity: diag.Note,
				Message: fmt.Sprintf("further words (%d) that are longer than a line were broken", len(broken)-oneByOne)})
			break
		}
		out = append(out, diag.Diagnostic{Code: "typeset/broken-word", Severity: diag.Note, Span: where(m.block),
			Message: fmt.Sprintf("a word that is longer than a line was broken: %s", shorten(m.word))})
	}
	return out
}

func missingGlyph(m lack) diag.Diagnostic {
	d := diag.Diagnostic{Code: "typeset/missing-glyph", Severity: diag.Warning, Span: where(m.block),
		Hint: "choose a font that has it (--font)"}
	if at := strings.IndexRune(d.Span.Raw(), m.r); at >= 0 {
		d.Span = d.Span.Text.Span(d.Span.Start+at, d.Span.Start+at+len(string(m.r)))
	}
	shown := fmt.Sprintf("%U", m.r)
	if unicode.IsPrint(m.r) {
		shown = fmt.Sprintf("“%c” (%U)", m.r, m.r)
	}
	times := "once"
	if m.times > 1 {
		times = fmt.Sprintf("%d times", m.times)
	}
	d.Message = fmt.Sprintf("no font has %s; it is shown as a box, %s", shown, times)
	return d
}

func where(b book.Block) source.Span {
	if b == nil {
		return source.Span{}
	}
	return b.Where()
}

// shorten quotes the beginning of a word.
func shorten(w string) string {
	n := 0
	for i := range w {
		if n == 24 {
			return "“" + w[:i] + "…”"
		}
		n++
	}
	return "“" + w + "”"
}
