package decode

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// The same few sentences of a keeper and his lamp, as stories in each language
// have them: little to go by, and punctuation as people type it.
var samples = []struct {
	language  string
	encodings string
	text      string
}{
	{"en", "iso-8859-1 macintosh ibm437", "The café was shut. Zoë looked at the façade, and then at her watch: half past ten, 12° outside.\nA naïve plan; José had said so from the start.\n"},
	{"en-loan", "iso-8859-1", "It was late when they came to the harbour, and nobody had thought of supper.\nThe lamp was out. Anaïs, of all people, had the key, and she had gone home at noon.\n"},
	{"en-pound", "iso-8859-1", "It was late when they came to the harbour.\nThe ferry was £5 then, and is £20 now.\n"},
	{"en-nbsp", "iso-8859-1", "It was late.\u00A0 They came to the harbour.\u00A0 Nobody was there.\u00A0 Mr.\u00A0Voss had gone.\n"},
	{"en-curly", "windows-1252 macintosh", "“Wait,” Tom said, and didn’t. “It’s the lamp—the ‘big’ one…” She couldn’t see it.\n"},
	{"en-apostrophe", "windows-1252 macintosh", "He didn’t go. They hadn’t asked him, and it wasn’t far, but he’d had enough of the keepers’ games.\n"},
	{"fr", "iso-8859-1 macintosh ibm437", "Le gardien alluma la lampe, puis l'éteignit. « Où étais-tu ? » dit-elle. Il ne répondit pas : il avait déjà oublié la forêt, l'été, le goût du café brûlé.\n"},
	{"fr-oe", "windows-1252 iso-8859-15 macintosh", "Sa sœur avait le cœur gros ; l'œil fixé sur la mer, elle attendait le bœuf et les œufs du matin. Déjà la fête était finie.\n"},
	{"de", "iso-8859-1 macintosh ibm437", "Der Wärter löschte die Lampe und ging über die Brücke. Es war früh, und die Straße war naß. Später hörte man ihn über die Dächer rufen.\n"},
	{"de-curly", "windows-1252 macintosh", "„Natürlich“, sagte sie, „die Schlüssel hängen über der Tür.“ – Er hörte nicht zu.\n"},
	{"es-dash", "windows-1252 macintosh", "¿Dónde está la lámpara? —preguntó el niño—. ¡Allí, señor! Mañana volverá el guardián, según dijo la mujer del puerto, que también tenía miedo.\n"},
	{"es", "iso-8859-1 macintosh ibm437", "El guardián apagó la lámpara y cruzó el puente. ¿Quién era? ¡Nadie! Mañana volverían los niños, según dijo la señora, y también el perro.\n"},
	{"pt", "iso-8859-1 macintosh ibm850", "O guardião não voltou à praia. A lâmpada apagou-se às três da manhã, e ninguém deu atenção às crianças que já não tinham medo do mar.\n"},
	{"it", "iso-8859-1 macintosh", "Il guardiano non c'è più, perché la lanterna è già spenta. Così disse la vecchia, e però nessuno andò a vedere se la città dormiva.\n"},
	{"sv", "iso-8859-1 ibm437", "Vaktmästaren gick över bron när lampan slocknade. Det var för sent, sade hon, och på ön såg man ingenting. Båten låg kvar vid ån.\n"},
	{"fi", "iso-8859-1", "Vartija lähti yöllä pois, eikä häntä enää nähty. Lyhty jäi pöydälle, ja äiti itki hiljaa keittiössä. Tyttö söi leipää.\n"},
	{"da", "iso-8859-1 ibm850", "Fyrmesteren gik over gården, da lygten gik ud. Det var for sent, sagde hun, og på øen så man ingenting. Båden lå ved åen, og børnene græd.\n"},
	{"is", "iso-8859-1", "Vörðurinn fór út í nóttina þegar ljósið dó. Það var orðið of seint, sagði hún, og enginn sá neitt á eynni. Báturinn lá við ána.\n"},
	{"pl", "windows-1250 iso-8859-2 ibm852", "Strażnik zgasił lampę i poszedł przez most. Było już późno, powiedziała, a na wyspie nie było nic widać. Łódź leżała przy brzegu, dzieci płakały.\n"},
	{"cs", "windows-1250 iso-8859-2 ibm852", "Strážce zhasl lampu a šel přes most. Bylo už pozdě, řekla, a na ostrově nebylo nic vidět. Člun ležel u břehu a děti plakaly; žádný z nich se nebál.\n"},
	{"hu", "windows-1250", "Az őr eloltotta a lámpát, és átment a hídon. Késő volt már, mondta a nő, és a szigeten semmit sem lehetett látni. A hajó a parton feküdt, a gyerekek sírtak, fűszál sem mozdult.\n"},
	{"ro", "windows-1250", "Paznicul stinse lampa şi trecu podul. Era prea târziu, spuse ea, iar pe insulă nu se vedea nimic. Barca zăcea la mal, copiii plângeau în faţa casei.\n"},
	{"tr", "windows-1254", "Bekçi lambayı söndürdü ve köprüden geçti. Artık çok geçti, dedi kadın; adada hiçbir şey görünmüyordu. Çocuklar ağlıyordu, kayık kıyıda duruyordu, ağaçlar sessizdi.\n"},
	{"ru", "windows-1251 koi8-r ibm866 iso-8859-5", "Смотритель погасил лампу и пошёл через мост. Было уже поздно, сказала она, и на острове ничего не было видно. Лодка лежала у берега, дети плакали.\n"},
	{"ru-capitals", "windows-1251 koi8-r", "ГЛАВА ПЕРВАЯ. СМОТРИТЕЛЬ\n\nПОСТОРОННИМ ВХОД ЗАПРЕЩЁН\n"},
	{"uk", "windows-1251 koi8-u", "Сторож погасив лампу й пішов через міст. Було вже пізно, сказала вона, і на острові нічого не було видно. Човен лежав біля берега, діти плакали, її ніхто не чув.\n"},
	{"el", "windows-1253", "Ο φύλακας έσβησε τη λάμπα και πέρασε τη γέφυρα. Ήταν πια αργά, είπε εκείνη, και στο νησί δεν φαινόταν τίποτα. Η βάρκα ήταν στην ακτή, τα παιδιά έκλαιγαν.\n"},
	{"el-alpha", "windows-1253 iso-8859-7", "Η Άννα έφυγε. Άδικα περίμενε ο φύλακας όλη τη νύχτα στο λιμάνι.\n"},
	{"he", "windows-1255", "השומר כיבה את המנורה והלך על הגשר. כבר היה מאוחר, אמרה, ובאי לא ראו דבר. הסירה שכבה על החוף והילדים בכו.\n"},
	{"ar", "windows-1256", "أطفأ الحارس المصباح ومشى فوق الجسر. كان الوقت متأخرا، قالت، ولم يكن يرى شيء في الجزيرة. كان القارب على الشاطئ والأطفال يبكون.\n"},
	{"ja", "shift_jis euc-jp iso-2022-jp", "灯台守はランプを消して、橋を渡った。「もう遅い」と彼女は言った。島では何も見えなかった。舟は岸に横たわり、子供たちは泣いていた。\n"},
	{"zh-Hans", "gb18030", "守灯人熄了灯，走过了桥。已经太晚了，她说，岛上什么也看不见。船在岸边，孩子们都在哭。他们不知道他是不是还会回来。\n"},
	{"zh-Hant", "big5", "守燈人熄了燈，走過了橋。已經太晚了，她說，島上什麼也看不見。船在岸邊，孩子們都在哭。他們不知道他是不是還會回來。\n"},
	{"ko", "euc-kr", "등대지기는 등불을 끄고 다리를 건너갔다. 이미 늦었다고 그녀가 말했다. 섬에서는 아무것도 보이지 않았다. 배는 바닷가에 있었고 아이들은 울고 있었다.\n"},
}

// encode writes text in an encoding, or fails the test.
func encode(t *testing.T, name, text string) []byte {
	t.Helper()
	c, err := named(name)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case c.utf8:
		return []byte(text)
	case c.wide:
		end := unicode.LittleEndian
		end32 := utf32.LittleEndian
		if strings.HasSuffix(name, "be") {
			end, end32 = unicode.BigEndian, utf32.BigEndian
		}
		c.coder = unicode.UTF16(end, unicode.IgnoreBOM)
		if strings.HasPrefix(name, "utf-32") {
			c.coder = utf32.UTF32(end32, utf32.IgnoreBOM)
		}
	}
	b, err := c.coder.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s cannot be written in %s: %v", text, name, err)
	}
	return b
}

// The bytes decide the encoding, from two sentences and from a whole chapter.
func TestEncodingIsFound(t *testing.T) {
	for _, s := range samples {
		for _, name := range strings.Fields("utf-8 utf-16le utf-16be utf-32le utf-32be " + s.encodings) {
			for _, times := range []int{1, 40} {
				want := strings.Repeat(s.text, times)
				got, ds, err := Text("x.txt", encode(t, name, want), Options{})
				if err != nil {
					t.Errorf("%s in %s: %v", s.language, name, err)
					continue
				}
				want = strings.ReplaceAll(want, "\u00A0 ", "  ") // a no-break space beside a blank is a blank
				if got.Encoding != name || got.Body != want {
					t.Errorf("%s in %s, %d times: read as %s: %.100q", s.language, name, times, got.Encoding, got.Body)
				}
				if len(ds) > 0 {
					t.Errorf("%s in %s: remarks %v", s.language, name, ds)
				}
			}
		}
	}
}

// One accent at the very end of a long story counts as much as one at its beginning.
func TestWholeFileDecides(t *testing.T) {
	long := strings.Repeat("The lamp was lit, and the lamp was put out, and nobody came.\n", 2000)
	for _, name := range []string{"utf-8", "windows-1252", "macintosh"} {
		want := long + "“He didn’t,” said Zoë.\n"
		got, ds, err := Text("x.txt", encode(t, name, want), Options{})
		if err != nil || len(ds) > 0 || got.Body != want || got.Encoding != name {
			t.Errorf("%s: read as %s: %q, remarks %v, error %v", name, got.Encoding, got.Body[len(long):], ds, err)
		}
	}
}

// A person's word overrules the bytes.
func TestEncodingOverruled(t *testing.T) {
	for _, c := range []struct{ name, spoken string }{
		{"koi8-r", "KOI8-R"}, {"windows-1251", "cp1251"}, {"macintosh", "Mac Roman"}, {"iso-8859-1", "latin1"},
		{"shift_jis", "SJIS"}, {"gb18030", "GBK"}, {"utf-16le", "UTF-16LE"}, {"utf-16be", "utf-16"}, {"ibm866", "cp866"},
	} {
		want := "abc\n"
		switch c.name {
		case "koi8-r", "windows-1251", "ibm866":
			want = "Лампа\n"
		case "macintosh", "iso-8859-1":
			want = "été\n"
		case "shift_jis", "gb18030":
			want = "一\n"
		}
		got, _, err := Text("x.txt", encode(t, c.name, want), Options{Encoding: c.spoken})
		if err != nil || got.Body != want {
			t.Errorf("%s: %+v, %v", c.spoken, got, err)
		}
	}
	for _, c := range []struct{ name, says string }{{"klingon", "no encoding is called \"klingon\""}, {"replacement", "no encoding is called"}} {
		if _, _, err := Text("x.txt", []byte("abc"), Options{Encoding: c.name}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %v, want %s", c.name, err, c.says)
		}
	}
	// Bytes that the encoding does not know are named, line by line.
	got, ds, err := Text("x.txt", []byte("abc\nd\x81f\n\n\x81\n"), Options{Encoding: "windows-1252"})
	if err != nil || strings.Count(got.Body, "\uFFFD") != 2 || len(ds) != 2 || ds[0].Span.Line() != 2 || ds[1].Span.Line() != 4 {
		t.Errorf("%q, %v, %v", got.Body, ds, err)
	}
}
