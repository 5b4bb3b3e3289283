package parse

// A labelKind is what a known label stands for.
type labelKind struct {
	name string
	sure bool // hardly ever begins a sentence of a story; the others need company
}

// labelKinds maps labels in small letters (see labelKey), singular, to canonical
// names. The rows follow the archives' header templates: Gossamer, the FFML,
// alt.startrek.creative, LiveJournal communities, the Archive of Our Own,
// FanFicFare's text output, Project Gutenberg.
var labelKinds = func() map[string]labelKind {
	kinds := map[string]labelKind{}
	add := func(name string, sure bool, labels ...string) {
		for _, l := range labels {
			if _, twice := kinds[l]; twice {
				panic("parse: label listed twice: " + l)
			}
			kinds[l] = labelKind{name, sure}
		}
	}
	add("title", true, "title", "story title", "story name", "name of story", "name of fic", "title of story", "fic title", "part title", "working title",
		"название", "заголовок", "titre", "titel", "título", "titolo", "タイトル", "題名", "標題", "标题", "書名", "书名", "题目")
	add("title", false, "story", "fic", "fic name", "name of the story", "tytuł")
	add("subtitle", true, "subtitle", "sub title", "untertitel", "sous titre")
	add("subtitle", false, "part", "chapter", "episode", "installment", "instalment", "chapter title", "episode title", "part number", "chapter number")
	add("author", true, "author", "author name", "writer", "penname", "pen name", "pseud", "pseudonym", "written by", "story by", "a story by", "fic by", "co author", "coauthor",
		"автор", "auteur", "auteure", "autor", "autorin", "autora", "autore", "autrice", "作者", "著者", "verfasser")
	add("author", false, "name", "by", "from", "creator", "posted by")
	add("contributor", true, "translator", "translated by", "artist", "illustrator", "illustrated by", "art by", "edited by", "übersetzer", "traducteur", "traductor", "переводчик", "译者", "訳者")
	add("contributor", false, "editor", "translation", "art", "illustration", "cover", "cover by", "cover art", "narrator")
	add("email", true, "e mail", "email", "e mail address", "email address", "author email", "author e mail", "author's email", "author's e mail", "email addy", "e mail addy", "my email")
	add("email", false, "mail", "contact", "address", "author contact")
	add("website", true, "website", "web site", "web page", "webpage", "homepage", "home page", "url", "story url", "author url", "series url", "archived at", "originally posted", "originally posted at", "originally posted on", "also posted at", "cross posted to", "crossposted to", "also archived at", "also found at", "author website", "author page", "author's website", "author's page", "author's homepage", "author's site")
	add("website", false, "lj", "livejournal", "live journal", "web", "site", "link", "blog", "posted at", "found at")
	add("fandom", true, "fandom", "crossover", "xover", "фандом", "original fandom", "text it is based on", "tv show", "fandom/universe", "原作")
	add("fandom", false, "show", "universe", "based on", "anime", "canon", "verse")
	add("series", true, "series", "sequel", "sequel to", "prequel", "prequel to", "season/sequel info", "series name", "series title", "story arc", "in series", "серия")
	add("series", false, "follow", "book", "arc", "part of", "cycle", "saga", "reihe", "serie", "série")
	add("rating", true, "rating", "rated", "рейтинг", "altersfreigabe", "age rating", "content rating")
	add("rating", false, "rate", "content")
	add("warnings", true, "content warning", "archive warning", "trigger warning", "trigger", "squick", "content note", "предупреждение", "предупреждения", "warnung", "warnungen", "avertissement", "advertencia")
	add("warnings", false, "warning", "tw", "cw", "caution")
	add("category", true, "category", "categorie", "categories", "classification", "genre", "story code", "жанр", "kategorie", "catégorie", "género")
	add("category", false, "class", "type", "code", "type of story", "kind")
	add("pairing", true, "pairing", "relationship", "'ship", "main pairing", "пейринг")
	add("pairing", false, "ship", "couple", "coupling", "paar", "paire", "pareja", "romance")
	add("characters", true, "character", "main character", "major character", "character/relationship", "other character", "персонажи", "personnage", "personaje", "hauptfigur")
	add("characters", false, "cast", "featuring", "starring", "pov", "point of view", "focus", "figuren", "person")
	add("keywords", true, "keyword", "key word", "tags", "story tag", "additional tag", "freeform", "search term")
	add("spoilers", true, "spoiler", "spoiler warning", "spoiler/setting", "спойлер")
	add("spoilers", false, "inside information")
	add("timeline", true, "timeline", "time line", "time frame", "timeframe", "time period")
	add("timeline", false, "setting", "situation", "season", "takes place", "set", "set in", "set during", "continuity", "time", "when", "place in canon", "era")
	add("summary", true, "summary", "synopsis", "blurb", "title summary", "episode summary", "chapter summary", "short summary", "brief summary", "саммари", "résumé", "zusammenfassung", "resumen", "riassunto", "resumo", "简介", "あらすじ", "内容简介")
	add("summary", false, "description", "teaser", "plot", "inhalt", "premise")
	add("disclaimer", true, "disclaimer", "legal stuff", "legalese", "legal disclaimer", "standard disclaimer", "usual disclaimer", "copyright notice", "дисклеймер", "disclaimer etc", "disclaimer thingie", "haftungsausschluss", "legal notice", "legal note")
	add("disclaimer", false, "legal", "copyright", "right", "ownership", "legalities")
	add("archive", true, "archive", "archiving", "distribution", "distribution statement", "permission to archive", "archive right", "archival", "archive permission", "archiving/distribution")
	add("archive", false, "permission", "repost", "reposting", "distribute", "circuit archive")
	add("feedback", true, "feedback", "fb", "c&c", "send feedback to", "feedback to", "feedback address", "feed back", "flame", "r&r")
	add("feedback", false, "comment", "review", "response", "send comments to", "comments to")
	add("notes", true, "author's note", "authors' note", "authors note", "author note", "a/n", "beginning note", "end note", "story note", "reader's note", "notes and warning", "author's comment", "writer's note", "note from the author", "примечание", "примечания", "примечание автора", "chapter note", "ps note", "anmerkung", "anmerkungen", "autorennotiz", "nota de la autora", "nota del autor", "note de l'auteur", "author's ramblings", "author's rant", "author's blathering")
	add("notes", false, "note", "an", "n/a", "aside", "remark", "explanation", "background", "other note", "additional note", "comments/notes", "important", "important note", "quick note", "preface", "intro", "introduction note", "ps")
	add("thanks", true, "thanks to", "special thanks", "special thanks to", "many thanks to", "acknowledgement", "acknowledgment", "thank you", "thank you to", "with thanks to")
	add("thanks", false, "thanks", "credit", "thank", "kudos to", "shoutout")
	add("beta", true, "beta", "beta reader", "beta read by", "beta by", "beta'd by", "betaed by", "betad by", "betaread by", "betareader", "beta'ed by", "бета", "бета ридер", "beta thanks", "first reader")
	add("dedication", true, "dedication", "dedicated to", "gift for", "a gift for", "this is for", "посвящение", "widmung", "dedicated")
	add("dedication", false, "for", "recipient")
	add("challenge", true, "challenge", "prompt", "written for", "challenge/prompt", "challenge response", "in response to")
	add("challenge", false, "exchange", "request", "fest", "requested by", "theme", "element", "requirement")
	add("status", true, "status", "story status", "статус")
	add("status", false, "complete", "finished", "in progress", "wip", "state")
	add("date", true, "date posted", "date written", "date sent", "date published", "release date", "posting date", "date completed", "completion date", "last updated", "first posted", "first published", "posted on", "published on", "written on", "date of completion", "дата", "packaged", "date started", "date finished", "date archived", "date submitted", "last modified", "date added", "date uploaded", "completed on", "updated on", "original posting date")
	add("date", false, "date", "posted", "published", "written", "updated", "revised", "completed", "datum", "started", "written in", "last revised", "created", "year", "uploaded", "submitted", "archived on")
	add("words", true, "word count", "wordcount", "number of words", "story length", "approximate length", "размер", "word", "approx length", "length in words")
	add("words", false, "length", "size", "chapters", "wörter", "mots", "palabras", "page")
	add("format", true, "file format", "story format")
	add("format", false, "format", "form", "medium")
	add("language", false, "language", "sprache", "langue", "idioma", "lingua", "язык", "original language")
	add("source", true, "publisher", "work id", "story id", "archive number", "archive name", "downloader version", "isbn", "story number")
	add("source", false, "source", "id", "origin", "original source")
	// Labels of other languages, as their archives' templates have them.
	add("author", false, "作", "著", "文", "autoria")
	add("contributor", true, "переводчики", "tradução", "traduzione", "traducción", "traduction")
	add("fandom", true, "фендом", "фэндом", "фэндом и персонажи", "原著")
	add("rating", true, "clasificación", "classificação", "classificazione", "raiting", "classement", "einstufung", "分级", "レーティング")
	add("warnings", true, "avvertimento", "avvertimenti", "avviso", "avisos", "advertência", "aviso", "предупреждения автора", "警告", "注意")
	add("category", true, "genere", "gênero", "направленность", "жанры", "类型", "ジャンル")
	add("pairing", true, "пэйринг", "пейринг и персонажи", "пэйринг и персонажи", "пары", "casal", "coppia", "配对", "カップリング")
	add("keywords", true, "метки", "ключевые слова", "schlagwörter", "mots clés", "palabras clave", "标签", "タグ")
	add("summary", true, "описание", "аннотация", "краткое содержание", "sinopse", "sinopsis", "sommario", "introduzione", "trama", "文案", "内容提要", "概要")
	add("disclaimer", true, "отказ от прав", "отказ", "descargo", "免责声明")
	add("notes", true, "от автора", "примечания автора", "авторские примечания", "notas", "nota", "notes de l'auteur", "note dell'autore", "note dell'autrice", "nota dell'autrice", "nota dell'autore", "notas da autora", "notas do autor", "作者有话说", "作者的话")
	add("beta", true, "беты", "беты (редакторы)", "бета (редактор)", "редактор", "редакторы", "lektorat", "betalesung")
	add("dedication", true, "dedica", "dedicatoria", "dedicatória", "dédicace")
	add("words", true, "кол во частей", "количество частей", "字数", "文字数", "parole")
	add("status", true, "estado", "stato", "état", "状态")
	add("date", true, "publicado", "pubblicato", "publié", "veröffentlicht", "опубликовано", "написано")
	add("title", false, "otsikko", "nimi", "назва")
	add("author", true, "kirjoittaja", "författare", "författarinna", "forfatter", "autorka", "schrijver", "schrijfster")
	add("rating", true, "ikäraja", "åldersgräns", "aldersgrænse", "aldersgrense", "leeftijd", "kategoria wiekowa", "ograniczenia wiekowe", "freigabe")
	add("warnings", true, "varoitus", "varoitukset", "varning", "varningar", "advarsel", "advarsler", "waarschuwing", "waarschuwingen", "ostrzeżenie", "ostrzeżenia")
	add("category", true, "gatunek", "kategoria", "lajityyppi")
	add("pairing", true, "paritus", "paringar", "pareja principal")
	add("characters", true, "hahmot", "karaktärer", "karakterer", "personages", "hoofdpersonen", "hoofdpersonages", "postacie", "bohaterowie",
		"hauptpersonen", "hauptcharaktere", "charaktere", "hauptrollen", "personaggi", "personagem", "personagens")
	add("spoilers", true, "episode spoiler")
	add("summary", true, "samenvatting", "tiivistelmä", "sammanfattning", "sammendrag", "streszczenie", "kurzbeschreibung", "kurzinhalt")
	add("summary", false, "yhteenveto", "opis", "beschreibung", "omschrijving")
	add("disclaimer", true, "vastuuvapaus", "ansvarsfriskrivning", "zastrzeżenie")
	add("archive", true, "archivierung", "archivage", "archiviazione")
	add("notes", true, "opmerking", "opmerkingen", "anmärkning", "anmärkningar", "od autora", "od autorki", "note de l'auteure", "note d'auteur", "notas de autora", "notas de autor", "anmerkung der autorin", "anmerkung des autors", "anmerkungen der autorin", "anmerkungen des autors")
	add("notes", false, "bemerkung", "bemerkungen", "huomautus", "uwagi", "story so far", "what has gone before", "what went before")
	add("thanks", true, "dank aan", "kiitokset", "podziękowania", "agradecimientos", "agradecimentos", "remerciements", "ringraziamenti", "danksagung")
	add("dedication", true, "dedykacja", "omistettu", "tillägnan")
	add("challenge", true, "haaste", "herausforderung", "utmaning")
	add("status", true, "statut", "tila")
	add("words", false, "sanoja", "sanamäärä", "słowa", "woorden", "antal ord")
	// As hurried hands write them.
	add("author", true, "auther", "authour")
	add("title", true, "tittle")
	add("disclaimer", true, "disclamer", "dislcaimer", "discaimer", "disclaimor", "diclaimer", "discliamer")
	add("summary", true, "sumary", "summery", "sumarry", "summmary")
	add("pairing", true, "paring", "pairng")
	add("category", true, "catagory", "gendre")
	add("characters", true, "charachter", "charecter")
	add("spoilers", true, "spolier")
	add("warnings", true, "warnning", "waring")
	add("feedback", true, "feeback", "feedbak")
	// Numbers of visitors that archives print among their fields.
	add("other", true, "bookmark", "hit", "collection", "fav", "favorite", "favourite", "character set encoding", "stats")
	add("other", false, "kudos")
	return kinds
}()
