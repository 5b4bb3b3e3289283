package typeset

import (
	"testing"

	"storybind/internal/book"
)

// The first words of a chapter, up to a stop that is none of an abbreviation.
func TestOpeningWords(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Language: "en"}}
	st := DefaultStyle()
	g, err := st.geometry("en")
	if err != nil {
		t.Fatal(err)
	}
	tc, err := newTypecase(b, &st, g)
	if err != nil {
		t.Fatal(err)
	}
	s := newSetter(tc, g, true)
	for text, want := range map[string]string{
		"It was late, and the lamp was lit.":                "It was late",
		"“Wait,” Tom says, and waits.":                      "“Wait",
		"Mr. Bennet was among the earliest of those.":       "Mr. Bennet was among the",
		"The responsibilities of an intermittent keeper":    "The responsibilities of an",
		"1925 was a bad year.":                              "",
		"Stop!":                                             "Stop",
		"Характерно, что он молчал.":                        "Характерно",
		"漢字で始まる章。":                                          "",
		"—And then, at last, he came to the door of it all": "—And then",
		"O’Brien’s well-worn coat hung there.":              "O’Brien’s well-worn coat hung",
	} {
		fl := s.flatten([]book.Inline{book.Text{Value: text}}, fontKey{size: g.size})
		s.openingWords(&fl)
		got := ""
		if fl.spans[0].font.key.caps == smallCaps {
			got = text[:fl.spans[0].end]
		}
		if got != want {
			t.Errorf("%q opens with %q in small capitals, want %q", text, got, want)
		}
	}
}
