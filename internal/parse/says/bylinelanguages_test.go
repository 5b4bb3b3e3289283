package says

import "testing"

func TestBylineLanguages(t *testing.T) {
	for _, c := range []struct{ line, names string }{
		{"מאת נועה לוי", "נועה לוי"}, {"بقلم سلمى النهري", "سلمى النهري"}, {"تأليف: سلمى النهري", "سلمى النهري"}, {"به قلم مهتاب رودی", "مهتاب رودی"}, {"نوشتهٔ مهتاب رودی", "مهتاب رودی"},
		{"نوشته\u200cی مهتاب رودی", "مهتاب رودی"}, {"โดย ดาริน สายน้ำ", "ดาริน สายน้ำ"}, {"लेखक मीरा नदीवाल", "मीरा नदीवाल"}, {"मीरा नदीवाल द्वारा", "मीरा नदीवाल"}, {"이하늘 지음", "이하늘"}, {"이하늘 저", "이하늘"},
		{"지은이 이하늘", "이하늘"}, {"글 이하늘", "이하늘"}, {"林渡 著", "林渡"}, {"文/林渡", "林渡"}, {"作者/林渡", "林渡"}, {"川辺あかり　作", "川辺あかり"},
		{"oleh Ratna Sungai", "Ratna Sungai"}, {"Karya Ratna Sungai", "Ratna Sungai"}, {"írta Kertész Anna", "Kertész Anna"}, {"Írta: Kertész Anna", "Kertész Anna"}, {"napsala Jana Potočná", "Jana Potočná"},
		{"napisała Anna Brodzka", "Anna Brodzka"}, {"kirjoittanut Aino Koski", "Aino Koski"}, {"scrisă de Ioana Râului", "Ioana Râului"}, {"o poveste de Ioana Râului", "Ioana Râului"}, {"skrevet av Liv Elvestad", "Liv Elvestad"},
		{"skriven av Ada Lind", "Ada Lind"}, {"af Ida Holm", "Ida Holm"}, {"yazan Elif Dere", "Elif Dere"}, {"Elif Dere tarafından", "Elif Dere"}, {"Viết bởi Lê An Hà", "Lê An Hà"}, {"bởi Lê An Hà", "Lê An Hà"},
		{"από την Ηλέκτρα Βράχου", "Ηλέκτρα Βράχου"}, {"της Ηλέκτρας Βράχου", "Ηλέκτρας Βράχου"}, {"написала Соля Верба", "Соля Верба"}, {"оповідання Соля Верба", ""},
		// no bylines
		{"της νύχτας", ""}, {"اثر انگشت", ""}, {"โดยไม่มีใครรู้", ""}, {"Van Gogh", ""}, {"Der Weg von Rom", ""}, {"소설 지음터에 눈이 내렸다.", ""}, {"글 쓰는 밤이 길었다.", ""},
	} {
		b, ok := BylineOf(c.line)
		if ok != (c.names != "") || b.Names != c.names {
			t.Errorf("%s: %v %q, want %q", c.line, ok, b.Names, c.names)
		}
	}
	for _, line := range []string{"von", "par", "مأخوذ", "بقلم", "מאת", "โดย", "oleh", "írta", "napsala", "kirjoittanut", "yazan", "به قلم"} {
		if b, ok := BylineOf(line); (ok && b.Alone) != (line != "مأخوذ") {
			t.Errorf("%s alone: %v %v", line, ok, b.Alone)
		}
	}
}
