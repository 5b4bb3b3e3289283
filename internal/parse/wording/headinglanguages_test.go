package wording

import (
	"strings"
	"testing"

	"storybind/internal/parse/lexicon"
)

// Headings of many languages: the division's role, its number, its title; what is
// no heading in each of them. (Cases in testdata/cases show whole stories.)
func TestHeadingLanguages(t *testing.T) {
	for _, c := range []struct {
		text   string
		role   string
		number int
		title  string
	}{
		// Chinese and Japanese
		{"第3章", "chapter", 3, ""}, {"第三章　雨夜", "chapter", 3, "雨夜"}, {"第十二回 归人", "chapter", 12, "归人"}, {"第２話", "chapter", 2, ""}, {"楔子", "prologue", 0, ""},
		{"番外一 旧灯", "chapter", 1, "旧灯"}, {"番外2", "chapter", 2, ""}, {"番外篇一：雪", "chapter", 1, "雪"}, {"正文 第一章 大雪", "chapter", 1, "大雪"}, {"卷一", "volume", 1, ""},
		{"第二卷 长河", "volume", 2, "长河"}, {"12章", "chapter", 12, ""}, {"大结局", "epilogue", 0, ""}, {"第〇三章 灯", "chapter", 3, "灯"},
		{"（一）", "", 1, ""}, {"（一）旧灯", "", 1, "旧灯"}, {"【第一章】雨夜", "chapter", 1, "雨夜"}, {"【第一章 雨夜】", "chapter", 1, "雨夜"}, {"第一章·雨夜", "chapter", 1, "雨夜"}, {"第一章丨雨", "chapter", 1, "雨"},
		{"第100章（上）", "chapter", 100, "（上）"}, {"番外（一）", "chapter", 0, "（一）"}, {"番外·旧灯", "chapter", 0, "旧灯"}, {"第一話「雨」", "chapter", 1, "「雨」"}, {"楔 子", "prologue", 0, ""}, {"尾　声", "epilogue", 0, ""},
		{"最終話　雨", "chapter", 0, "雨"}, {"Chapter3", "chapter", 3, ""}, {"Chapter3: 雨", "chapter", 3, "雨"}, {"Глава_3", "chapter", 3, ""}, {"Chapter (3)", "chapter", 3, ""}, {"الفصل (3)", "chapter", 3, ""},
		{"Κεφάλαιο 3ο", "chapter", 3, ""}, {"3ο Κεφάλαιο", "chapter", 3, ""}, {"001 大雪", "", 1, "大雪"}, {"1、开服", "", 1, "开服"},
		// Korean
		{"제3장", "chapter", 3, ""}, {"제 3 장", "chapter", 3, ""}, {"제3장 비", "chapter", 3, "비"}, {"제3장. 비", "chapter", 3, "비"}, {"3장", "chapter", 3, ""}, {"3화. 비", "chapter", 3, "비"},
		{"12화", "chapter", 12, ""}, {"3화 - 등불", "chapter", 3, "등불"}, {"제1부 겨울", "part", 1, "겨울"}, {"1부", "part", 1, ""}, {"2권", "volume", 2, ""}, {"제삼장", "chapter", 3, ""},
		{"제십이장 등불", "chapter", 12, "등불"}, {"프롤로그", "prologue", 0, ""}, {"에필로그", "epilogue", 0, ""}, {"외전 1", "chapter", 1, ""}, {"외전 2. 등불", "chapter", 2, "등불"},
		{"첫 번째 이야기: 비", "chapter", 1, "비"}, {"두번째 이야기", "chapter", 2, ""}, {"챕터 3", "chapter", 3, ""}, {"에피소드 2", "chapter", 2, ""},
		// Thai
		{"บทที่ ๓", "chapter", 3, ""}, {"บทที่ 3", "chapter", 3, ""}, {"บทที่ ๓ สายฝน", "chapter", 3, "สายฝน"}, {"บทที่ ๓: สายฝน", "chapter", 3, "สายฝน"}, {"บทที่สาม", "chapter", 3, ""},
		{"บทที่สิบเอ็ด", "chapter", 11, ""}, {"ตอนที่ ๑๒", "chapter", 12, ""}, {"ตอนที่12 ฝน", "chapter", 12, "ฝน"}, {"ภาค ๒", "part", 2, ""}, {"บทนำ", "prologue", 0, ""}, {"บทส่งท้าย", "epilogue", 0, ""},
		// Hindi
		{"अध्याय ३", "chapter", 3, ""}, {"अध्याय 3", "chapter", 3, ""}, {"अध्याय तीन", "chapter", 3, ""}, {"अध्याय ३: बारिश", "chapter", 3, "बारिश"}, {"अध्याय ३ - बारिश", "chapter", 3, "बारिश"},
		{"तीसरा अध्याय", "chapter", 3, ""}, {"अध्याय पहला", "chapter", 1, ""}, {"भाग २", "part", 2, ""}, {"उपसंहार", "epilogue", 0, ""}, {"पाँचवाँ अध्याय", "chapter", 5, ""},
		// Arabic and Persian
		{"الفصل الثالث", "chapter", 3, ""}, {"الفصل ٣", "chapter", 3, ""}, {"الفصل 3: المطر", "chapter", 3, "المطر"}, {"الفصل الحادي عشر", "chapter", 11, ""}, {"الفصل الأول - المطر", "chapter", 1, "المطر"},
		{"الجزء الثاني", "part", 2, ""}, {"الفصل الأوّل", "chapter", 1, ""}, {"الخاتمة", "epilogue", 0, ""}, {"الفصل الثاني والعشرون", "chapter", 22, ""},
		{"فصل ۳", "chapter", 3, ""}, {"فصل سوم", "chapter", 3, ""}, {"فصل بیست و یکم", "chapter", 21, ""}, {"بخش اول", "part", 1, ""}, {"پیش\u200cگفتار", "preface", 0, ""}, {"فصل ۱۲: باران", "chapter", 12, "باران"},
		{"پارت ۲", "chapter", 2, ""},
		// Hebrew
		{"פרק ג", "chapter", 3, ""}, {"פרק ג'", "chapter", 3, ""}, {"פרק ג׳", "chapter", 3, ""}, {"פרק 3", "chapter", 3, ""}, {"פרק שלישי", "chapter", 3, ""}, {"הפרק השלישי", "chapter", 3, ""},
		{"פרק י״א", "chapter", 11, ""}, {"פרק י\"א", "chapter", 11, ""}, {"פרק יא", "chapter", 11, ""}, {"פרק ט״ו", "chapter", 15, ""}, {"פרק ג: הגשם", "chapter", 3, "הגשם"}, {"פרק ג׳ - הגשם", "chapter", 3, "הגשם"},
		{"פרק שלוש", "chapter", 3, ""}, {"חלק ב", "part", 2, ""}, {"אפילוג", "epilogue", 0, ""}, {"פרק עשרים ואחת", "chapter", 21, ""}, {"אחרית דבר", "afterword", 0, ""}, {"ג", "", 3, ""}, {"ג'", "", 3, ""},
		// Vietnamese
		{"Chương 3", "chapter", 3, ""}, {"Chương 3: Mưa", "chapter", 3, "Mưa"}, {"Chương Ba", "chapter", 3, ""}, {"CHƯƠNG BA", "chapter", 3, ""}, {"Chương thứ ba", "chapter", 3, ""}, {"Hồi thứ nhất", "chapter", 1, ""},
		{"Chương hai mươi mốt", "chapter", 21, ""}, {"Phần một", "part", 1, ""}, {"Ngoại truyện", "chapter", 0, ""}, {"Ngoại truyện 1", "chapter", 1, ""}, {"Phiên ngoại 2: Mưa", "chapter", 2, "Mưa"},
		{"Lời nói đầu", "preface", 0, ""}, {"Vĩ thanh", "epilogue", 0, ""}, {"Chương III", "chapter", 3, ""},
		// Hungarian, Finnish, Turkish, Czech, Romanian, Indonesian
		{"3. fejezet", "chapter", 3, ""}, {"3. fejezet: Eső", "chapter", 3, "Eső"}, {"3. fejezet – Eső", "chapter", 3, "Eső"}, {"Harmadik fejezet", "chapter", 3, ""}, {"III. fejezet", "chapter", 3, ""},
		{"III. FEJEZET", "chapter", 3, ""}, {"ELSŐ RÉSZ", "part", 1, ""}, {"Fejezet 3", "chapter", 3, ""}, {"Huszonegyedik fejezet", "chapter", 21, ""}, {"Epilógus", "epilogue", 0, ""}, {"Hat. fejezet", "", 0, ""},
		{"Luku 3", "chapter", 3, ""}, {"3. luku", "chapter", 3, ""}, {"Kolmas luku", "chapter", 3, ""}, {"Luku kolme", "chapter", 3, ""}, {"Kahdeskymmenesensimmäinen luku", "chapter", 21, ""},
		{"Bölüm Üç", "chapter", 3, ""}, {"Üçüncü Bölüm", "chapter", 3, ""}, {"BİRİNCİ BÖLÜM", "chapter", 1, ""}, {"ALTINCI BÖLÜM", "chapter", 6, ""}, {"3. Bölüm", "chapter", 3, ""}, {"Bölüm 3: Yağmur", "chapter", 3, "Yağmur"},
		{"Birinci Kısım", "part", 1, ""}, {"Yirmi Birinci Bölüm", "chapter", 21, ""}, {"Bölüm On", "chapter", 10, ""}, {"Son Söz", "afterword", 0, ""}, {"3. KISIM", "part", 3, ""},
		{"Kapitola třetí", "chapter", 3, ""}, {"Kapitola 3", "chapter", 3, ""}, {"3. kapitola", "chapter", 3, ""}, {"Třetí kapitola", "chapter", 3, ""}, {"Kapitola III", "chapter", 3, ""}, {"PRVNÍ ČÁST", "part", 1, ""},
		{"KAPITOLA DVACÁTÁ PRVNÍ", "chapter", 21, ""}, {"Kapitola první: Déšť", "chapter", 1, "Déšť"},
		{"Capitolul III", "chapter", 3, ""}, {"Capitolul 3", "chapter", 3, ""}, {"Capitolul al treilea", "chapter", 3, ""}, {"Capitolul întâi", "chapter", 1, ""}, {"CAPITOLUL ÎNTÂI", "chapter", 1, ""},
		{"Partea a doua", "part", 2, ""}, {"Capitolul trei", "chapter", 3, ""}, {"Capitolul al şaptelea", "chapter", 7, ""}, {"Cuvânt înainte", "foreword", 0, ""},
		{"Bab 3", "chapter", 3, ""}, {"Bab Tiga", "chapter", 3, ""}, {"BAB III", "chapter", 3, ""}, {"Bagian Pertama", "part", 1, ""}, {"Bab Dua Puluh Satu", "chapter", 21, ""}, {"Kata Pengantar", "preface", 0, ""},
		// Greek
		{"Κεφάλαιο Γ΄", "chapter", 3, ""}, {"Κεφάλαιο Γ'", "chapter", 3, ""}, {"ΚΕΦΑΛΑΙΟ Γʹ", "chapter", 3, ""}, {"Κεφάλαιο 3", "chapter", 3, ""}, {"ΚΕΦΑΛΑΙΟ ΤΡΙΤΟ", "chapter", 3, ""}, {"ΜΕΡΟΣ ΠΡΩΤΟ", "part", 1, ""},
		{"Κεφάλαιο τρίτο", "chapter", 3, ""}, {"Πρώτο κεφάλαιο", "chapter", 1, ""}, {"Κεφάλαιο ΙΒ΄", "chapter", 12, ""}, {"Κεφάλαιο ΣΤ΄: Η βροχή", "chapter", 6, "Η βροχή"}, {"Μέρος Α΄", "part", 1, ""},
		{"Επίλογος", "epilogue", 0, ""}, {"ΠΡΟΛΟΓΟΣ", "prologue", 0, ""}, {"Β΄", "", 2, ""},
		// Ukrainian, Russian, Polish, and others
		{"Розділ 3", "chapter", 3, ""}, {"Розділ третій", "chapter", 3, ""}, {"Розділ ІІІ", "chapter", 3, ""}, {"РОЗДІЛ ДЕВ'ЯТИЙ", "chapter", 9, ""}, {"Розділ дев’ятий", "chapter", 9, ""}, {"Частина перша", "part", 1, ""},
		{"Розділ ХІІ. Дощ", "chapter", 12, "Дощ"}, {"Епілог", "epilogue", 0, ""}, {"Глава третья", "chapter", 3, ""}, {"Глава ХІІ", "chapter", 12, ""}, {"Глава 3-я", "chapter", 3, ""}, {"3-я глава", "chapter", 3, ""},
		{"Часть 1-ая", "part", 1, ""}, {"Rozdział 3", "chapter", 3, ""}, {"Rozdział dwudziesty pierwszy", "chapter", 21, ""}, {"CZĘŚĆ DRUGA", "part", 2, ""}, {"Słowo wstępne", "foreword", 0, ""},
		{"Kapitel to", "chapter", 2, ""}, {"Kapittel én", "chapter", 1, ""}, {"Kapittel en", "chapter", 1, ""}, {"Andra delen", "part", 2, ""}, {"Kapitel tjugoett", "chapter", 21, ""}, {"Enogtyvende kapitel", "chapter", 21, ""},
		{"CHAPITRE 1er", "chapter", 1, ""}, {"Chapitre 1ᵉʳ", "chapter", 1, ""}, {"1er chapitre", "chapter", 1, ""}, {"III. Kapitel", "chapter", 3, ""}, {"IIIe partie", "part", 3, ""}, {"Woord vooraf", "preface", 0, ""},
		{"Ĉapitro tria", "chapter", 3, ""}, {"Прво поглавље", "chapter", 1, ""}, {"Първа глава", "chapter", 1, ""}, {"Trečias skyrius", "chapter", 3, ""}, {"Kolmas peatükk", "chapter", 3, ""}, {"Treće poglavlje", "chapter", 3, ""},
		{"Tretia kapitola", "chapter", 3, ""}, {"თავი 3", "chapter", 3, ""}, {"அத்தியாயம் 3", "chapter", 3, ""}, {"অধ্যায় ৩", "chapter", 3, ""}, {"Kabanata 3", "chapter", 3, ""}, {"باب ۳", "chapter", 3, ""},
		{"Chapter Ⅲ", "chapter", 3, ""}, {"Capítulo 3º", "chapter", 3, ""},
	} {
		f := FormOf(c.text)
		role, title := "", ""
		if f.Verdict != NoHeading {
			role, title = string(HeadingList[f.Word].Role), c.text[f.Title:f.Close]
		}
		if c.number == 0 && c.role == "" {
			if f.Verdict == WordNumber {
				t.Errorf("%s: heads %q %d %q", c.text, role, f.Number, title)
			}
			continue
		}
		if f.Verdict == NoHeading || role != c.role || int(f.Number) != c.number || title != c.title {
			t.Errorf("%s: %q %d %q (verdict %d), want %q %d %q", c.text, role, f.Number, title, f.Verdict, c.role, c.number, c.title)
		}
	}
}

// Sentences that begin with the words of headings.
func TestHeadingLanguagesProse(t *testing.T) {
	for _, s := range []string{
		"3장의 편지가 책상 위에 있었다.", "이 사람은 누구입니까?", "2회 말에 비가 왔다.", "제3의 사나이가 왔다.", "5권의 책을 샀다.",
		"บทเพลงนั้นไพเราะมาก", "ตอนเช้าเขาตื่นขึ้นมา", "ตอนที่เขามาถึง ฝนก็ตก", "เล่มนี้หนามาก",
		"भाग गया वह", "दिन में तीन बार", "एक दिन की बात है",
		"الفصل الدراسي انتهى", "اليوم ذهبت إلى السوق", "القسم كان هادئا",
		"فصل پاییز بود", "روز بعد باران آمد", "نامه را خواند",
		"פרק זמן ארוך עבר", "יום אחד הלכתי", "חלק מהאנשים הלכו", "אב ובן הלכו",
		"Hồi đó trời mưa suốt.", "Phần tôi, tôi không biết.", "Ngày hôm sau trời tạnh.", "Một người đàn ông đến.",
		"Bölüm başkanı odaya girdi.", "On adam geldi.", "Gece oldu.",
		"Hat ember jött.", "Rész nem volt rajta.", "Levél jött tőle.",
		"Osa ihmisistä lähti.", "Päivä oli pitkä.", "Yö tuli.",
		"Část lidí odešla.", "Noc byla tichá.", "Díl první knihy ležel na stole.",
		"Partea de jos era umedă.", "Noaptea a venit.", "Capitol de istorie nu era.",
		"Bagian depan rumah itu gelap.", "Malam tiba.", "Hari itu hujan.",
		"Μέρος του δρόμου ήταν κλειστό.", "Μέρα μεσημέρι έβρεχε.", "Η βροχή έπεφτε.",
		"Частина людей пішла.", "І вона пішла.", "І Марія пішла.", "Дія почалася.",
		"To mænd kom.", "Del af vejen var lukket.", "En dag kom han.",
		"第三节只剩下两秒。", "一人の男がいた。", "12月的雨", "三天以后", "回来了", "2部电影", "（一体何が起きたのか）", "「一」", "（笑）", "（二人は黙っていた。）", "序に言えば", "大 雪", "98比95，主队还落后三分。",
	} {
		if f := FormOf(s); f.Verdict == WordNumber || f.Verdict == BareNumber || f.Verdict == NameAlone || f.Verdict == Maybe && f.Sep == 0 && f.Word != 0 {
			t.Errorf("%q: verdict %d, number %d", s, f.Verdict, f.Number)
		}
	}
}

// Every number in words counts behind a heading word, and every ordinal before one;
// every heading word opens a division, in small letters and in capitals.
func TestHeadingLexicon(t *testing.T) {
	check := func(text string, number int) {
		t.Helper()
		if f := FormOf(text); f.Verdict != WordNumber || int(f.Number) != number {
			t.Errorf("%q: %d (verdict %d), want %d", text, f.Number, f.Verdict, number)
		}
	}
	for words := range HeadingWords {
		if opensSpeech(words + "....") {
			t.Errorf("the heading word %q begins as speech does", words)
		}
	}
	for words := range lexicon.NumberWords() {
		if opensSpeech(words + "....") {
			t.Errorf("the number %q begins as speech does", words)
		}
		n := lexicon.FindNumber(words)
		check("Chapter "+words, int(n.Value))
		check("CAPÍTULO "+strings.ToUpper(words)+": ÉL", int(n.Value))
		if n.Kind == lexicon.Ordinal {
			check(words+" chapter", int(n.Value))
		}
	}
	list, index := lexicon.HeadingWords()
	for word, at := range index {
		if word == "上" { // 上, 中, 下 are numbers themselves
			continue
		}
		for _, w := range [...]string{word, strings.ToUpper(word)} {
			check(w+" 3", 3)
			check(w+" III: Ö", 3)
			if !list[at].Alone {
				check("3. "+w, 3)
			} else if f := FormOf(w); f.Verdict != NameAlone && f.Verdict != WordNumber {
				t.Errorf("%q: verdict %d", w, f.Verdict)
			}
		}
	}
}
