package desk

import "testing"

func TestLanguageNamed(t *testing.T) {
	for said, want := range map[string]string{
		"English": "en", "en_us": "en-US", "EN-gb": "en-GB", "eng": "en", "fre": "fr", "deu": "de", "ger": "de", "Français": "fr",
		"pt-br": "pt-BR", "zh-hant": "zh-Hant", "klingon": "", "any": "", "see below": "", "": "",
	} {
		if got := TagOf(said); got != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
}
