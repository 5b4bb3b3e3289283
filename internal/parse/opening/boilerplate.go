package opening

import (
	"strings"
	"unicode"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
)

// BannerWords counts a line's signs of a banner: a telephone number, a modem's
// speed, words of bulletin boards and archives.
func BannerWords(s string) int {
	if len(s) > 200 {
		return 0
	}
	n := 0
	digits, run := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
			run++
		case c == '-' || c == '(' || c == ')' || c == ' ' || c == '.':
			if run > 4 {
				digits = 0
			}
			run = 0
		default:
			if digits >= 7 {
				n++
			}
			digits, run = 0, 0
		}
	}
	if digits >= 7 && digits <= 12 && !says.IsDateLine(s) {
		n++
	}
	low := strings.ToLower(s)
	for _, w := range [...]string{"bbs", "sysop", "baud", "text file", "textfile", "file archive", "archive site", "downloaded from", "node ", "ftp.", "call the", "e-zine", "ezine", "distributed by", "gopher", "bulletin board", "files section", "http://", "www."} {
		if strings.Contains(low, w) {
			n++
		}
	}
	return n
}

// siteLine reports whether a line is what a site prints of itself above a text: the board
// it was posted to ("r/shortstories"), tags, "From Wikisource", ways to its pages ("Home | Search | Help"),
// whose scan it is.
func siteLine(s string) bool {
	if says.Unlabelled(s) == "keywords" || char.HasFoldPrefix(s, "from wiki") && len(s) < 60 || strings.Contains(s, " | ") && says.IsPageLine(s) || char.ContainsFold(s, "(bnf/gallica)") {
		return true
	}
	board, ok := strings.CutPrefix(s, "r/")
	return ok && board != "" && strings.IndexFunc(board, func(c rune) bool { return !unicode.IsLetter(c) && c != '_' && !char.IsDigit(c) }) < 0
}
