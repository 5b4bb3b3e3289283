package says

import (
	"strings"
)

// pictureWords are what a caption in brackets begins with.
var pictureWords = []string{"illustration", "frontispiece", "illustrator", "image", "picture", "photo", "photograph", "map", "drawing"}

// PictureWord returns the length of "[Illustration" with its colon; 0 when the
// line does not begin so.
func PictureWord(s string) int {
	for _, w := range pictureWords {
		if len(s) > len(w)+1 && strings.EqualFold(s[1:len(w)+1], w) {
			rest := s[len(w)+1:]
			if rest[0] == ']' && w[0] == 'i' {
				return len(w) + 1
			}
			if rest[0] == ':' {
				return len(w) + 2
			}
		}
	}
	return 0
}
