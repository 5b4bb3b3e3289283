package typeset

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// oneByOne is how many remarks of one kind are made one by one.
const oneByOne = 8

// A lacking is a character that no face has, as the book's text has it.
type lacking struct {
	r     rune
	block book.Block // where first; nil for a heading
	times int
}

// missingGlyphs makes remarks of the characters that no face has: one for each script,
// with its share of the text, and for single characters and signs a few of their own. A
// book of which more than a tenth would be boxes is not worth its paper: an error.
func missingGlyphs(b *book.Book, missing map[rune]bool) ([]diag.Diagnostic, error) {
	if len(missing) == 0 {
		return nil, nil
	}
	found, visible := lackings(b, missing)
	var out []diag.Diagnostic
	if i := slices.IndexFunc(found, func(l lacking) bool { return isTone(l.r) }); i >= 0 {
		out = append(out, diag.Diagnostic{Code: "typeset/emoji-tone", Severity: diag.Note, Span: where(found[i].block),
			Message: "emoji are drawn without the colour of their skin", Hint: "choose a font that has it (--font)"})
		found = slices.DeleteFunc(found, func(l lacking) bool { return isTone(l.r) })
	}
	boxes := 0
	byScript := map[string][]lacking{}
	for _, l := range found {
		boxes += l.times
		byScript[scriptName(l.r)] = append(byScript[scriptName(l.r)], l)
	}
	if boxes*10 > visible {
		worst := scriptName(slices.MaxFunc(found, func(a, b lacking) int { return a.times - b.times }).r)
		if worst == "" {
			worst = "its signs"
		} else {
			worst = "letters of " + worst
		}
		return nil, fmt.Errorf("%d of the story's %d characters would be boxes: no font here has %s; name one that has them (--font FILE.ttf), or make an EPUB, which e-readers show in fonts of their own", boxes, visible, worst)
	}
	single := 0
	for _, l := range found { // in the order of the book
		name := scriptName(l.r)
		all := byScript[name]
		if name == "" || len(all) == 1 {
			if single++; single <= oneByOne {
				out = append(out, missingGlyph(l))
			}
			continue
		}
		if all[0].r != l.r {
			continue
		}
		times := 0
		for _, l := range all {
			times += l.times
		}
		d := missingGlyph(l)
		d.Message = fmt.Sprintf("no font has the letters of %s: %d characters, %s of the text, are shown as boxes", name, times, share(times, visible))
		d.Hint = "name a font that has them (--font FILE.ttf), or make an EPUB: e-readers have fonts of their own"
		out = append(out, d)
	}
	if single > oneByOne {
		out = append(out, diag.Diagnostic{Code: "typeset/missing-glyph", Severity: diag.Warning,
			Message: fmt.Sprintf("further characters (%d) are in none of the fonts and are shown as boxes", single-oneByOne),
			Hint:    "choose a font that has them (--font)"})
	}
	return out, nil
}

// lackings counts the missing characters in the book, in its order, and all characters
// that can be seen.
func lackings(b *book.Book, missing map[rune]bool) (found []lacking, visible int) {
	at := map[rune]int{}
	count := func(bl book.Block, text string) {
		for _, r := range text {
			if r > ' ' && !unicode.IsSpace(r) {
				visible++
			}
			if r < 0x80 || !missing[r] {
				continue
			}
			i, ok := at[r]
			if !ok {
				i = len(found)
				at[r] = i
				found = append(found, lacking{r: r, block: bl})
			}
			found[i].times++
		}
	}
	for _, sec := range b.Sections() {
		count(nil, sec.Label)
		count(nil, book.Plain(sec.Title))
		count(nil, book.Plain(sec.Subtitle))
		for _, bl := range sec.Blocks {
			book.Pieces(bl, func(text string) { count(bl, text) })
		}
	}
	return found, max(visible, 1)
}

// scriptName is Unicode's name of the script that a letter is of, "" for signs and marks
// that several scripts share.
func scriptName(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			if name == "Common" || name == "Inherited" {
				return ""
			}
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// share is a part of a whole for people: "3 %", "less than 1 %".
func share(part, whole int) string {
	if p := part * 100 / whole; p > 0 {
		return fmt.Sprintf("%d %%", p)
	}
	return "less than 1 %"
}

func brokenWords(broken []lack) []diag.Diagnostic {
	var out []diag.Diagnostic
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

func missingGlyph(m lacking) diag.Diagnostic {
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
