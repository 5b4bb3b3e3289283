package evidence

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// signs measures what characters the rows hold and how their ends sound.
func (k *kind) signs() {
	letters, capitals, digits, signs, strokes, words, sentences, leaders, dashes := 0, 0, 0, 0, 0, 0, 0, 0, 0
	quotes, small, listed, named, marked := 0, 0, 0, 0, 0
	n := k.b - k.a
	for i := k.a; i < k.b; i++ {
		l := k.rows.Row(i)
		s := l.Text
		switch punctuation(s[0]) {
		case 1, 9:
			quotes++
		case 5:
			listed++
		case 3:
			marked++
		}
		if l.Head == passage.StartsLower {
			small++
		}
		if speaker(s) {
			named++
		}
		space := true
		for at := 0; at < len(s); at++ {
			c := s[at]
			switch {
			case 'a' <= c && c <= 'z':
				letters++
			case 'A' <= c && c <= 'Z':
				letters++
				capitals++
			case '0' <= c && c <= '9':
				digits++
			case c == ' ' || c == '\t':
				space = true
				continue
			case c >= utf8.RuneSelf:
				r, size := utf8.DecodeRuneInString(s[at:])
				at += size - 1
				switch {
				case unicode.IsUpper(r):
					letters++
					capitals++
				case unicode.IsLetter(r):
					letters++
				case r >= 0x2500 && r < 0x25A0:
					strokes++
				default:
					signs++
				}
			case c == '|' || c == '+' || c == '=' || c == '\\' || c == '/' || c == '<' || c == '>' || c == '^' || c == '~' || c == '#':
				strokes++
			case c == '.' || c == '!' || c == '?':
				if at+2 < len(s) && s[at+1] == ' ' && 'A' <= s[at+2] && s[at+2] <= 'Z' {
					sentences++
				}
				if at+2 < len(s) && s[at+1] == '.' && s[at+2] == '.' {
					leaders++
				}
			case c == '-':
				if at+1 < len(s) && s[at+1] == '-' {
					dashes++
				}
			default:
				signs++
			}
			if space {
				words++
				space = false
			}
		}
	}
	all := letters + digits + signs + strokes
	k.share(capitals, letters)
	k.share(digits, all)
	k.share(signs, all)
	k.share(strokes, all)
	k.add(words * 10 / n)
	k.share(sentences, n)
	k.share(leaders, n)
	k.share(dashes, n)
	k.share(quotes, n)
	k.share(small, n)
	k.share(listed, n)
	k.share(named, n)
	k.share(marked, n)
	k.share(k.rhymes(), n)
	first, last := k.rows.Row(k.a).Text, k.rows.Row(k.b-1).Text
	quoted := 0
	if punctuation(first[0]) == 1 && lastByte(last) == first[0] {
		quoted = 1
	}
	k.add(quoted)
}

// rhymes counts the rows that end as one of the three rows before or behind them does,
// by their last three letters, in other words.
func (k *kind) rhymes() int {
	const most = 40 // rows
	var ends [most]string
	n := min(k.b-k.a, most)
	for i := range n {
		ends[i] = ending(k.rows.Row(k.a + i).Text)
	}
	count := 0
	for i, e := range ends[:n] {
		for j := max(0, i-4); j < min(n, i+5); j++ {
			if i != j && len(e) > 2 && len(ends[j]) > 2 && e != ends[j] && e[len(e)-2:] == ends[j][len(ends[j])-2:] {
				count++
				break
			}
		}
	}
	if k.b-k.a > most {
		return count * (k.b - k.a) / most
	}
	return count
}

// ending is a line's last word without what follows it.
func ending(s string) string {
	end := len(s)
	for end > 0 && punctuation(s[end-1]) < 9 {
		end--
	}
	from := end
	for from > 0 && s[from-1] != ' ' && s[from-1] != '-' {
		from--
	}
	return s[from:end]
}

// speaker reports whether a line begins with a short name and a colon or a stop, as
// speeches do in plays.
func speaker(s string) bool {
	for at := 1; at < len(s) && at < 30; at++ {
		switch c := s[at]; {
		case c == ':' || c == '.' && at > 3:
			return at+1 < len(s) && s[at+1] == ' ' && 'A' <= s[0] && s[0] <= 'Z'
		case c == ',' || c == '"' || c == '!' || c == '?':
			return false
		}
	}
	return false
}
