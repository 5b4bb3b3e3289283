package xhtml

import (
	"bytes"
	"strconv"
)

// KoboSpans appends a page's body with each sentence in a span of its own, as
// Kobo's own reading system wants it: it counts progress and keeps bookmarks and
// highlights by these spans. Paragraphs and, within them, sentences are counted
// from 1; the body stands in the two divs that Kobo's shop puts around it.
//
// body must be markup of this package: no comments, no ">" in attributes.
func KoboSpans(dst, body []byte) []byte {
	dst = append(dst, `<div id="book-columns"><div id="book-inner">`...)
	paragraph, sentence := 0, 0
	for len(body) > 0 {
		at := bytes.IndexByte(body, '<')
		if at < 0 {
			at = len(body)
		}
		for text := body[:at]; len(text) > 0; {
			n := sentenceEnd(text)
			if len(bytes.TrimSpace(text[:n])) == 0 {
				dst = append(dst, text[:n]...)
			} else {
				sentence++
				dst = span(dst, paragraph, sentence)
				dst = append(append(dst, text[:n]...), "</span>"...)
			}
			text = text[n:]
		}
		if body = body[at:]; len(body) == 0 {
			break
		}
		end := bytes.IndexByte(body, '>') + 1
		if end == 0 {
			end = len(body)
		}
		tag := body[:end]
		body = body[end:]
		if startsParagraph(tag) {
			paragraph, sentence = paragraph+1, 0
		}
		if bytes.HasPrefix(tag, []byte("<img")) {
			sentence++
			dst = span(dst, paragraph, sentence)
			dst = append(append(dst, tag...), "</span>"...)
			continue
		}
		dst = append(dst, tag...)
	}
	return append(dst, "</div></div>"...)
}

func span(dst []byte, paragraph, sentence int) []byte {
	dst = append(dst, `<span class="koboSpan" id="kobo.`...)
	dst = strconv.AppendInt(dst, int64(paragraph), 10)
	dst = append(dst, '.')
	dst = strconv.AppendInt(dst, int64(sentence), 10)
	return append(dst, `">`...)
}

// startsParagraph reports whether the tag opens an element that holds lines of text.
func startsParagraph(tag []byte) bool {
	name := bytes.TrimPrefix(tag, []byte("<"))
	if end := bytes.IndexAny(name, " />"); end >= 0 {
		name = name[:end]
	}
	switch string(name) {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "figure", "figcaption":
		return true
	}
	return false
}

// sentenceEnd is the length of the first sentence in the text, with the closing
// quotes and the space after it. Where it ends is a guess that may be wrong
// without harm: the spans only have to be short and the same in every run.
func sentenceEnd(text []byte) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '.', '!', '?':
		case 0xE2: // U+2026, the ellipsis
			if !bytes.HasPrefix(text[i:], []byte("…")) {
				continue
			}
			i += len("…") - 1
		case 0xE3, 0xEF: // the stops of Chinese and Japanese
			if n := wideStop(text[i:]); n > 0 {
				return i + n
			}
			continue
		default:
			continue
		}
		j := i + 1
		for j < len(text) {
			if n := closing(text[j:]); n > 0 {
				j += n
				continue
			}
			break
		}
		space := j
		for j < len(text) && (text[j] == ' ' || text[j] == '\n') {
			j++
		}
		if j > space {
			return j
		}
		i = j - 1 // no stop among the marks that were passed leads further: a thousand of them are looked at once
	}
	return len(text)
}

func wideStop(text []byte) int {
	for _, s := range [...]string{"。", "！", "？"} {
		if bytes.HasPrefix(text, []byte(s)) {
			return len(s)
		}
	}
	return 0
}

// closing is the length of a mark that belongs to the sentence before it.
func closing(text []byte) int {
	for _, s := range [...]string{"”", "’", "»", ")", "\"", "'", ".", "!", "?", "…"} {
		if bytes.HasPrefix(text, []byte(s)) {
			return len(s)
		}
	}
	return 0
}
