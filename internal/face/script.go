package face

import (
	"strings"
	"sync"
	"unicode"

	"storybind/fonts"
)

// A Script is a way of writing that the text families lack and a bundled face has.
type Script int

const (
	SimplifiedChinese Script = iota
	TraditionalChinese
	Japanese
	Korean
	Hebrew
	Arabic
	Devanagari
	Thai
	Georgian
	Armenian
	Scripts // how many there are
)

// scripts are the bundled faces: name, folder, the languages written with them, and
// the letters (for East Asian scripts all that is wide).
var scripts = [Scripts]struct {
	name, folder, languages string
	letters                 *unicode.RangeTable
}{
	{"Noto Serif SC", "noto-serif-sc", "zh", unicode.Han},
	{"Noto Serif TC", "noto-serif-tc", "zh-hant zh-tw zh-hk zh-mo yue", unicode.Han},
	{"Noto Serif JP", "noto-serif-jp", "ja", unicode.Han},
	{"Noto Serif KR", "noto-serif-kr", "ko", unicode.Hangul},
	{"Noto Serif Hebrew", "noto-serif-hebrew", "he yi", unicode.Hebrew},
	{"Noto Naskh Arabic", "noto-naskh-arabic", "ar fa ur ps ckb", unicode.Arabic},
	{"Noto Serif Devanagari", "noto-serif-devanagari", "hi mr ne sa", unicode.Devanagari},
	{"Noto Serif Thai", "noto-serif-thai", "th", unicode.Thai},
	{"Noto Serif Georgian", "noto-serif-georgian", "ka", unicode.Georgian},
	{"Noto Serif Armenian", "noto-serif-armenian", "hy", unicode.Armenian},
}

// ScriptOf is the script that a language (BCP 47) is written in, if it is one of these.
func ScriptOf(language string) (Script, bool) {
	tag := strings.ToLower(language)
	found, length := Scripts, 0
	for i, s := range scripts {
		for _, l := range strings.Fields(s.languages) {
			if len(l) > length && (tag == l || strings.HasPrefix(tag, l+"-")) {
				found, length = Script(i), len(l)
			}
		}
	}
	return found, found < Scripts
}

// ScriptsFor are the scripts whose faces may have the character, the likeliest
// first, in a book whose own script is own ([Scripts] for none of these).
func ScriptsFor(r rune, own Script) []Script {
	switch {
	case r < 0x300:
		return nil
	case own <= Japanese && eastAsian(r):
		return eastAsianOrder[own]
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return eastAsianOrder[Japanese]
	case unicode.Is(unicode.Hangul, r):
		return []Script{Korean}
	case eastAsian(r):
		return eastAsianOrder[SimplifiedChinese]
	}
	for i := Hebrew; i < Scripts; i++ {
		if unicode.Is(scripts[i].letters, r) {
			return []Script{i}
		}
	}
	switch {
	case own < Scripts:
		return []Script{own}
	case r >= 0x600 && r < 0x700: // signs that Arabic shares with others
		return []Script{Arabic}
	case r == 0x964 || r == 0x965:
		return []Script{Devanagari}
	case r == 0x10FB:
		return []Script{Georgian}
	case r == 0xE3F:
		return []Script{Thai}
	}
	return nil
}

var eastAsianOrder = [...][]Script{
	SimplifiedChinese:  {SimplifiedChinese, TraditionalChinese, Japanese, Korean},
	TraditionalChinese: {TraditionalChinese, SimplifiedChinese, Japanese, Korean},
	Japanese:           {Japanese, TraditionalChinese, SimplifiedChinese, Korean},
}

func eastAsian(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF01 && r <= 0xFFEE || r >= 0x20000 && r <= 0x3FFFF
}

var unpacked [Scripts][2]struct {
	once sync.Once
	face *Face
}

// ScriptFace is the bundled face of a script, unpacked when it is first asked for.
// East Asian scripts have no bold: the regular face serves.
func ScriptFace(s Script, bold bool) *Face {
	at, style := 0, "regular"
	if bold && s > Korean {
		at, style = 1, "bold"
	}
	u := &unpacked[s][at]
	u.once.Do(func() {
		f, err := parse(scripts[s].name, fonts.Face(scripts[s].folder, style))
		if err != nil {
			panic(err) // a bundled file is broken: a test reads every one
		}
		u.face = f
	})
	return u.face
}

// ScriptFamily is the bundled family for text in a script.
func ScriptFamily(s Script) *Family {
	regular, bold := ScriptFace(s, false), ScriptFace(s, true)
	// None of them has an italic; what the others slant, these scripts make bold.
	return &Family{Name: scripts[s].name, Faces: [4]*Face{regular, bold, bold, bold}}
}
