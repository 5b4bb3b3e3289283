package decode

import (
	"strings"
	"testing"

	"storybind/internal/diag"
)

// Each case is a file's bytes, the text a careful reader sees in it, and the
// remarks in order, as "line code".
var mendings = []struct {
	rule, bytes, want string
	remarks           string
}{
	{"CR LF, LF and CR end lines", "a\r\nb\nc\rd\r\n", "a\nb\nc\nd\n", ""},
	{"CR CR LF throughout is one line end", "a\r\r\n\r\r\nb\r\r\n", "a\n\nb\n", ""},
	{"CR CR LF once is an empty line", "a\r\nb\r\nc\r\nd\r\ne\r\r\nf\r\n", "a\nb\nc\nd\ne\n\nf\n", ""},
	{"LF CR throughout is one line end", "a\n\r\n\rb\n\r", "a\n\nb\n", ""},
	{"a byte order mark at the start says nothing", "\uFEFFabc\n", "abc\n", ""},
	{"a byte order mark inside is left out", "abc\n\uFEFFdef\n", "abc\ndef\n", "2 control-characters"},
	{"NUL and control bytes go", "ab\x00c\nd\x07e\x7Ff\n", "abc\ndef\n", "1 control-characters"},
	{"^Z at the end goes without a word", "abc\r\n\x1a", "abc\n", ""},
	{"^Z and padding at the end go without a word", "abc\r\n\x1a\x00\x00\x00\x00", "abc\n", ""},
	{"a form feed before text is an empty line", "abc.\n\fChapter 2\n", "abc.\n\nChapter 2\n", ""},
	{"a form feed behind an empty line adds none", "abc.\n\n\fChapter 2\n", "abc.\n\nChapter 2\n", ""},
	{"a form feed alone on a line is an empty line", "abc.\n\f\nChapter 2\n", "abc.\n\nChapter 2\n", ""},
	{"a form feed at a line's end ends the page", "abc.\f\nChapter 2\n", "abc.\n\nChapter 2\n", ""},
	{"a form feed in the middle of a sentence is nothing", "the lamp was\n\fnot lit.\n", "the lamp was\nnot lit.\n", ""},
	{"VT and U+2028 end lines, U+2029 a paragraph", "a\vb\u2028c\u2029d\n", "a\nb\nc\n\nd\n", ""},
	{"U+0085 ends lines where nothing else does", "a\u0085b\u0085", "a\nb\n", ""},
	{"C1 characters mean windows-1252", "\u0093I didn\u0092t\u0085\u0094\n", "“I didn’t…”\n", "1 stray-bytes"},
	{"a C1 character that means nothing is unreadable", "a\u0081b\n", "a\uFFFDb\n", "1 unreadable-character"},
	{"soft hyphens go, and join a word over a line's end", "light\u00ADhouse\nlight\u00AD\nhouse was\n", "lighthouse\nlighthouse\nwas\n", "1 control-characters"},
	{"a soft hyphen that nothing follows is a hyphen", "light\u00AD\n\nHouse\n", "light-\n\nHouse\n", "1 control-characters"},
	{"a word that is a whole line comes up whole", "light\u00AD\nhouse\nwas\n", "lighthouse\nwas\n", "1 control-characters"},
	{"the sign of scanning programs joins as well", "a sol¬\ndier said so in the morn¬ ing, and ¬A, not ¬ B\n", "a soldier\nsaid so in the morning, and ¬A, not ¬ B\n", "1 control-characters"},
	{"accents behind letters are composed, the marks of Japanese and Korean stay", "Cafe\u0301 Vie\u0323\u0302t \u0438\u0306 \u304B\u3099 \u1112\u1161\u11AB \u212B\n", "Café Việt й \u304B\u3099 \u1112\u1161\u11AB \u212B\n", "1 composed"},
	{"a line that shows nothing is empty", "One.\n\u200B\nTwo.\n \u2800 \nThree.\n\u00AD\u2060\nFour.\n\u180E\u3164\nFive.\n", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n", "6 control-characters"},
	{"marks of no width go from words that need none", "The\u200B\u200C\u200D bell\u2060 rang\u200Cing.\n", "The bell ranging.\n", "1 invisible-characters"},
	{"joiners stay where they are spelling", "\u0645\u06CC\u200C\u0628\u0627\u0631\u062F \u0915\u094D\u200D\u0937 👩\u200D🚀 ❤\uFE0F\u200D🔥 \u0E01\u200B\u0E02\n", "\u0645\u06CC\u200C\u0628\u0627\u0631\u062F \u0915\u094D\u200D\u0937 👩\u200D🚀 ❤\uFE0F\u200D🔥 \u0E01\u200B\u0E02\n", ""},
	{"odd spaces are blanks where a printer sets none", "Chapter\u2009One\n\nby\u00A0Ann\u3000Lee\n\n“So\u200A—\u200Ano\u2009” 10\u202F000\u2003men\n", "Chapter One\n\nby Ann Lee\n\n“So\u200A—\u200Ano\u2009” 10\u202F000 men\n", ""},
	{"headings of drawn letters are read, running text is not", "𝐂𝐡𝐚𝐩𝐭𝐞𝐫 𝟏\n\nHe wrote 𝐒𝐓𝐎𝐏 there.\n\nＰａｒｔ　２\n\nＴシャツ\n", "Chapter 1\n\nHe wrote 𝐒𝐓𝐎𝐏 there.\n\nPart 2\n\nＴシャツ\n", "1 drawn-letters"},
	{"backslashes before marks go where a file is full of them", "He didn\\'t. \\\"You\\'re late,\\\" she said \\- now.\n\n\\* \\* \\*\n", "He didn't. \"You're late,\" she said - now.\n\n* * *\n", "1 escapes"},
	{"backslashes that are something else stay", "C:\\DOS\\RUN \\o/ it\\'s \\_/ D:\\A\\B\\C\n", "C:\\DOS\\RUN \\o/ it\\'s \\_/ D:\\A\\B\\C\n", ""},
	{"colours of a terminal go whole", "\x1b[1;31mRed\x1b[0m door\n", "Red door\n", ""},
	{"overstruck letters are letters", "T\bTh\bhe _\ble_\ba_\bf\n", "The leaf\n", ""},
	{"U+FFFE is no character", "a\uFFFEb\n", "a\uFFFDb\n", "1 unreadable-character"},
	{"a lost character of the story is named", "abc\nd\uFFFDe\n", "abc\nd\uFFFDe\n", "2 unreadable-character"},

	{"stray windows-1252 bytes in UTF-8", "“Wait,” he said.\n\x93I didn\x92t,\x94 said Zoë.\n", "“Wait,” he said.\n“I didn’t,” said Zoë.\n", "2 stray-bytes"},
	{"UTF-8 that is half windows-1252", strings.Repeat("“I can’t,” said Zoë.\n", 3) + strings.Repeat("\x93I can\x92t,\x94 said Zo\xEB.\n", 5), strings.Repeat("“I can’t,” said Zoë.\n", 8), "4 stray-bytes"},
	{"stray Mac Roman bytes in UTF-8", "“Wait,” he said—“wait…” But Zoë didn’t.\nHe didn\xD5t, either, and caf\x8E was shut.\n", "“Wait,” he said—“wait…” But Zoë didn’t.\nHe didn’t, either, and café was shut.\n", "2 stray-bytes"},
	{"punctuation cut short is unreadable", "“Wait,” he said. “Wait.\xE2\x80\n", "“Wait,” he said. “Wait.\uFFFD\n", "1 unreadable-character"},
	{"surrogates in three bytes each", "“So” \xED\xA0\xBD\xED\xB8\x80 é\n", "“So” 😀 é\n", ""},
	{"one surrogate alone", "“So” \xED\xA0\xBD é\n", "“So” \uFFFD é\n", "1 unreadable-character"},
	{"a lone surrogate in UTF-16", "\xFF\xFEa\x00\x00\xD8b\x00\n\x00", "a\uFFFDb\n", "1 unreadable-character"},

	{"text encoded twice by way of windows-1252", "â€œI canâ€™t,â€\u009D said ZoÃ«. It was Ã  la carteâ€”the naÃ¯ve one.\n", "“I can’t,” said Zoë. It was à la carte—the naïve one.\n", "1 encoded-twice"},
	{"text encoded twice, less what windows-1252 lacks", "â€œI canâ€™t,â€ said Tom, â€œnot I.â€\n", "“I can’t,” said Tom, “not I.”\n", "1 encoded-twice"},
	{"text encoded twice by way of Latin-1", "â\u0080\u009cI canâ\u0080\u0099t,â\u0080\u009d she said.\n", "“I can’t,” she said.\n", "1 encoded-twice"},
	{"text encoded twice by way of Mac Roman", "‚ÄúI can‚Äôt,‚Äù said Zo√´.\n", "“I can’t,” said Zoë.\n", "1 encoded-twice"},
	{"text encoded three times", "ÃƒÂ©tÃƒÂ©, dÃƒÂ©jÃƒÂ\u00A0 vu\n", "été, déjà vu\n", "1 encoded-twice"},
	{"Russian encoded twice by way of windows-1251", "РЎРјРѕС‚СЂРёС‚РµР»СЊ РїРѕРіР°СЃРёР» Р»Р°РјРїСѓ\n", "Смотритель погасил лампу\n", "1 encoded-twice"},
	{"Russian encoded twice by way of windows-1252", "Ð›Ð°Ð¼Ð¿Ð° Ð¿Ð¾Ð³Ð°Ñ\u0081Ð»Ð°\n", "Лампа погасла\n", "1 encoded-twice"},
	{"one part of a story encoded twice", "Zoë said so. “Oh,” said José.\n\nâ€œOh,â€\u009d said JosÃ©.\n", "Zoë said so. “Oh,” said José.\n\n“Oh,” said José.\n", "3 encoded-twice"},
	{"capitals before quotes are no double encoding", "„Das CAFÉ“, sagte Zoë, „und das GROẞE É…“\nLA MAÇÃ” E A IRMû, disse.\n", "„Das CAFÉ“, sagte Zoë, „und das GROẞE É…“\nLA MAÇÃ” E A IRMû, disse.\n", ""},
	{"a French quotation is no double encoding", "« Le fiancé\u00A0» dit-il, «\u00A0déjà\u00A0».\n", "« Le fiancé\u00A0» dit-il, «\u00A0déjà\u00A0».\n", ""},

	{"quoted-printable mail", "The lamp =96 the only one=20\nthat he lights =3D the last. It was a cold night, and no=\nbody came up the stairs.\n", "The lamp – the only one \nthat he lights = the last. It was a cold night, and nobody came up the stairs.\n", "1 quoted-printable"},
	{"quoted-printable UTF-8", "=E2=80=9CWait,=E2=80=9D said Zo=C3=AB.=20\nShe didn=E2=80=99t.\n", "“Wait,” said Zoë. \nShe didn’t.\n", "1 quoted-printable"},
	{"leftovers of quoted-printable", "The lamp was lit.=20\nNobody came.=20\n\nIt was late.=20\nHe waited.\n", "The lamp was lit. \nNobody came. \n\nIt was late. \nHe waited.\n", "1 quoted-printable"},
	{"figures after equals signs are no mail", "Strength=20\nWit=15\nCharm=7\nLuck=20\nSpeed=20\n", "Strength=20\nWit=15\nCharm=7\nLuck=20\nSpeed=20\n", ""},
	{"rules of equals signs are no mail", "Title\n=====\n\na = b\n=====\n", "Title\n=====\n\na = b\n=====\n", ""},
	{"encoded words of a mail header", "Subject: =?iso-8859-1?Q?Un_=E9t=E9?= =?utf-8?B?w6A=?= la mer\n\nText.\n", "Subject: Un étéà la mer\n\nText.\n", "1 quoted-printable"},
	{"a question after an equals sign is no encoded word", "What is 1+1=? Nobody knows =?\n", "What is 1+1=? Nobody knows =?\n", ""},

	{"entities mean characters", "Tom &amp; Zo&euml; said &ldquo;no&#8221; &lt;g&gt;&hellip; R&D; AT&T &unknown;\n", "Tom & Zoë said “no” <g>… R&D; AT&T &unknown;\n", "1 html-leftovers"},
	{"line tags break lines", "One<br>two<BR />three<br>\nfour\n", "One\ntwo\nthree\nfour\n", "1 html-leftovers"},
	{"paragraph tags part paragraphs", "<p>One.</p>\n<p align=\"center\">Two.</p>\n\n<p>Three.<p>Four.\n", "One.\n\nTwo.\n\nThree.\n\nFour.\n", "1 html-leftovers"},
	{"a rule is a scene break", "One.\n<hr width=50%>\nTwo.\n", "One.\n\n* * *\n\nTwo.\n", "2 html-leftovers"},
	{"tags of emphasis and words in brackets stay", "<i>No</i>, <b>she</b> <em>said</em>. <g> <Can you hear me?> <font of knowledge> 1 < 2 > 1\n", "<i>No</i>, <b>she</b> <em>said</em>. <g> <Can you hear me?> <font of knowledge> 1 < 2 > 1\n", ""},
	{"entities escaped twice", "Tom &amp;amp; Zoe &amp;lt;g&amp;gt;\n", "Tom & Zoe <g>\n", "1 html-leftovers"},
}

func TestMending(t *testing.T) {
	for _, c := range mendings {
		got, ds, err := Text("x.txt", []byte(c.bytes), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.rule, err)
			continue
		}
		if got.Body != c.want {
			t.Errorf("%s:\n got %q\nwant %q (read as %s)", c.rule, got.Body, c.want, got.Encoding)
		}
		var remarks []string
		for _, d := range ds {
			remarks = append(remarks, strings.TrimPrefix(strings.Split(d.String(), ":")[1]+" "+d.Code[len("decode/"):], " "))
		}
		if s := strings.Join(remarks, ", "); s != c.remarks {
			t.Errorf("%s: remarks %q, want %q", c.rule, s, c.remarks)
		}
	}
}

// A text whose lines were joined or parted still names the lines of the file.
func TestLinesOfTheFile(t *testing.T) {
	file := "Subject: x=20\n\nIt was a=\n cold night, and no=\nbody came.=20\n\n\u0007Chapter<br>Two\n"
	got, ds, err := Text("x.txt", []byte(file), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"Subject: x ": 1, "It was a cold night, and nobody came. ": 3, "Chapter": 7, "Two": 7}
	for n := range got.Lines() {
		if line, ok := want[got.Line(n)]; ok {
			if is := got.LineSpan(n, n).Line(); is != line {
				t.Errorf("%q stands on line %d, want %d", got.Line(n), is, line)
			}
			delete(want, got.Line(n))
		}
	}
	if len(want) > 0 {
		t.Errorf("lines %v are missing from %q", want, got.Body)
	}
	for _, d := range ds {
		if d.Code == "decode/control-characters" && d.Span.Line() != 7 {
			t.Errorf("%v, want line 7", d)
		}
	}
}

// What is no story is refused with a word that helps.
func TestRefused(t *testing.T) {
	for _, c := range []struct{ bytes, says string }{
		{"", "the story is empty"},
		{" \r\n\t\n ", "nothing but blanks"},
		{"\uFEFF", "nothing but blanks"},
		{"\xFF\xFE", "nothing but blanks"},
		{"\x1a", "nothing but blanks"},
		{strings.Repeat("\x00", 5000), "no text"},
		{"PK\x03\x04\x14\x00\x06\x00word/document.xml", "word processor (.docx"},
		{"PK\x03\x04\x0a\x00\x00\x00\x00\x00aaaaaaaaaaaaaaaa\x08\x00\x00\x00mimetypeapplication/epub+zip", "an EPUB book already"},
		{"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "a PDF file"},
		{"{\\rtf1\\ansi Hello}", "an RTF document"},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00", "an old Word document"},
		{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture (PNG)"},
		{"MZ\x90\x00\x03\x00\x00\x00", "a program"},
		{"<!DOCTYPE html>\n<html><body>Hi</body></html>", "a web page"},
		{"\uFEFF\n  <HTML>\n<body>", "a web page"},
		{"\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", "a web page"},
		{"<?xml version=\"1.0\"?><FictionBook>", "a FictionBook"},
		{"\x01\x02\x03\x04\x05\x06\x07\x08abc\x0E\x0F\x10", "no text"},
	} {
		got, _, err := Text("x.txt", []byte(c.bytes), Options{})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.30q: %v, %v; want an error with %q", c.bytes, got, err, c.says)
		}
	}
	for _, fine := range []string{"MZ was her name.\n", "BM\n", "<i>Wait</i>\n", "ID3 is a tag.\n", "PK\n"} {
		if _, _, err := Text("x.txt", []byte(fine), Options{}); err != nil {
			t.Errorf("%q: %v", fine, err)
		}
	}
}

// Many unreadable lines are named one by one at first, then together.
func TestUnreadableLines(t *testing.T) {
	_, ds, err := Text("x.txt", []byte(strings.Repeat("a\uFFFDb\n", 100)), Options{})
	if err != nil || len(ds) != diag.Most+1 || ds[diag.Most].More != 60 || !strings.Contains(ds[diag.Most].Message, "and 60 more") {
		t.Errorf("%d remarks, error %v", len(ds), err)
	}
}

// The scan of eight bytes at a time finds what a scan of single bytes finds.
func TestPlainRun(t *testing.T) {
	text := []byte(strings.Repeat("abc \t\r\n~", 4))
	for at := range text {
		for c := range 256 {
			b := append([]byte{}, text...)
			b[at] = byte(c)
			want := len(b)
			if !plainByte(byte(c)) {
				want = at
			}
			if got := plainRun(b); got != want {
				t.Fatalf("byte %#x at %d: run of %d, want %d", c, at, got, want)
			}
			if isASCII(b) != (c < 0x80) {
				t.Fatalf("byte %#x at %d: isASCII is wrong", c, at)
			}
		}
	}
}
