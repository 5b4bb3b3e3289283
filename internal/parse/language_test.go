package parse

import (
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/langid"
	"storybind/internal/source"
)

// Two sentences, as short as a drabble's half, show the language.
var spokenSamples = map[string]string{
	"en":      "The keeper put the lamp out and went over the bridge. It was late, she said, and there was nothing to be seen on the island.",
	"fr":      "Le gardien éteignit la lampe et traversa le pont. Il était déjà tard, dit-elle, et sur l'île on ne voyait rien.",
	"de":      "Der Wärter löschte die Lampe und ging über die Brücke. Es war schon spät, sagte sie, und auf der Insel war nichts zu sehen.",
	"es":      "El guardián apagó la lámpara y cruzó el puente. Ya era tarde, dijo ella, y en la isla no se veía nada.",
	"pt":      "O guardião apagou a lâmpada e atravessou a ponte. Já era tarde, disse ela, e na ilha não se via nada.",
	"it":      "Il guardiano spense la lampada e attraversò il ponte. Era già tardi, disse lei, e sull'isola non si vedeva niente.",
	"nl":      "De wachter doofde de lamp en liep over de brug. Het was al laat, zei ze, en op het eiland was niets te zien.",
	"sv":      "Vakten släckte lampan och gick över bron. Det var redan sent, sade hon, och på ön såg man ingenting.",
	"da":      "Vagten slukkede lampen og gik over broen. Det var allerede sent, sagde hun, og på øen så man ikke noget.",
	"no":      "Vakten slukket lampen og gikk over broen. Det var allerede sent, sa hun, og på øya så man ikke noe.",
	"is":      "Vörðurinn slökkti á lampanum og gekk yfir brúna. Það var orðið seint, sagði hún, og ekkert sást á eynni.",
	"fi":      "Vartija sammutti lampun ja meni sillan yli. Oli jo myöhä, hän sanoi, eikä saarella näkynyt mitään.",
	"pl":      "Strażnik zgasił lampę i przeszedł przez most. Było już późno, powiedziała, a na wyspie nic nie było widać.",
	"cs":      "Strážce zhasl lampu a šel přes most. Bylo už pozdě, řekla, a na ostrově nebylo nic vidět.",
	"sk":      "Strážca zhasol lampu a šiel cez most. Bolo už neskoro, povedala, a na ostrove nebolo nič vidieť.",
	"hu":      "Az őr eloltotta a lámpát, és átment a hídon. Már késő volt, mondta a nő, és a szigeten semmit sem lehetett látni.",
	"ro":      "Paznicul stinse lampa și trecu podul. Era deja târziu, spuse ea, iar pe insulă nu se vedea nimic.",
	"tr":      "Bekçi lambayı söndürdü ve köprüden geçti. Artık çok geç, dedi kadın, ve adada hiçbir şey görünmüyordu.",
	"ru":      "Смотритель погасил лампу и пошёл через мост. Было уже поздно, сказала она, и на острове ничего не было видно.",
	"uk":      "Сторож погасив лампу й пішов через міст. Було вже пізно, сказала вона, і на острові нічого не було видно.",
	"bg":      "Пазачът угаси лампата и мина по моста. Вече беше късно, каза тя, и на острова не се виждаше нищо.",
	"el":      "Ο φύλακας έσβησε τη λάμπα και πέρασε τη γέφυρα. Ήταν πια αργά, είπε εκείνη, και στο νησί δεν φαινόταν τίποτα.",
	"he":      "השומר כיבה את המנורה והלך על הגשר. כבר היה מאוחר, אמרה, ובאי לא ראו דבר.",
	"ar":      "أطفأ الحارس المصباح ومشى فوق الجسر. كان الوقت متأخرا، قالت، ولم يكن يرى شيء في الجزيرة.",
	"fa":      "نگهبان چراغ را خاموش کرد و از پل گذشت. دیگر دیر شده بود، او گفت، و در جزیره چیزی پیدا نبود.",
	"ja":      "灯台守はランプを消して、橋を渡った。「もう遅い」と彼女は言った。島では何も見えなかった。",
	"zh":      "守灯人熄了灯，走过了桥。已经太晚了，她说，岛上什么也看不见。孩子们都在哭。",
	"zh-Hant": "守燈人熄了燈，走過了橋。已經太晚了，她說，島上什麼也看不見。孩子們都在哭。",
	"ko":      "등대지기는 등불을 끄고 다리를 건너갔다. 이미 늦었다고 그녀가 말했다. 섬에서는 아무것도 보이지 않았다.",
}

func TestLanguageFromText(t *testing.T) {
	for want, text := range spokenSamples {
		for _, times := range []int{1, 1000} {
			if got, sure := langid.Spoken(strings.Repeat(text+"\n", times)); got != want || !sure {
				t.Errorf("%s, %d times: got %s, sure %v", want, times, got, sure)
			}
		}
		if !strings.Contains("ja zh zh-Hant ko he ar fa el", want) {
			if got, _ := langid.Spoken(strings.ToUpper(text)); got != want {
				t.Errorf("%s in capitals: got %s", want, got)
			}
		}
	}
}

func TestLanguageUnclear(t *testing.T) {
	for _, text := range []string{"", "12 34 56", "Mara. Tobin! Pell?", "Zzz. Mmm. Hrrr. Brr, zk qwx plf grm trk."} {
		if got, sure := langid.Spoken(text); got != "en" || sure {
			t.Errorf("%q: got %s, sure %v", text, got, sure)
		}
	}
	// A few words of another language do not make a story another language's.
	text := spokenSamples["en"] + " “Déjà vu,” said Zoë, “c'est la vie, señor Müller.” " + spokenSamples["en"]
	if got, sure := langid.Spoken(text); got != "en" || !sure {
		t.Errorf("English with French in it: got %s, sure %v", got, sure)
	}
}

// What a person says goes before the header, and the header before the text.
func TestLanguageOfStory(t *testing.T) {
	french := "Title: La lampe\nAuthor: Annie\n\n" + strings.Repeat(spokenSamples["fr"]+"\n\n", 5)
	for _, c := range []struct {
		text, setting, want, remark string
		direction                   book.Direction
	}{
		{french, "", "fr", "", book.LeftToRight},
		{strings.Replace(french, "Author", "Language: German\nAuthor", 1), "", "de", "", book.LeftToRight},
		{strings.Replace(french, "Author", "Language: ita\nAuthor", 1), "", "it", "", book.LeftToRight},
		{strings.Replace(french, "Author", "Language: German\nAuthor", 1), "fr-ca", "fr-CA", "", book.LeftToRight},
		{french, "sco", "sco", "", book.LeftToRight},
		{french, "klingon", "fr", "parse/language-unknown", book.LeftToRight},
		{spokenSamples["he"], "", "he", "", book.RightToLeft},
		{"Zk. Qwx! Plf?\n", "", "en", "parse/language-unclear", book.LeftToRight},
	} {
		b, ds := Story(source.New("x.txt", len(c.text), "utf-8", c.text), desk.Options{Language: c.setting})
		if b.Meta.Language != c.want || b.Meta.Progression != c.direction {
			t.Errorf("%.60q with %q: got %s, direction %d", c.text, c.setting, b.Meta.Language, b.Meta.Progression)
		}
		said := ""
		for _, d := range ds {
			if strings.HasPrefix(d.Code, "parse/language") {
				said = d.Code
			}
		}
		if said != c.remark {
			t.Errorf("%.60q with %q: remark %q, want %q", c.text, c.setting, said, c.remark)
		}
	}
}

func BenchmarkLanguage(b *testing.B) {
	text := strings.Repeat(spokenSamples["en"]+"\n", 8000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		langid.Spoken(text)
	}
}
