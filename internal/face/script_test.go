package face

import "testing"

// Every packed face can be unpacked and has its script's letters; no East Asian face
// has Latin letters, which the text families have better.
func TestScriptFaces(t *testing.T) {
	letters := [Scripts]string{"灯塔，“你好”", "燈塔，臺灣", "灯台の夜、カタカナ", "등대, 뷁", "מגדלוֹר", "المنارة پ", "दीपस्तंभ की", "ประภาคาร", "შუქურა", "փարոս"}
	for s := range Scripts {
		for _, bold := range []bool{false, true} {
			f := ScriptFace(s, bold)
			for _, r := range letters[s] {
				if r != ' ' && !f.Covers(r) && (s > Korean || r != ',') {
					t.Errorf("%s has no %c", f.Name(), r)
				}
			}
			if f.Covers('a') {
				t.Errorf("%s has Latin letters", f.Name())
			}
		}
	}
	for language, want := range map[string]Script{"zh": SimplifiedChinese, "zh-Hant": TraditionalChinese, "zh-TW": TraditionalChinese, "zh-CN": SimplifiedChinese,
		"ja": Japanese, "he": Hebrew, "fa": Arabic, "ar-EG": Arabic, "hi": Devanagari, "en": Scripts, "hya": Scripts, "": Scripts} {
		if got, ok := ScriptOf(language); got != want || ok != (want < Scripts) {
			t.Errorf("%q is written in %d, want %d", language, got, want)
		}
	}
}

// Letters of Arabic join: a noon between two others is no noon that ends a word, whatever
// number its glyph has.
func TestArabicJoins(t *testing.T) {
	f := ScriptFace(Arabic, false)
	for _, r := range "بتثجحخسشصضطظعغفقكلمنهيپچگک" {
		o := ShapeOptions{RightToLeft: true, Language: "ar"}
		alone := f.Shape(string(r), o)
		between := f.Shape("ب"+string(r)+"ب", o)
		for _, g := range between {
			if g.Cluster == 2 && g.ID == alone[len(alone)-1].ID && g.Advance > 0 {
				t.Errorf("%c stands between two letters as if it stood alone", r)
			}
		}
	}
}
