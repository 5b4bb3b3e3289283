package says

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
)

// Bylines name who helped as well: "Annie Moss (translated by Bea Lake)", "Annie
// Moss, illustrated by Cleo Hale".

// deeds are what helpers did, with the word for "by" behind it, and the MARC
// relator code of who did it.
var deeds = [...]struct{ words, code string }{
	{"translated by ", "trl"}, {"translation by ", "trl"}, {"english translation by ", "trl"}, {"trans. ", "trl"}, {"transl. ", "trl"}, {"tr. ", "trl"}, {"translator: ", "trl"},
	{"with illustrations by ", "ill"}, {"with drawings by ", "ill"}, {"with pictures by ", "ill"}, {"with an introduction by ", "win"}, {"introduction by ", "win"}, {"edited by ", "edt"}, {"ed. ", "edt"}, {"editor: ", "edt"}, {"illustrated by ", "ill"}, {"illustrations by ", "ill"}, {"pictures by ", "ill"}, {"drawings by ", "ill"}, {"art by ", "art"}, {"cover by ", "cov"},
	{"as told to ", "ctb"}, {"read by ", "nrt"}, {"narrated by ", "nrt"}, {"übersetzt von ", "trl"}, {"übersetzung von ", "trl"}, {"übersetzung: ", "trl"}, {"deutsch von ", "trl"}, {"herausgegeben von ", "edt"}, {"illustriert von ", "ill"},
	{"traduit par ", "trl"}, {"traduction de ", "trl"}, {"traduction: ", "trl"}, {"illustré par ", "ill"}, {"traducido por ", "trl"}, {"traducción de ", "trl"}, {"ilustrado por ", "ill"},
	{"traduzido por ", "trl"}, {"tradução de ", "trl"}, {"tradotto da ", "trl"}, {"traduzione di ", "trl"}, {"vertaald door ", "trl"}, {"vertaling: ", "trl"}, {"översatt av ", "trl"}, {"oversat af ", "trl"}, {"suomentanut ", "trl"},
	{"перевод: ", "trl"}, {"перевела ", "trl"}, {"перевёл ", "trl"}, {"przełożył ", "trl"}, {"przełożyła ", "trl"}, {"przekład: ", "trl"},
}

// deedAt reads what a helper did at the start of s: "translated from the French by ".
func deedAt(s string) (code string, size int) {
	for _, d := range deeds {
		if char.HasFoldPrefix(s, d.words) {
			return d.code, len(d.words)
		}
	}
	for _, from := range [...]struct{ words, by string }{{"translated from ", " by "}, {"traduit d", " par "}, {"aus dem ", " von "}, {"nach dem ", " von "}, {"traducido del ", " por "}, {"traduzido do ", " por "}, {"tradotto dal", " da "},
		{"uit het ", " door "}, {"vertaald uit ", " door "}, {"перевод с ", ": "}, {"från ", " av "}, {"fra ", " af "}} {
		if char.HasFoldPrefix(s, from.words) {
			if i := strings.Index(s, from.by); i > 0 && i < 60 {
				return "trl", i + len(from.by)
			}
		}
	}
	return "", 0
}

// withoutHelpers takes the helpers out of a byline: what stands in brackets, and what
// follows a comma, a dash or a blank.
func withoutHelpers(s string) (string, []book.Contributor) {
	if len(s) > 300 {
		return s, nil
	}
	var out []book.Contributor
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return s, nil
	}
	for i := 1; i < len(s); i++ {
		if before := s[i-1]; before != ' ' && before != '(' && before != '[' || low[i] < 'a' {
			continue
		}
		code, size := deedAt(low[i:])
		head := strings.TrimRight(s[:i], " ")
		if size == 0 || head == "" || size < len("edited by") && strings.IndexByte("([,;-", head[len(head)-1]) < 0 { // "Ed. Moss" is a name
			continue
		}
		end, next := len(s), len(s)
		if n := strings.IndexAny(s[i:], ")];"); n > 0 {
			end = i + n
			next = end
			if s[end] != ';' {
				next++
			}
		}
		for _, p := range PeopleOf(s[i+size : end]) {
			if p.Role == "aut" {
				p.Role = code
			}
			out = append(out, p)
		}
		head = strings.TrimRight(head, " ([,;-–—")
		s = head + s[next:]
		low = strings.ToLower(s)
		i = len(head)
	}
	return s, out
}
