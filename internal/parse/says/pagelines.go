package says

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// What pages of stories print between chapters for visitors to click on, in small
// letters. Those of the second list are words of stories as well, and count only
// beside another in the same line ("Prev | Index | Next").
var (
	buttonWords = wordSet(`next chapter|previous chapter|prev chapter|chapter list|next page|previous page|table of contents|advertisement|advertisements|sponsored content|report chapter|report this chapter|report error|report an error|report this ad|report ads
leave a comment|add a comment|post a comment|show comments|hide comments|load comments|view comments|share this|share this:|like this:|loading...|loading…|add bookmark|add to library|add to reading list|support the author|continue reading|continue reading next chapter|read more|like reply|reply to author|reply all|back to top|scroll to top
skip to content|sign up|log in|sign in|dark mode|font size|reading settings|show menu|hide menu|remove ads|unlock this chapter
chapitre suivant|chapitre précédent|siguiente capítulo|capítulo siguiente|capítulo anterior|próximo capítulo|capitolo successivo|capitolo precedente|nächstes kapitel|vorheriges kapitel|volgend hoofdstuk|vorig hoofdstuk|następny rozdział|poprzedni rozdział
следующая глава|предыдущая глава|наступний розділ|попередній розділ|sonraki bölüm|önceki bölüm|下一章|上一章|返回目录|返回目錄|加入书签|加入書籤|章节目录|目次へ|次へ|前へ|次の話|前の話|다음화|이전화|chương sau|chương trước|bab selanjutnya|bab sebelumnya|publicité|werbung|anzeige|реклама`)
	beside = wordSet(`browse|search|help|faq|about|about us|links|authors|titles|categories|archive|archives|updates|news|forum|forums|fiction|gallery|guestbook|guest book|contact|contact us|main|main page|series|recent|most recent|random|rules|login|register|just in|community|betas|blog|tags|account|profile|privacy|terms|next|previous|prev|index|contents|home|comments|comment|share|bookmark|report|vote|like|follow|settings|menu|chapters|top|first|last|up|suivant|précédent|sommaire|siguiente|anterior|índice|weiter|zurück|inhalt|далее|назад|оглавление|书页|目录|目次`)
	// What tells how to use a page.
	pageHints = []string{"press c to ", "press the c key", "press ← ", "press the left", "use arrow keys", "use the arrow keys", "use left and right arrow", "tap the screen to", "click here to ", "tip: you can use left", "if you find any errors", "please report us", "read the latest chapters at", "visit and read more novel", "the source of this content is"}
)

func wordSet(lists string) map[string]bool {
	set := map[string]bool{}
	for _, line := range strings.Split(lists, "\n") {
		for _, w := range strings.Split(line, "|") {
			set[w] = true
		}
	}
	return set
}

// buttonStarts are the first words of all of them.
var buttonStarts = func() map[string]bool {
	set := map[string]bool{}
	for _, words := range []map[string]bool{buttonWords, beside} {
		for w := range words {
			set[strings.Fields(w)[0]] = true
		}
	}
	for _, hint := range pageHints {
		set[strings.Fields(hint)[0]] = true
	}
	return set
}()

var buttonBegins = func() (starts lexicon.WordStarts) {
	for word := range buttonStarts {
		starts.Add(word)
	}
	return starts
}()

// MayBePageLine asks quickly whether a line begins with one of the words.
func MayBePageLine(s string) bool {
	if strings.IndexByte(s, '|') > 0 {
		return true
	}
	var word [24]byte
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if n == 0 && strings.IndexByte(" |[<>-*_", c) >= 0 {
			continue
		}
		if n == 0 {
			if c >= utf8.RuneSelf { // an arrow, or a word that is not English; no quote
				return len(s)-i < 3 || c != 0xe2 || s[i+1] != 0x80 || s[i+2] < 0x98 || s[i+2] > 0x9f
			}
			if !buttonBegins.Has(s[i:]) {
				return false
			}
		}
		if c == ' ' || c == '|' || c == ']' || n == len(word) {
			break
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		word[n] = c
		n++
	}
	return n > 0 && buttonStarts[string(word[:n])]
}

// longestButton is more bytes than any button has.
const longestButton = 64

// IsPageLine reports whether a line is only what a web page has for its visitors.
func IsPageLine(s string) bool {
	if WaysOn(s) {
		return true
	}
	if linksOfChapters(s) {
		return true
	}
	for _, hint := range pageHints {
		if char.HasFoldPrefix(s, hint) {
			return true
		}
	}
	sure, words := false, 0
	for s != "" {
		w := s
		i := strings.IndexFunc(s[:min(len(s), longestButton)], partsButtons)
		if gap := strings.Index(s, "  "); gap > 0 && gap < longestButton && (i < 0 || gap < i) { // "Previous Chapter  Next Chapter"
			i = gap
		}
		if i >= 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			w, s = s[:i], s[i+size:]
		} else if len(s) > longestButton {
			return false
		} else {
			s = ""
		}
		w = strings.ToLower(strings.Trim(w, " -–—_*"))
		switch {
		case w == "":
			continue
		case buttonWords[w]:
			sure = true
		case !beside[w]:
			return false
		}
		words++
	}
	return sure || words > 2
}

// WaysOn reports whether a line leads to the works before and behind this one:
// "←The Ferry  The Lamp  The Gate→".
func WaysOn(s string) bool {
	return strings.HasPrefix(s, "←") && strings.HasSuffix(s, "→") && len(s) > len("←→")
}

func partsButtons(c rune) bool {
	switch c {
	case '|', '·', '•', '/', '←', '→', '«', '»', '<', '>', '↑', '↓', '[', ']', '\t':
		return true
	}
	return false
}

// linksOfChapters reports whether a line is a row of links to a page's chapters: "Part One |
// Part Two | Epilogue".
func linksOfChapters(s string) bool {
	const fewest = 3
	if strings.Count(s, " | ") < fewest-1 {
		return false
	}
	for part := range strings.SplitSeq(s, " | ") {
		if !wording.LooksLikeHeading(strings.Trim(part, " |")) {
			return false
		}
	}
	return true
}
