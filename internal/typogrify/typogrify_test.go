package typogrify

import (
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/diag"
)

// setParagraphs typogrifies paragraphs of one story; "_" around words makes them emphasis.
func setParagraphs(language string, texts ...string) ([]string, []diag.Diagnostic) {
	s := &book.Section{ID: "chapter-1", Role: book.Chapter}
	for _, t := range texts {
		s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: emphasised(t)})
	}
	b := &book.Book{Meta: book.Metadata{Language: language}, Body: []*book.Section{s}}
	ds := Apply(b, Options{})
	var out []string
	for _, p := range s.Blocks {
		out = append(out, book.Plain(p.(*book.Paragraph).Inlines))
	}
	return out, ds
}

func emphasised(t string) []book.Inline {
	var ins []book.Inline
	for i, part := range strings.Split(t, "_") {
		switch {
		case part == "":
		case i%2 == 1:
			ins = append(ins, book.Emphasis{Inlines: []book.Inline{book.Text{Value: part}}})
		default:
			ins = append(ins, book.Text{Value: part})
		}
	}
	return ins
}

var english = []struct{ rule, typed, printed string }{
	{"speech", `"Wait," Tom said. "I'm coming."`, `“Wait,” Tom said. “I’m coming.”`},
	{"nested", `"Did she say 'never'?" he asked.`, `“Did she say ‘never’?” he asked.`},
	{"nested to the end", `"She said, 'Never.'"`, `“She said, ‘Never.’”`},
	{"nested at the start", `"'Never,' she said. Not once."`, `“‘Never,’ she said. Not once.”`},
	{"single outside, double inside", `'She told me, "Never," and left,' he said.`, `‘She told me, “Never,” and left,’ he said.`},
	{"contractions", `He'd've gone; they'll've seen 'im, wouldn't they?`, `He’d’ve gone; they’ll’ve seen ’im, wouldn’t they?`},
	{"elisions", `'Tis late. Give 'em time, 'cause 'twas theirs.`, `’Tis late. Give ’em time, ’cause ’twas theirs.`},
	{"an elision in speech", `"'Scuse me," he said. "'Tisn't mine."`, `“’Scuse me,” he said. “’Tisn’t mine.”`},
	{"an elision in single speech", `''Scuse me,' he said. ''Tis mine.'`, `‘’Scuse me,’ he said. ‘’Tis mine.’`},
	{"an elision within single speech", `'Give 'em to me,' he said.`, `‘Give ’em to me,’ he said.`},
	{"a dropped h within single speech", `'Get 'Arry,' he said.`, `‘Get ’Arry,’ he said.`},
	{"cause as a word", `'Cause and effect,' she said. The word 'cause' again. He left 'cause he could.`, `‘Cause and effect,’ she said. The word ‘cause’ again. He left ’cause he could.`},
	{"rock and roll", `All rock 'n' roll, or rock'n'roll, or rock 'n roll.`, `All rock ’n’ roll, or rock’n’roll, or rock ’n roll.`},
	{"years", `Back in the '90s, or '95, the class of '68.`, `Back in the ’90s, or ’95, the class of ’68.`},
	{"plural possessives", `The boys' coats and the Joneses' dog were wet.`, `The boys’ coats and the Joneses’ dog were wet.`},
	{"a plural possessive within single speech", `'The boys' coats are wet,' he said.`, `‘The boys’ coats are wet,’ he said.`},
	{"dropped letters at the end", `"Goin' home, an' no mistakin' it, o' course."`, `“Goin’ home, an’ no mistakin’ it, o’ course.”`},
	{"dropped letters within single speech", `'Goin' home,' he said, 'an' quick.'`, `‘Goin’ home,’ he said, ‘an’ quick.’`},
	{"words in single quotes", `The 'big' one, and the 'not quite so big' one.`, `The ‘big’ one, and the ‘not quite so big’ one.`},
	{"names", `O'Brien met D'Arcy at the ne'er-do-well's fo'c's'le.`, `O’Brien met D’Arcy at the ne’er-do-well’s fo’c’s’le.`},
	{"a jack-o'-lantern", `A jack-o'-lantern and a will-o'-the-wisp.`, `A jack-o’-lantern and a will-o’-the-wisp.`},
	{"behind a dash", `He said--"Stop!"--and ran.`, `He said—“Stop!”—and ran.`},
	{"before a dash", `"I thought--" "You thought!"`, `“I thought—” “You thought!”`},
	{"a dash begins speech", `"--and then," she said, "he left."`, `“—and then,” she said, “he left.”`},
	{"an ellipsis begins speech", `He turned. "...and then," she said, "'...he left.'"`, `He turned. “…and then,” she said, “‘…he left.’”`},
	{"at the edge of emphasis", `"_Stop!_" he said. "It's _never_." _"Now,"_ she said; the _Argo_'s crew.`, `“Stop!” he said. “It’s never.” “Now,” she said; the Argo’s crew.`},
	{"emphasis begins within a quotation", `"I _said 'no',_ Tom."`, `“I said ‘no’, Tom.”`},
	{"backticks", "``Wait,'' Tom said. ``Did she say `never'?''", "“Wait,” Tom said. “Did she say ‘never’?”"},
	{"a backtick for an apostrophe", "He didn`t go.", "He didn’t go."},
	{"two singles for a double", `''Wait,'' he said. ''I didn't.''`, `“Wait,” he said. “I didn’t.”`},
	{"a word that might be cut short", `The word 'again' and the word 'begin', and 'goin'' as well.`, `The word ‘again’ and the word ‘begin’, and ‘goin’’ as well.`},
	{"parentheses", `("Wait," he said, 'so to speak'.) ['Tis so.]`, `(“Wait,” he said, ‘so to speak’.) [’Tis so.]`},
	{"no blank before speech", `He said,"Wait."`, `He said,“Wait.”`},
	{"no blank behind speech", `"Wait,"he said.`, `“Wait,”he said.`},
	{"blanks within quotes", `He said " wait " and left.`, `He said “ wait ” and left.`},
	{"the closing quote forgotten", `"Wait, he said. "I'm coming."`, `“Wait, he said. “I’m coming.”`},
	{"feet and inches", `He was 6'2" or 6' 2" and the board 5' long.`, `He was 6′2″ or 6′ 2″ and the board 5′ long.`},
	{"inches within speech", `"I have a 12" pipe," he said. "In 1995," she said, "or '96."`, `“I have a 12″ pipe,” he said. “In 1995,” she said, “or ’96.”`},
	{"a year ends speech", `"It was 1995" was all he said.`, `“It was 1995” was all he said.`},
	{"curly quotes stay", `“Wait,” Tom said. ‘em "Now," 'tis so.`, `“Wait,” Tom said. ‘em “Now,” ’tis so.`},
	{"curly doubles, straight apostrophes", `“Don't say 'no',” she said.`, `“Don’t say ‘no’,” she said.`},
	{"addresses stay", `Write to o'neil--x@example.org or see "http://example.org/a--b...c?d='e'" now.`, `Write to o'neil--x@example.org or see “http://example.org/a--b...c?d='e'” now.`},
	{"hushed and cut speech", `"I was going to-" He stopped.`, `“I was going to—” He stopped.`},

	{"a dash of two hyphens", `The lamp--the only one -- was out - or nearly---and cold.`, `The lamp—the only one—was out—or nearly—and cold.`},
	{"a sentence broken off", `"What the-- Who are you?"`, `“What the— Who are you?”`},
	{"a dash at the end", `And then --`, `And then—`},
	{"who said so", `-- Annie`, `— Annie`},
	{"a name left out", `Mr. H----, of B----, said so.`, "Mr.\u00A0H——, of B——, said so."},
	{"ranges of years", `The war of 1914-1918, or 1914-18, or 1939--1945; pp. 12-15.`, `The war of 1914–1918, or 1914–18, or 1939–1945; pp. 12–15.`},
	{"figures that are no ranges", `Call 555-1234 on 2003-04-10, room 2-5, score 3 - 2, in 2003-04.`, `Call 555-1234 on 2003-04-10, room 2-5, score 3 - 2, in 2003-04.`},
	{"hyphens stay", `A well-worn, half-finished thing; pre- and post-war.`, `A well-worn, half-finished thing; pre- and post-war.`},
	{"arrows stay", `This --> that <-- those`, `This --> that <-- those`},

	{"ellipses", `He waited... and waited...then... "So...?"`, `He waited… and waited…then… “So…?”`},
	{"spaced ellipses", `He waited . . . and waited. . . . Then he left.`, "He waited\u00A0… and waited.… Then he left."},
	{"an ellipsis between blanks", `He waited ... and waited ..."`, "He waited\u00A0… and waited\u00A0…”"},
	{"four dots end a sentence", `He left.... Then he came.... and left.`, `He left.… Then he came… and left.`},
	{"many dots", `"I didn't......" He stopped........`, `“I didn’t…” He stopped…`},
	{"two dots stay", `Wait.. what?.. And etc..`, `Wait.. what?.. And etc..`},
	{"leaders stay", `Chapter One ........... 12`, `Chapter One ........... 12`},

	{"blanks", `One.  Two.   Three _ four_  five.`, `One. Two. Three four five.`},
	{"names keep their titles", `Mr. Voss met Dr. Hale and St. Ives. The Mr. is not.`, "Mr.\u00A0Voss met Dr.\u00A0Hale and St.\u00A0Ives. The Mr. is not."},
}

func TestEnglish(t *testing.T) {
	for _, c := range english {
		got, ds := setParagraphs("en", c.typed)
		if got[0] != c.printed {
			t.Errorf("%s:\n   %s\ngot  %s\nwant %s", c.rule, c.typed, got[0], c.printed)
		}
		if len(ds) > 0 {
			t.Errorf("%s: remarks %v", c.rule, ds)
		}
	}
}

// Speech of several paragraphs is opened in each and closed in the last.
func TestSpeechOfSeveralParagraphs(t *testing.T) {
	for _, c := range []struct{ typed, printed []string }{
		{[]string{`"It was late.`, `"'Tis true, it was dark.`, `"It was cold," he said.`}, []string{`“It was late.`, `“’Tis true, it was dark.`, `“It was cold,” he said.`}},
		{[]string{`'It was late.`, `'And dark.`, `'It was cold,' he said.`}, []string{`‘It was late.`, `‘And dark.`, `‘It was cold,’ he said.`}},
		{[]string{`"No," he said.`, `'Arry went home.`, `"No."`, `Old 'Enry too.`}, []string{`“No,” he said.`, `’Arry went home.`, `“No.”`, `Old ’Enry too.`}},
	} {
		got, ds := setParagraphs("en", c.typed...)
		if strings.Join(got, "\n") != strings.Join(c.printed, "\n") || len(ds) > 0 {
			t.Errorf("got  %s, %v\nwant %s", strings.Join(got, "\n"), ds, strings.Join(c.printed, "\n"))
		}
	}
}

// What nobody can judge stays, and is named.
func TestAmbiguous(t *testing.T) {
	for _, typed := range []string{`He said " and left.`, `The dogs ' barked.`} {
		got, ds := setParagraphs("en", typed)
		if got[0] != typed || len(ds) != 1 || ds[0].Code != "typogrify/ambiguous-quote" {
			t.Errorf("%s: %s, %v", typed, got[0], ds)
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	for _, c := range []struct{ language, typed, printed string }{
		{"de", `"Warte", sagte er. "Sie hat 'nein' gesagt. Wie geht's?"`, `„Warte“, sagte er. „Sie hat ‚nein‘ gesagt. Wie geht’s?“`},
		{"de", `Das Licht -- das einzige - war aus--fast. »Warte« bleibt.`, `Das Licht – das einzige – war aus – fast. »Warte« bleibt.`},
		{"de-AT", `"Warte"`, `„Warte“`},
		{"fr", `"Attends !" dit-il. « L'été », c'est "vrai" ; n'est-ce pas ?`, "«\u00A0Attends\u00A0!\u00A0» dit-il. «\u00A0L’été\u00A0», c’est «\u00A0vrai\u00A0»\u00A0; n’est-ce pas\u00A0?"},
		{"fr", `- Attends, dit-il.`, `— Attends, dit-il.`},
		{"fr", `--Attends, dit-il.`, `—Attends, dit-il.`},
		{"es", `--Espera --dijo Juan--. Ya voy.`, `—Espera —dijo Juan—. Ya voy.`},
		{"es", `-Espera -dijo Juan-. "Ya voy".`, `—Espera —dijo Juan—. «Ya voy».`},
		{"it", `"Aspetta", disse. L'estate - cosi - passa.`, `«Aspetta», disse. L’estate — cosi — passa.`},
		{"pt-BR", `- Espera - disse "ele".`, `— Espera — disse “ele”.`},
		{"ru", `- Подожди, - сказал он. "Да" -- и ушёл.`, `— Подожди, — сказал он. «Да» — и ушёл.`},
		{"pl", `- Czekaj - powiedział. "Tak".`, `— Czekaj — powiedział. „Tak”.`},
		{"sv", `"Vänta", sade han - och gick.`, `”Vänta”, sade han – och gick.`},
		{"nl", `"Wacht," zei hij. 's Avonds 't licht.`, `“Wacht,” zei hij. ’s Avonds ’t licht.`},
		{"he", `צה"ל`, `צה"ל`},
		{"", `"Wait," he said.`, `“Wait,” he said.`},
	} {
		got, ds := setParagraphs(c.language, c.typed)
		if got[0] != c.printed || len(ds) > 0 {
			t.Errorf("%s:\n   %s\ngot  %s %v\nwant %s", c.language, c.typed, got[0], ds, c.printed)
		}
	}
}

// Every kind of block is set, but for those that keep their characters.
func TestEveryBlock(t *testing.T) {
	const typed, printed = `"It's late"--so`, `“It’s late”—so`
	b := booktest.Every()
	text := func() []book.Inline { return []book.Inline{book.Text{Value: typed}} }
	var plant func(bs []book.Block)
	plant = func(bs []book.Block) {
		for _, bl := range bs {
			switch x := bl.(type) {
			case *book.Paragraph:
				x.Inlines = []book.Inline{book.Text{Value: typed + " "}, book.Code{Value: typed}, book.Text{Value: " "}, book.Strong{Inlines: text()},
					book.LineBreak{}, book.Link{URL: "https://example.org/a--b", Inlines: text()}, book.NoteRef{ID: "note-1", Mark: "1"}, book.SmallCaps{Inlines: text()}}
			case *book.Subheading:
				x.Inlines = text()
			case *book.Verse:
				x.Stanzas = [][]book.VerseLine{{{Inlines: []book.Inline{book.Text{Value: `"It's late`}}}}, {{Inlines: []book.Inline{book.Text{Value: `it's dark"`}}}}}
			case *book.Quote:
				plant(x.Blocks)
				x.Source = text()
			case *book.Letter:
				plant(x.Blocks)
				x.Opening, x.Closing = []book.Line{text()}, []book.Line{text()}
			case *book.Log:
				x.Entries = []book.LogEntry{{Speaker: text(), Inlines: text()}}
			case *book.Inscription:
				x.Lines = []book.Line{text()}
			case *book.Figure:
				x.Alt, x.Caption = typed, text()
			case *book.Preformatted:
				x.Lines = []string{typed}
			case *book.Note:
				plant(x.Blocks)
			case *book.Byline:
				x.Inlines = text()
			case *book.FieldList:
				x.Fields = []book.Field{{Label: "Note", Value: typed}}
			}
		}
	}
	b.Meta.Title, b.Meta.Description = typed, typed
	b.Meta.Fields = []book.Field{{Name: "notes", Value: typed}}
	for _, s := range b.Sections() {
		s.Title, s.Subtitle = text(), text()
		plant(s.Blocks)
	}
	Apply(b, Options{Off: true})
	if b.Meta.Title != typed {
		t.Error("the setting --no-typogrify is not obeyed")
	}
	Apply(b, Options{})

	set, kept := 0, 0
	see := func(s string) {
		set += strings.Count(s, printed)
		kept += strings.Count(s, typed)
	}
	see(b.Meta.Title)
	see(b.Meta.Description)
	see(b.Meta.Fields[0].Value)
	verse := ""
	for _, s := range b.Sections() {
		book.SectionPieces(s, see)
		for _, bl := range s.Blocks {
			if v, ok := bl.(*book.Verse); ok {
				verse = book.Plain(v.Stanzas[0][0].Inlines) + "/" + book.Plain(v.Stanzas[1][0].Inlines)
			}
		}
	}
	if want := "“It’s late/it’s dark”"; verse != want {
		t.Errorf("verse %q, want %q", verse, want)
	}
	paragraphs, preformatted := 0, 0
	var count func(bs []book.Block)
	count = func(bs []book.Block) {
		for _, bl := range bs {
			switch x := bl.(type) {
			case *book.Paragraph:
				paragraphs++
			case *book.Preformatted:
				preformatted++
			case *book.Quote:
				count(x.Blocks)
			case *book.Letter:
				count(x.Blocks)
			case *book.Note:
				count(x.Blocks)
			}
		}
	}
	for _, s := range b.Sections() {
		count(s.Blocks)
	}
	if kept != paragraphs+preformatted {
		t.Errorf("%d stretches stayed as typed, want %d: the code of each paragraph and the preformatted lines", kept, paragraphs+preformatted)
	}
	if set < 4*paragraphs+10 {
		t.Errorf("only %d stretches were set", set)
	}
}

// Titles keep their blanks: readers look for them.
func TestTitles(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Language: "en", Title: `Mr. Voss - "The Lamp"...`}}
	Apply(b, Options{})
	if want := `Mr. Voss – “The Lamp”…`; b.Meta.Title != want {
		t.Errorf("got %s, want %s", b.Meta.Title, want)
	}
}
