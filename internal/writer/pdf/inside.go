package pdf

import (
	"unicode"

	"storybind/internal/typeset"
)

// roleMap says what our own tags stand for (14.7.3): those of PDF 2.0 for stress, and lines
// of verse.
const roleMap = "<</Em/Span/Line/Span/Strong/Span>>"

// inside is the element for a run of a line's element: the label or the value of a field, a
// stressed stretch, words of a foreign script. What goes on is the element that stands last.
func (t *tree) inside(e *element, run *typeset.Run) *element {
	if e.tag == "LI" {
		tag := "LBody"
		if left := t.labels[e]; left > 0 {
			tag = "Lbl"
			t.labels[e] = left - letters(run.Text)
		}
		e = t.goOn(e, tag, "")
	}
	if run.Stress&typeset.Emphasized != 0 {
		e = t.goOn(e, "Em", "")
	}
	if run.Stress&typeset.Strong != 0 {
		e = t.goOn(e, "Strong", "")
	}
	if lang := scriptLanguage(run.Text); lang != "" && !sameLanguage(lang, t.language) {
		e = t.goOn(e, "Span", lang)
	}
	return e
}

// goOn is the last element in e if it is of this kind, else a new one.
func (t *tree) goOn(e *element, tag, lang string) *element {
	if n := len(e.kids); n > 0 {
		if last := e.kids[n-1].element; last != nil && last.tag == tag && last.lang == lang {
			return last
		}
	}
	in := t.add(e, tag)
	in.lang = lang
	return in
}

// letters counts the letters and digits of a text.
func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// scripts are those that name a language, or that one language has nearly to itself: a guess
// that makes a screen reader change its voice where it could not read the word at all.
var scripts = []struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Cyrillic, "ru"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Arabic, "ar"}, {unicode.Han, "zh"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"},
	{unicode.Hangul, "ko"}, {unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
}

// scriptLanguage is the language of a text's first letter, "" for Latin letters.
func scriptLanguage(s string) string {
	for i, r := range s {
		if r < 0x370 || !unicode.IsLetter(r) {
			if i > 64 || r < 0x250 && unicode.IsLetter(r) {
				return ""
			}
			continue
		}
		for _, x := range scripts {
			if unicode.Is(x.table, r) {
				return x.language
			}
		}
		return ""
	}
	return ""
}

// sameLanguage reports whether a book of the language has the script of the other anyway.
func sameLanguage(script, language string) bool {
	for _, shared := range [...][2]string{
		{"zh", "ja"}, {"zh", "ko"}, {"ru", "uk"}, {"ru", "bg"}, {"ru", "sr"}, {"ru", "be"}, {"ru", "mk"}, {"ar", "fa"}, {"ar", "ur"}, {"he", "yi"}, {"hi", "mr"}, {"hi", "ne"}, {"hi", "sa"},
	} {
		if script == shared[0] && primary(language) == shared[1] {
			return true
		}
	}
	return script == primary(language)
}

// primary is a language tag's first subtag.
func primary(tag string) string {
	for i := 0; i < len(tag); i++ {
		if tag[i] == '-' {
			return tag[:i]
		}
	}
	return tag
}
