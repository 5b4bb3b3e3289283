package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// The keys that each list may have.
var keys = map[string]string{
	"headings": "volume book part chapter scene prologue epilogue interlude preface foreword introduction afterword appendix glossary endnotes dedication acknowledgments",
	"labels": "title subtitle author contributor email website fandom series rating warnings category pairing characters keywords spoilers timeline summary disclaimer archive " +
		"feedback notes thanks beta dedication challenge status date words format language source other",
	"bylines":   "opens small before two alone noun behind",
	"calendar":  "1 2 3 4 5 6 7 8 9 10 11 12 day small posted",
	"contents":  "contents page pictures",
	"ends":      "end more",
	"imprint":   "within last town land award licence",
	"numbers":   "",
	"languages": "script own foreign words",
}

// A word that is not spelt as Fold spells it would never be found, and a key that
// nobody asks for would be a silent slip.
func TestLists(t *testing.T) {
	files, err := filepath.Glob("../../../assets/lexicon/*.txt")
	if err != nil || len(files) != len(keys) {
		t.Fatalf("%d lists, %d known: %v", len(files), len(keys), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(data); !norm.NFC.IsNormalString(text) || strings.Contains(text, "\r") || strings.Contains(text, " \n") {
			t.Errorf("%s: letters are not composed, or a line ends in a blank or \\r", file)
		}
		kind := strings.TrimSuffix(filepath.Base(file), ".txt")
		seen := map[string]string{}
		lines := 0
		read(kind, func(l line) {
			lines++
			if l.language == "" || l.words == "" {
				t.Errorf("%s: %q has no language or no words", kind, l.key)
			}
			if kind == "numbers" {
				return
			}
			if !strings.Contains(" "+keys[kind]+" ", " "+l.key+" ") {
				t.Errorf("%s [%s]: unknown key %q", kind, l.language, l.key)
			}
			if kind == "imprint" || kind == "languages" {
				return
			}
			l.each(func(word string, respelt bool) {
				if folded := Fold(word); folded != word && kind != "bylines" {
					t.Errorf("%s [%s]: %q should be spelt %q", kind, l.language, word, folded)
				}
				if kind != "labels" || respelt {
					return
				}
				if other, twice := seen[word]; twice && other != l.key {
					t.Errorf("labels [%s]: %q is a label for %s already, and now for %s", l.language, word, other, l.key)
				}
				seen[word] = l.key
			})
		})
		if lines == 0 {
			t.Errorf("%s is empty", kind)
		}
	}
	for word := range NumberWords() {
		if folded := Fold(word); folded != word {
			t.Errorf("numbers: %q should be spelt %q", word, folded)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		words string
		kind  NumberKind
		value int16
	}{
		{"one", Cardinal, 1}, {"the first", Ordinal, 1}, {"twenty one", Cardinal, 21}, {"twentyone", Cardinal, 21}, {"one hundred and thirty fifth", Ordinal, 135}, {"the last", Last, 0},
		{"soixante et onze", Cardinal, 71}, {"quatre vingt dix neuvième", Ordinal, 99}, {"einundzwanzigstes", Ordinal, 21}, {"fuenfzehnter", Ordinal, 15}, {"treinta y dos", Cardinal, 32},
		{"décima cuarta", Ordinal, 14}, {"decimo cuarto", Ordinal, 14}, {"ventunesimo", Ordinal, 21}, {"cinquantaquattresima", Ordinal, 54}, {"двадцать третья", Ordinal, 23}, {"сорок два", Cardinal, 42},
		{"двадцять перший", Ordinal, 21}, {"дев'ятий", Ordinal, 9}, {"dwudziesta trzecia", Ordinal, 23}, {"dvaadvacátý", Ordinal, 22}, {"třetí", Ordinal, 3}, {"δέκατο τρίτο", Ordinal, 13},
		{"δευτερο", Ordinal, 2}, {"πρωτοσ", Ordinal, 1}, {"πρώτοσ", Ordinal, 1}, {"yirmi üçüncü", Ordinal, 23}, {"onbirinci", Ordinal, 11}, {"altinci", Ordinal, 6}, {"huszonegyedik", Ordinal, 21}, {"tizenkettedik", Ordinal, 12},
		{"kahdeskymmenesensimmäinen", Ordinal, 21}, {"kaksitoista", Cardinal, 12}, {"dua puluh satu", Cardinal, 21}, {"ketiga", Ordinal, 3}, {"al treilea", Ordinal, 3}, {"a douăzeci și una", Ordinal, 21},
		{"al saptelea", Ordinal, 7}, {"thứ nhất", Ordinal, 1}, {"hai mươi mốt", Cardinal, 21}, {"thứ tư", Ordinal, 4}, {"שלישי", Ordinal, 3}, {"השלישי", Ordinal, 3}, {"עשרים ואחת", Cardinal, 21},
		{"الثالث", Ordinal, 3}, {"الحادي عشر", Ordinal, 11}, {"الحادي والعشرون", Ordinal, 21}, {"الاول", Ordinal, 1}, {"دوم", Ordinal, 2}, {"بیست و یکم", Ordinal, 21}, {"سیام", Ordinal, 30},
		{"पहला", Ordinal, 1}, {"इक्कीसवाँ", Ordinal, 21}, {"तीन", Cardinal, 3}, {"สิบเอ็ด", Cardinal, 11}, {"세 번째", Ordinal, 3}, {"둘째", Ordinal, 2}, {"eenentwintigste", Ordinal, 21},
		{"drieëntwintig", Cardinal, 23}, {"tjugoförsta", Ordinal, 21}, {"enogtyvende", Ordinal, 21}, {"tjuesjuende", Ordinal, 27},
	} {
		if got := FindNumber(c.words); got != (Number{c.kind, c.value}) {
			t.Errorf("%q is %v, want %d of kind %d", c.words, got, c.value, c.kind)
		}
	}
	if n, ok := NumberBehindWord("to"); !ok || n.Value != 2 {
		t.Errorf("to behind a heading word is %v, want 2", n)
	}
	if FindNumber("to").Kind != 0 {
		t.Error("to alone is a number")
	}
	for letter, want := range map[string]int{"γ": 3, "στ": 6, "σ": 0, "ל": 30, "x": 0, "": 0} {
		if got, _ := LetterValue(letter); got != want {
			t.Errorf("the letter %q counts %d, want %d", letter, got, want)
		}
	}
}

func TestHeadingWords(t *testing.T) {
	list, index := HeadingWords()
	for word, want := range map[string]HeadingWord{
		"chapter":  {ChapterDepth, "chapter", false, false},
		"day":      {ChapterDepth, "chapter", false, true},
		"tag":      {ChapterDepth, "chapter", true, true},
		"partie":   {PartDepth, "part", false, true},
		"capitulo": {ChapterDepth, "chapter", false, false},
		"bölüm":    {ChapterDepth, "chapter", false, false},
		"κεφαλαιο": {ChapterDepth, "chapter", false, false},
		"епілог":   {ChapterDepth, "epilogue", true, false},
		"volumul":  {VolumeDepth, "volume", false, false},
		"외전":       {ChapterDepth, "chapter", true, false},
	} {
		if got := list[index[word]]; got != want {
			t.Errorf("%s: %v, want %v", word, got, want)
		}
	}
	if index["capitulo"] != index["capítulo"] {
		t.Error("a word without its accents is another word")
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"Twenty-One": "twenty one", "CAPÍTULO": "capítulo", "L’Envoi": "l'envoi", "İKİNCİ": "ikinci", "پیش\u200cگفتار": "پیشگفتار", "الفـصل": "الفصل", "ΠΡΏΤΟΣ Πρώτος": "πρώτοσ πρώτοσ",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

// The tables are built once per process; the whole start must stay far below a
// reader's notice.
func BenchmarkLoad(b *testing.B) {
	for name, load := range map[string]func(){
		"numbers": func() { readNumbers() }, "headings": func() { makeHeadingWords() }, "labels": func() { makeLabels() },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				load()
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	list, index := Languages()
	if len(list) < 30 || len(list) > 64 {
		t.Fatalf("%d languages", len(list))
	}
	at := map[string]int{}
	for i, l := range list {
		if at[l.Tag] > 0 || l.Script != "latin" && l.Script != "cyrillic" {
			t.Errorf("%s stands twice, or its script is %q", l.Tag, l.Script)
		}
		at[l.Tag] = i
	}
	if both := uint64(1<<at["ru"] | 1<<at["bg"]); index["не"]&both != both || index["zwischen"] != 0 || index["und"] != 1<<at["de"] {
		t.Error("small words are those of other languages")
	}
}
