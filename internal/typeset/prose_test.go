package typeset

import (
	"fmt"
	"strings"

	"storybind/internal/book"
)

// vocabulary is the words that invented prose is made of.
var vocabulary = strings.Fields(`the a of and to in was he she it that had with his her they for at on but from not
were by as be this there one all out up when would into no down back over then before lamp harbour keeper lighthouse evening
morning stairs window letter quietly something nothing understanding remember afternoon weather extraordinary conversation
neighbourhood particularly immediately disappeared comfortable kitchen whispered unhappiness circumstances unfortunately
gentleman acknowledged half-forgotten well-intentioned candlelight through thought enough brought daughter knowledge fishing
difficulties office offered waffle fluffy tide boat rope salt storm glass brass wheel clock bread butter stone wall garden
schoolmaster responsibility intermittently characteristic`)

// A lot draws numbers that are the same on every run.
type lot uint64

func (l *lot) n(below int) int {
	*l = *l*6364136223846793005 + 1442695040888963407
	return int(uint64(*l)>>33) % below
}

// sentence is invented prose of about n words.
func (l *lot) sentence(n int) string {
	var b strings.Builder
	quoted := l.n(3) == 0
	if quoted {
		b.WriteString("“")
	}
	for i := range n {
		w := vocabulary[l.n(len(vocabulary))]
		if l.n(10) < 7 { // most words of real prose are short and few
			w = vocabulary[l.n(48)]
		}
		if i == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		} else if b.Len() > 0 {
			switch l.n(24) {
			case 0:
				b.WriteString(", ")
			case 1:
				b.WriteString("—")
			case 2:
				b.WriteString("… ")
			default:
				b.WriteString(" ")
			}
		}
		b.WriteString(w)
	}
	b.WriteString(".")
	if quoted {
		b.WriteString("”")
	}
	return b.String()
}

func (l *lot) paragraph() *book.Paragraph {
	var ins []book.Inline
	for range 1 + l.n(6) {
		s := l.sentence(2+l.n(18)) + " "
		switch l.n(12) {
		case 0:
			ins = append(ins, book.Emphasis{Inlines: []book.Inline{book.Text{Value: s}}})
		default:
			ins = append(ins, book.Text{Value: s})
		}
	}
	return &book.Paragraph{Inlines: ins}
}

// novel is an invented book of chapters of so many paragraphs.
func novel(chapters, paragraphs int) *book.Book {
	l := lot(7)
	b := &book.Book{Meta: book.Metadata{Title: "The Tide Clock", Language: "en", Contributors: []book.Contributor{{Name: "Annie Lee", Role: "aut"}}}}
	b.Front = []*book.Section{
		{ID: "title-page", Role: book.TitlePage, Unlisted: true, Title: []book.Inline{book.Text{Value: b.Meta.Title}}},
		{ID: "contents", Role: book.Contents, Unlisted: true, Title: []book.Inline{book.Text{Value: "Contents"}}, Blocks: []book.Block{&book.ContentsList{}}},
	}
	for c := range chapters {
		s := &book.Section{ID: fmt.Sprintf("chapter-%d", c+1), Role: book.Chapter, Label: fmt.Sprintf("Chapter %d", c+1), Title: []book.Inline{book.Text{Value: l.sentence(3)}}}
		for i := range paragraphs {
			if i > 0 && l.n(14) == 0 {
				s.Blocks = append(s.Blocks, &book.SceneBreak{Mark: []string{"", "* * *"}[l.n(2)]})
			}
			s.Blocks = append(s.Blocks, l.paragraph())
		}
		b.Body = append(b.Body, s)
	}
	return b
}
