package matter

import (
	"strings"

	"storybind/internal/book"
)

// A wording is what the added pages say in one language.
type wording struct {
	untitled, by, and         string // by ends in a space where the language writes one
	contents, notes, about    string
	title, source, encoding   string
	words, chapters, setAside string
	made, fromFile            string
}

// wordings by BCP 47 primary language; English serves every other language.
var wordings = map[string]wording{
	"en": {book.Untitled, "by ", " and ", "Contents", "Notes", "About this book", "Title", "Story", "Read as", "Words", "Chapters", "Left out", "Made by", "from the file’s name"},
	"de": {"Geschichte ohne Titel", "von ", " und ", "Inhalt", "Anmerkungen", "Über dieses Buch", "Titel", "Quelle", "Gelesen als", "Wörter", "Kapitel", "Weggelassen", "Gesetzt mit", "nach dem Dateinamen"},
	"fr": {"Récit sans titre", "", " et ", "Table des matières", "Notes", "À propos de ce livre", "Titre", "Source", "Lu en", "Mots", "Chapitres", "Mis de côté", "Composé avec", "d’après le nom du fichier"},
	"es": {"Relato sin título", "", " y ", "Índice", "Notas", "Sobre este libro", "Título", "Fuente", "Leído como", "Palabras", "Capítulos", "Apartado", "Hecho con", "según el nombre del archivo"},
	"pt": {"História sem título", "", " e ", "Sumário", "Notas", "Sobre este livro", "Título", "Fonte", "Lido como", "Palavras", "Capítulos", "Posto de lado", "Feito com", "conforme o nome do ficheiro"},
	"it": {"Racconto senza titolo", "di ", " e ", "Indice", "Note", "Su questo libro", "Titolo", "Fonte", "Letto come", "Parole", "Capitoli", "Messo da parte", "Composto con", "dal nome del file"},
	"nl": {"Verhaal zonder titel", "door ", " en ", "Inhoud", "Aantekeningen", "Over dit boek", "Titel", "Bron", "Gelezen als", "Woorden", "Hoofdstukken", "Weggelaten", "Gemaakt met", "naar de bestandsnaam"},
	"sv": {"Berättelse utan titel", "av ", " och ", "Innehåll", "Anmärkningar", "Om denna bok", "Titel", "Källa", "Läst som", "Ord", "Kapitel", "Utelämnat", "Gjord med", "efter filnamnet"},
	"ru": {"Рассказ без названия", "", " и ", "Содержание", "Примечания", "Об этой книге", "Название", "Источник", "Прочитано как", "Слов", "Глав", "Опущено", "Сделано в", "по имени файла"},
	"pl": {"Opowiadanie bez tytułu", "", " i ", "Spis treści", "Uwagi", "O tej książce", "Tytuł", "Źródło", "Odczytano jako", "Słowa", "Rozdziały", "Pominięto", "Wykonano w", "z nazwy pliku"},
	"zh": {"无题", "", "、", "目录", "说明", "关于本书", "书名", "来源", "编码", "字数", "章数", "略去", "制作", "取自文件名"},
	"ja": {"無題", "", "、", "目次", "覚え書き", "この本について", "題名", "原文", "文字コード", "語数", "章数", "除いたもの", "作成", "ファイル名から"},
}

func wordingOf(language string) wording {
	primary, _, _ := strings.Cut(language, "-")
	if w, ok := wordings[primary]; ok {
		return w
	}
	return wordings["en"]
}

// list joins names as a sentence would: "A", "A and B", "A, B and C".
func (w wording) list(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + w.and + names[last]
}
