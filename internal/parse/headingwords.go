package parse

import (
	"strings"

	"storybind/internal/book"
)

// A headingWord is a word that, with a number, opens a division of a book
// ("Chapter"), or that opens one by itself ("Prologue").
type headingWord struct {
	depth depth
	role  book.Role
	alone bool // opens a division without a number
	plain bool // an everyday word as well: "day", "letter", "part"; alone it proves little
}

// A wordIndex names a word of headingList; 0 is no word.
type wordIndex uint16

// A depth orders the kinds of division from the outermost in, as printed books
// nest them. The file's own order may overrule it (see headingscheme.go).
type depth uint8

const (
	noDepth      depth = iota
	volumeDepth        // volume, tome
	bookDepth          // book
	partDepth          // part, act
	chapterDepth       // chapter, letter, day
	sceneDepth         // scene, section
)

// headingWords finds the words of headings, in small letters; where a language
// writes accents, also without them, as headings in capitals often are.
var headingList, headingWords = makeHeadingWords()

func makeHeadingWords() ([]headingWord, map[string]wordIndex) {
	list, index := make([]headingWord, 1, 400), make(map[string]wordIndex, 400)
	put := func(w headingWord, words string) {
		for _, s := range strings.Split(words, ",") {
			s = strings.TrimSpace(s)
			at, known := index[s]
			if !known {
				at = wordIndex(len(list))
				list = append(list, w)
				index[s] = at
			} else {
				list[at].depth, list[at].alone = max(list[at].depth, w.depth), list[at].alone || w.alone
			}
			if bare := unaccent(s); bare != s {
				index[bare] = at
			}
		}
	}
	numbered := func(d depth, role book.Role, words string) { put(headingWord{depth: d, role: role}, words) }
	everyday := func(d depth, role book.Role, words string) {
		put(headingWord{depth: d, role: role, plain: true}, words)
	}
	alone := func(role book.Role, words string) {
		put(headingWord{depth: chapterDepth, role: role, alone: true}, words)
	}

	numbered(volumeDepth, book.Volume, "volume, vol, tome, tomo, том")
	everyday(volumeDepth, book.Volume, "band")
	everyday(bookDepth, book.Part, "book, livre, buch, libro, livro, книга, liber")
	everyday(partDepth, book.Part, "part, pt, partie, teil, parte, часть, act, acte, akt, aufzug, acto, ato, atto, акт, действие, deel, del, część, "+
		"phase, movement, arc, cycle, season")
	numbered(chapterDepth, book.Chapter, "chapter, chap, ch, chp, chpt, chapitre, kapitel, kap, capítulo, capitolo, глава, hoofdstuk, kapittel, kapitlet, "+
		"rozdział, luku, fejezet, capitol, caput, canto, gesang, песнь, stave, fytte, episode, épisode, episodio, episódio, эпизод, "+
		"adventure, aventure, abenteuer, aventura, avventura, приключение, installment, instalment")
	everyday(chapterDepth, book.Chapter, "cap, ep, chant, fit, letter, lettre, brief, carta, lettera, письмо, epistle, day, jour, tag, día, giorno, день, "+
		"night, nuit, nacht, noche, notte, noite, ночь, week, month, year, tale, story, conte, lesson, entry, session, lecture, number, no, track, round, issue, dialogue")
	everyday(sceneDepth, book.Chapter, "scene, scène, szene, auftritt, escena, cena, scena, сцена, явление, section, abschnitt, sección, §")

	alone(book.Prologue, "prologue, prolog, prólogo, prologo, пролог, prelude, prélude, prelúdio, preludio, vorspiel, прелюдия, overture, teaser, 序章, プロローグ, 楔子, 引子, induction, proem, 序幕")
	alone(book.Epilogue, "epilogue, epilog, épilogue, epílogo, epilogo, эпилог, finale, coda, conclusion, conclusión, conclusão, conclusione, schluß, schluss, nachspiel, заключение, 終章, 终章, エピローグ, 尾声, 尾聲, l'envoi, l'envoy, envoi, envoy, aftermath, postlude, denouement, dénouement")
	alone(book.Chapter, "interlude, intermission, entr'acte, intermezzo, interludio, interlúdio, intermedio, zwischenspiel, интерлюдия, интермедия, 幕間, 番外, 番外編, interludium")
	alone(book.Preface, "preface, préface, prefacio, prefácio, prefazione, vorrede, avant-propos, vorbemerkung, предисловие, 序, 序言, 前言, まえがき, はじめに, 自序, advertisement")
	alone(book.Foreword, "foreword, vorwort, forward")
	alone(book.Introduction, "introduction, einleitung, einführung, introducción, introdução, introduzione, вступление, введение, introductory, argument")
	alone(book.Afterword, "afterword, nachwort, postface, posfácio, postfazione, послесловие, postscript, あとがき, おわりに, 后记, 後記, 跋, afterward")
	alone(book.Appendix, "appendix, appendices, annexe, annexes, anhang, apéndice, apêndice, appendice, приложение, 附录, 附錄, 付録")
	alone(book.Glossary, "glossary, glossaire, glossar, glosario, glossário, glossario, глоссарий")
	alone(book.Endnotes, "footnotes, endnotes, fußnoten, fussnoten, anmerkungen, примечания, notas, 注释")

	alone(book.Epilogue, "tag")
	alone(book.Dedication, "dedication, dédicace, widmung, dedicatoria, dedicatória, посвящение")
	alone(book.Acknowledgments, "acknowledgments, acknowledgements, acknowledgment, remerciements, danksagung, agradecimientos, agradecimentos, ringraziamenti")
	// These may carry a number and may do without.
	numbered(chapterDepth, book.Chapter, "interlude, intermission, intermezzo, interludio, интерлюдия")
	numbered(chapterDepth, book.Appendix, "appendix, annexe, anhang, apéndice, appendice, приложение")
	numbered(chapterDepth, book.Epilogue, "epilogue, epilog, épilogue, epílogo, epilogo, эпилог")
	numbered(chapterDepth, book.Prologue, "prologue, prolog, prólogo, prologo, пролог")

	// The counters of Chinese, Japanese and Korean headings: "第三回", "第二卷", "제1장".
	numbered(volumeDepth, book.Volume, "卷, 巻, 集, 册, 冊, 권")
	numbered(partDepth, book.Part, "部, 篇, 編, 编, 幕, 부, 上")
	numbered(chapterDepth, book.Chapter, "章, 回, 话, 話, 折, 夜, 장, 화")
	numbered(sceneDepth, book.Chapter, "节, 節, 場, 场, 절")
	return list, index
}
