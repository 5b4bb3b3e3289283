package evidence

import (
	"strings"
	"sync"
	"unicode"
)

// wordKind says which kinds of words a line has that title pages are made of.
type wordKind uint64

const (
	wordBy wordKind = 1 << iota
	wordPublisher
	wordPlace
	wordEdition
	wordVolume
	wordGenre
	wordIllustrated
	wordTranslated
	wordRights
	wordDedication
	wordNetwork
	wordTranscriber
	wordHonour
	wordDegree
	wordAuthorOf
	wordOr
	wordArticle
	wordChapter
	wordPreface
	wordSeries
	wordMonth
	wordPrinted
	wordOffer
	wordWork
	wordIn
	wordFor
	wordAward
	wordSchool
	wordCount = 28

	wordJoint    wordKind = 1 << 60 // keeps its small letters in titles
	wordProse    wordKind = 1 << 61 // sentences have it, titles and names seldom
	wordParticle wordKind = 1 << 62 // stands in names
)

// wordLists hold the words of each kind, in all languages at once.
var wordLists = map[wordKind]string{
	wordBy:          "by von par por per por door av af przez di da de od írta irta kirj kirjoittanut napisał napisala skrevet του της автор",
	wordPublisher:   "publisher publishers published publishing press verlag verlagsbuchhandlung éditeur editeur éditeurs librairie librairies editora editorial imprenta imprimerie tipografia uitgever uitgevers forlag förlag kustannus company co sons brothers bros house syndicate издательство издание wydawnictwo nakladatelství kiadó kiadás kiadása kiadja tulajdona sajátja",
	wordPlace:       "london york boston chicago philadelphia paris leipzig berlin amsterdam toronto edinburgh oxford cambridge madrid milano milan roma rome wien vienna münchen stuttgart københavn kjøbenhavn stockholm helsinki helsingissä budapest praha москва петербург санкт dublin glasgow melbourne sydney cincinnati indianapolis washington francisco baltimore philad lisboa porto barcelona bruxelles haarlem rotterdam utrecht warszawa kraków street strand square avenue row",
	wordEdition:     "edition editions edited auflage édition edición edizione druk uitgave impression reprint reprinted reprinting illustrated revised enlarged printing ausgabe upplaga painos wydanie издание",
	wordVolume:      "volume volumes vol vols tome tomes tomo band bände deel deelen bind tom том number no issue nº series",
	wordGenre:       "novel romance tale tales story stories history poem poems play drama comedy tragedy sketches essays legend legends fable fables roman novelle novellen erzählung erzählungen geschichte geschichten märchen conte contes nouvelle nouvelles récit histoire novela cuento cuentos historia romanzo racconto racconti novella verhaal berättelse fortælling kertomus opowieść powieść regény elbeszélés роман повесть рассказ рассказы поэма сказка комедия adventures adventure mystery memoir memoirs narrative study letters fic fanfic fanfiction chronicle ballad comédie drame schauspiel lustspiel trauerspiel opera acts",
	wordIllustrated: "illustrated illustrations illustration illustrator illustrators drawings drawn pictures frontispiece engravings plates photographs illustré illustrée illustrations abbildungen bildern",
	wordTranslated:  "translated translator translation übersetzt übersetzung traduit traduction traducteur traducido traducción traduzione vertaald vertaling översatt oversat przekład suomentanut fordította ford перевод adapted rendered retold selected collected compiled arranged introduction fransch hoogduitsch engelsch französischen englischen italienischen anglais allemand inglés francés szerkesztette szerkeszti",
	wordRights:      "copyright rights reserved copyrighted registered entered permission permitted copyrights vorbehalten réservés",
	wordDedication:  "dedicated dedication dedicate memory inscribed affection affectionate affectionately gratitude widmung gewidmet dedicado zugeeignet esteem friend beloved",
	wordNetwork:     "http https www com org net html htm email mail",
	wordTranscriber: "transcriber transcribers transcribed transcription proofreading proofread proofreaders ebook etext e-text gutenberg scanned scan digitized digitised ocr produced project transkription anmerkungen hinweise transkriptionen bearbeiter transcription uwagi wydania elektronicznego redakcji scans google archive digital transcriptor opmerkingen bewerker nota notas trascrizione trascrittore",
	wordHonour:      "mr mrs miss ms dr sir lady lord rev reverend professor prof captain capt col colonel general gen major lieut lieutenant count baron herr frau fräulein dom don doña mme mlle m hon bishop saint graf freiherr",
	wordDegree:      "esq ma ba phd md dd lld frs fsa frgs jr sr qc mp fellow member professor vicar rector dean canon chaplain lecturer librarian president editor",
	wordAuthorOf:    "author authors authoress verfasser verfasserin auteur autor autora autore writer creator schrijver",
	wordOr:          "or oder ou oder, eller of, o или vagy lub",
	wordArticle:     "a an the der die das ein eine le la les un une el los las il lo gli de het een en ett az egy o os as",
	wordChapter:     "chapter part book kapitel chapitre capitulo capítulo capitolo hoofdstuk глава kapitola rozdział luku buch teil livre partie libro parte deel часть книга act scene akt acte canto letter first 第",
	wordPreface:     "preface foreword introduction introductory prologue vorwort einleitung avant-propos préface prólogo prefacio prefazione voorrede предисловие förord forord esipuhe előszó przedmowa note notes contents inhalt index",
	wordSeries:      "series library classics collection bibliothek bibliothèque collected works complete reihe serie série biblioteca universal popular select omnibus trilogy cycle saga sequel",
	wordMonth:       "january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	wordPrinted:     "printed printer printers print gedruckt imprimé impreso stampato tryk trykt tryckt painettu nyomda press typography electrotyped set bound",
	wordOffer:       "price cents net cloth post free gilt crown postpaid shilling paper uniform also books ready 12mo 8vo catalogue catalog list",
	wordWork:        "complete unabridged selected works writings entire œuvres oeuvres complètes œuvre werke sämtliche gesammelte schriften obras completas opere művei összes dzieła сочинений сочинения собрание skrifter werken",
	wordIn:          "in with containing including being from and",
	wordFor:         "for to für à a para per voor till kepada",
	wordAward:       "prize place winner winning entry contest competition mention finalist finalists commended challenge prompt category honorable honourable award runner preis platz wettbewerb schreibwettbewerb beitrag prix concours lauréat premio premios finalista certamen accésit concorso prémio prêmio lugar menção prijs wedstrijd vermelding pris tävling palkinto nagroda wyróżnienie konkurs konkursu cena место премия конкурс конкурса финалист лауреат",
	wordSchool:      "class grade grades period english teacher school college homework assignment essay workshop semester block section klasse deutsch schule classe français lycée collège clase lengua escuela colegio scuola skola klass klas escola luokka szkoła klasa школа класс",
}

// wordKinds are the kinds of each word, in small letters: one look finds them all.
var wordKinds = sync.OnceValue(func() map[string]wordKind {
	out := make(map[string]wordKind, 1500)
	add := func(kind wordKind, list string) {
		for w := range strings.FieldsSeq(list) {
			out[w] |= kind
		}
	}
	for kind, list := range wordLists {
		add(kind, list)
	}
	add(wordJoint, joints)
	add(wordProse, proseWords)
	add(wordParticle, particles)
	return out
})

// particles are small words that names have inside.
const particles = `de la du des von van der den zu da dos di del y e und et af of le el and`

// joints are words that keep their small letters in titles.
const joints = `a an the and or nor but of in on at to for by with from into onto upon over under as is it its than that via per off out up down through after before between
	about without within are be not de la le les des du et en un une à au aux und der die das von zu zum zur im am ein eine dem den y el los las del con por para o e da do dos das di il lo
	gli i van het een op te och av på och til og i и в на о с к у по из от az egy és w z na i do ja no`

// proseWords are words that sentences have and titles and names seldom.
const proseWords = `was were had has have he she they we you him her them his their had been would could should did said is are there when which who what this these those then but if
	i my me your our it its not so no very any some only even still again never always just more than now here where how because although though while until will shall may might must can do does
	c'était était avait il elle ils elles nous vous je ne pas que qui se sa son ses leur mais dans sur plus était étaient
	war waren hatte hatten er sie es wir ihr ich nicht dass daß auch noch aber wie sich sein seine ihre wurde wenn als nur so schon
	era eran había él ella no se su sus que como pero más cuando yo me le lo
	era aveva non si che ma più quando io suo sua come
	não que se ele ela seu sua mas mais quando eu foi
	was waren had hij zij ze niet zich zijn haar maar ook nog toen als ik
	var hade han hon det inte sig som men när jag hans hennes
	был была было были он она они не что его её как но это я так же ещё когда
	oli hän ei että se mutta kun hänen minä
	volt nem hogy ő is de már mint ez
	był była było nie się że on ona ale jak jego gdy
	bir ve bu ne için ama değil onu
	yang dan di itu tidak dengan ini dia ada
	không và là của một có đã cô anh`

// kindsOf are the kinds of words that a line has.
func kindsOf(text string, lows []string, sorts []wordKind) (k wordKind) {
	for i, kind := range sorts {
		if kind &= 1<<wordCount - 1; kind == 0 {
			continue
		}
		if kind&(wordBy|wordOr|wordArticle|wordIn|wordFor) != 0 && i > 0 { // only as the first word
			kind &^= wordOr | wordArticle | wordIn | wordFor
			if i < len(lows)-1 && lows[i] == "by" {
				kind |= wordBy
			} else {
				kind &^= wordBy
			}
		}
		k |= kind
	}
	if strings.ContainsRune(text, '©') {
		k |= wordRights
	}
	if strings.ContainsRune(text, '@') || strings.Contains(text, "://") {
		k |= wordNetwork
	}
	return k
}

// yearIn is 1 when one of the words is a year of print, 2 when it is one in Roman
// numerals.
func yearIn(ws []string) int {
	for _, w := range ws {
		if len(w) == 4 && (w[0] == '1' && w[1] >= '4' || w[0] == '2' && w[1] == '0') && strings.Trim(w, "0123456789") == "" {
			return 1
		}
		if len(w) >= 4 && w[0] == 'M' && strings.Trim(w, "MDCLXVI") == "" {
			return 2
		}
	}
	return 0
}

// dressOf says how a line is dressed: 1 quoted, 2 in brackets, 3 emphasised, 4 between
// marks, 5 behind #, 6 spaced out, 7 in book quotes, 8 with a word spaced out.
func dressOf(s string) int {
	if len(s) < 3 {
		return 0
	}
	a, b := firstRune(s), lastRune(s)
	switch {
	case (a == '"' || a == '“' || a == '„' || a == '«' || a == '»') && (b == '"' || b == '”' || b == '“' || b == '»' || b == '«'):
		return 1
	case a == '(' && b == ')' || a == '[' && b == ']' || a == '{' && b == '}':
		return 2
	case a == b && (a == '_' || a == '/'):
		return 3
	case a == '#':
		return 5
	case a == '《' || a == '【' || a == '「' || a == '『' || a == '<':
		return 7
	case a == b && !unicode.IsLetter(a) && !unicode.IsDigit(a) && a != '\'':
		return 4
	}
	single, letters, run, longest := 0, 0, 0, 0
	for _, w := range strings.Fields(s) {
		letters++
		if c := []rune(w); len(c) == 1 {
			single++
			if run++; unicode.IsUpper(c[0]) {
				longest = max(longest, run)
			}
		} else {
			run = 0
		}
	}
	switch {
	case letters > 3 && single*5 >= letters*4:
		return 6
	case longest > 3:
		return 8
	}
	return 0
}
