package book

import (
	"iter"
	"strings"
	"unicode"
)

// IsPlay reports whether most of a section's paragraphs are speeches and directions.
func IsPlay(sec *Section, names Cast) bool {
	speeches, directions, others := 0, 0, 0
	for _, b := range sec.Blocks {
		for text := range saidIn(b) {
			switch {
			case names.Speaker(text) > 0, len(text) <= LongestTurn && names.Named(text) > 0:
				speeches++
			case IsDirection(text):
				directions++
			default:
				others++
				if others > 20 && others > 3*speeches {
					return false
				}
			}
		}
	}
	return speeches >= 2 && speeches+directions > 2*others
}

// LongestTurn is how long a line may be that says whose turn it is and how: "MARY, turning away."
const LongestTurn = 90

// saidIn are the texts that the paragraphs of a block begin with, where they may be speeches.
func saidIn(b Block) iter.Seq[string] {
	return func(yield func(string) bool) {
		switch b := b.(type) {
		case *Paragraph:
			yield(firstText(b.Inlines))
		case *Log:
			for _, e := range b.Entries {
				text := firstText(e.Inlines)
				if who := firstText(e.Speaker); who != "" {
					text = who + " " + text
				}
				if !yield(text) {
					return
				}
			}
		}
	}
}

// firstText is the text that inlines begin with.
func firstText(ins []Inline) string {
	if len(ins) == 0 {
		return ""
	}
	switch in := ins[0].(type) {
	case Text:
		return in.Value
	case Emphasis:
		return firstText(in.Inlines)
	case Strong:
		return firstText(in.Inlines)
	case SmallCaps:
		return firstText(in.Inlines)
	}
	return ""
}

// speaker is where the name that a speech begins with ends, 0 for none: up to four words in
// capitals and a full stop or a colon, or a direction in brackets before it; something is said behind it.
func speaker(text string) int {
	letters := 0
	for i, r := range text {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == '.' || r == ':':
			if letters < 2 {
				return 0
			}
			end := i + 1
			if rest := strings.TrimLeft(text[end:], " \u00A0"); rest == "" || !strings.HasPrefix(text[end:], " ") && !strings.HasPrefix(text[end:], "\u00A0") && r == '.' {
				return 0
			}
			return end
		case r == ' ' || r == '\u00A0' || r == '\'' || r == '’' || r == '-' || r == '&' || unicode.IsDigit(r):
			if letters == 0 {
				return 0
			}
		case (r == '(' || r == '[') && letters >= 2: // MARY (softly): or MARY, aside.
			if end := strings.IndexAny(text[i:], ")]"); end > 0 && i+end+1 < len(text) && strings.ContainsRune(".: ", rune(text[i+end+1])) {
				return i
			}
			return 0
		default:
			return 0
		}
		if i > 48 {
			return 0
		}
	}
	return 0
}

// IsDirection reports whether a paragraph says what is done on the stage: it stands in
// brackets, or somebody enters or leaves.
func IsDirection(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) < 3 {
		return false
	}
	if first, last := text[0], text[len(text)-1]; first == '[' && last == ']' || first == '(' && last == ')' {
		return true
	}
	word, _, _ := strings.Cut(text, " ")
	switch strings.TrimRight(word, ".,") {
	case "Exit", "Exeunt", "Enter", "Re-enter", "Curtain":
		return len(text) < 200
	}
	return false
}
