package typeset

import (
	"context"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/face"
)

// scripts are a few sentences in each script that a bundled face has, by language.
var scripts = map[string]string{
	"zh":      "守塔人在傍晚六点点亮了灯。“谁在那里？”他低声问道，可是没有人回答。灯塔建于1924年，墙上写着Semper Lucet几个大字——那是很久以前的事了……",
	"zh-Hant": "守塔人在傍晚六點點亮了燈。「誰在那裡？」他低聲問道，可是沒有人回答。燈塔建於1924年，臺灣的漁船都認得這盞燈。",
	"ja":      "灯台守は夕方六時に灯をともした。「誰だ。」と彼は小声でたずねたが、誰も答えなかった。ランプの光が1924年から、きらきらと波の上にひろがっていった。",
	"ko":      "등대지기는 저녁 여섯 시에 등불을 켰다. “거기 누구요?” 그가 속삭였지만 아무도 대답하지 않았다. 등대는 1924년에 세워졌다.",
	"he":      "שומר המגדלור הדליק את הנורה בשעה שש. \"מי שם?\" שאל (בלחש), אבל איש לא ענה. בשנת 1924 נבנה המגדלור, ועל הקיר כתוב Semper Lucet.",
	"ar":      "أضاء حارس المنارة المصباح في الساعة السادسة مساءً. «من هناك؟» سأل (همسًا). بُنيت سنة 1924 ثم سنة ١٩٥٦، وكُتب على الجدار Semper Lucet.",
	"hi":      "दीपस्तंभ के रखवाले ने शाम छह बजे बत्ती जलाई। “कौन है वहाँ?” उसने धीरे से पूछा। यह १९२४ में बना था, और विद्यार्थी उसे पढ़कर हँसते थे।",
	"th":      "คนเฝ้าประภาคารจุดตะเกียงเมื่อหกโมงเย็น “ใครอยู่ตรงนั้น” เขากระซิบถาม แต่ไม่มีใครตอบ น้ำทะเลค่อย ๆ สูงขึ้นจนถึงขั้นบันไดที่สาม",
	"ka":      "შუქურის მცველმა საღამოს ექვს საათზე ლამპარი აანთო. „ვინ არის იქ?“ იკითხა მან ჩურჩულით. შუქურა 1924 წელს აშენდა.",
	"hy":      "Փարոսի պահապանը երեկոյան ժամը վեցին վառեց լամպը։ «Ո՞վ է այնտեղ», — շշնջաց նա, բայց ոչ ոք չպատասխանեց։",
	"ru":      "Смотритель маяка зажёг лампу в шесть часов вечера. «Кто там?» — прошептал он, но никто не ответил.",
	"el":      "Ο φύλακας του φάρου άναψε τη λάμπα στις έξι το βράδυ. Ἐν ἀρχῇ ἦν ὁ λόγος.",
	"vi":      "Người gác hải đăng thắp đèn lúc sáu giờ chiều. “Ai đó?” ông thì thầm hỏi, nhưng không ai trả lời.",
}

// own is the choice of a font file that holds one of the packed faces.
func own(t *testing.T, s face.Script) face.Choice {
	t.Helper()
	var c face.Choice
	if err := c.Set("own.ttf"); err != nil {
		t.Fatal(err)
	}
	if err := c.Load(func(string) ([]byte, error) { return face.ScriptFace(s, false).TTF(), nil }); err != nil {
		t.Fatal(err)
	}
	return c
}

// glyphZero counts the glyphs of missing characters on the pages.
func glyphZero(d *Document) int {
	n := 0
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for i := range l.Runs {
				for _, g := range l.Runs[i].Glyphs {
					if g.ID == 0 {
						n++
					}
				}
			}
		}
	}
	return n
}

// Every script can be read in every book: in the default font, in a font without any
// of ASCII's letters, digits and signs, and in a book of another language.
func TestEveryScriptIsDrawn(t *testing.T) {
	fonts := map[string]face.Choice{"default": {}, "Atkinson": face.Named("Atkinson Hyperlegible Next"), "Thai": own(t, face.Thai), "Chinese": own(t, face.SimplifiedChinese)}
	for language, text := range scripts {
		for name, font := range fonts {
			for _, in := range []string{language, "en"} {
				p := &book.Paragraph{Inlines: []book.Inline{book.Text{Value: strings.Repeat(text+" ", 3)},
					book.Emphasis{Inlines: []book.Inline{book.Text{Value: text}}}, book.Code{Value: "x = [1]"}, book.Text{Value: " The end, 2024."}}}
				b := oneChapter(p, p)
				b.Meta.Language = in
				st := DefaultStyle()
				st.Font = font
				d, ds, err := Book(context.Background(), b, st)
				if err != nil {
					t.Fatalf("%s in %s: %v", language, name, err)
				}
				for _, x := range ds {
					t.Errorf("%s in %s: %s", language, name, x.Message)
				}
				if n := glyphZero(d); n > 0 {
					t.Errorf("%s in %s, a book in %s: %d boxes", language, name, in, n)
				}
				checkWords(t, b, d)
			}
		}
	}
}

// A script that no face has is one remark, with its share of the text, and where most of the
// book would be boxes there is no book.
func TestScriptWithoutFace(t *testing.T) {
	tibetan := "བཀྲ་ཤིས་བདེ་ལེགས"
	b := oneChapter(words(strings.Repeat("They came to the valley at noon. ", 12) + tibetan))
	_, ds, err := Book(context.Background(), b, DefaultStyle())
	if err != nil || len(ds) != 1 || !strings.Contains(ds[0].Message, "the letters of Tibetan: 16 characters, 4 %") {
		t.Errorf("want one remark, got %v, %v", ds, err)
	}
	_, _, err = Book(context.Background(), oneChapter(words("A word: "+tibetan)), DefaultStyle())
	if err == nil || !strings.Contains(err.Error(), "letters of Tibetan") || !strings.Contains(err.Error(), "--font") {
		t.Errorf("want an error, got %v", err)
	}
}
