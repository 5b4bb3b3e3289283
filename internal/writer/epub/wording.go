package epub

import "strings"

// A wording is what the writer itself says in one language.
type wording struct{ cover, titlePage string }

// wordings by BCP 47 primary language; English serves every other language.
var wordings = map[string]wording{
	"en": {"Cover", "Title page"},
	"de": {"Umschlag", "Titelseite"},
	"fr": {"Couverture", "Page de titre"},
	"es": {"Cubierta", "Portada"},
	"pt": {"Capa", "Página de rosto"},
	"it": {"Copertina", "Frontespizio"},
	"nl": {"Omslag", "Titelpagina"},
	"sv": {"Omslag", "Titelsida"},
	"ru": {"Обложка", "Титульный лист"},
	"pl": {"Okładka", "Strona tytułowa"},
	"zh": {"封面", "书名页"},
	"ja": {"表紙", "扉"},
}

func (e *edition) wording() wording {
	primary, _, _ := strings.Cut(e.language, "-")
	if w, ok := wordings[strings.ToLower(primary)]; ok {
		return w
	}
	return wordings["en"]
}
