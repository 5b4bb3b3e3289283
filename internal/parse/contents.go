package parse

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/diag"
)

// Printed contents: a list of the story's headings inside the story. It is
// evidence for names that head sections, and it is left out of the book, which
// gets contents of its own.
type contents struct {
	from, to int // its lines, its own heading included
	entries  []string
	keys     map[string]int // key of an entry (see entryKeys) to its index
}

// contentsWords head printed contents, as keys (see plainKey).
var contentsWords = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Split("Contents, Table of Contents, Chapter List, List of Chapters, Inhalt, Inhaltsverzeichnis, Inhaltsübersicht, Table des matières, "+
		"Table des chapitres, Sommaire, Índice, Indice, Contenido, Tabla de contenido, Tabla de contenidos, Sumário, Conteúdo, Sommario, Indice dei capitoli, "+
		"Содержание, Оглавление, 目录, 目錄, 目次, もくじ, 차례, 목차, Inhoud, Innehåll, Indhold, Innhold, Sisältö, Spis treści, Obsah, Tartalom", ", ") {
		m[plainKey(s)], m[plainKey(unaccent(s))] = true, true
	}
	return m
}()

// illustrationWords head lists of pictures that a plain text does not have; they
// are left out as contents are.
var illustrationWords = map[string]bool{"illustrations": true, "listofillustrations": true, "fullpageillustrations": true, "listofplates": true, "tabledesgravures": true, "abbildungen": true, "illustrationen": true}

// headsContents reports whether a line heads printed contents.
func headsContents(text string) bool {
	if len(text) > 48 || text == "" {
		return false
	}
	var b [64]byte
	key := appendKey(b[:0], text)
	return contentsWords[string(key)] || illustrationWords[string(key)]
}

// A contentsEntry is one line of printed contents and the blank lines before it.
type contentsEntry struct {
	line, gap int
}

// readContents reads printed contents whose heading is line at; they end before line to.
func (s *scheme) readContents(at, to int) (contents, bool) {
	entries, text, gap := s.readEntries(at+1, to)
	stop := text
	if cut := s.repeats(entries); cut > 0 {
		stop = entries[cut].line
	} else if text < to || gap > 0 {
		// No entry comes again before the text: the list ends where most white
		// stands, or before the heading of the text.
		widest, last := 0, -1
		for i := 1; i < len(entries); i++ {
			if entries[i].gap >= widest {
				widest, last = entries[i].gap, i
			}
		}
		if gap < widest && widest > 1 {
			stop = entries[last].line
		} else if n := len(entries) - 1; n > 0 && widest <= 1 && gap <= 1 && (formOf(s.lines[entries[n].line].text).verdict != noHeading || s.namedBefore(entries)) {
			stop = entries[n].line
		}
	}
	c, ok := s.closeContents(at, stop, entries)
	const most = 2000 // bytes: a longer list that is most of the story is no list
	if size := s.lines[c.to-1].start - s.lines[at].start; size > most && size*2 > s.lines[s.to-1].start-s.lines[s.from].start {
		return c, false
	}
	return c, ok
}

// namedBefore reports whether the last entry says what an earlier one has said:
// then it is the first heading of the text.
func (s *scheme) namedBefore(entries []contentsEntry) bool {
	last := len(entries) - 1
	key := wordsKey(s.lines[entries[last].line].text)
	for _, e := range entries[:last] {
		if t, _ := stripPage(s.lines[e.line].text); len(t) < 100 && wordsKey(t) == key {
			return true
		}
	}
	return false
}

// readBareContents finds printed contents without a heading among the lines
// before the story's first text: three and more numbered lines that run, of
// which at least two come again.
func (s *scheme) readBareContents(from, to int) (contents, bool) {
	entries, _, _ := s.readEntries(from, to)
	first, steps, last := -1, 0, 0
	for i := 0; i <= len(entries); i++ {
		var f form
		if i < len(entries) {
			f = formOf(s.lines[entries[i].line].text)
		}
		runs := f.verdict != noHeading && f.kind != noNumeral
		if runs && first >= 0 {
			if int(f.number) == last+1 {
				steps++
			}
		} else if first >= 0 && (f.verdict == noHeading || i == len(entries)) {
			if steps >= 2 && i-first >= 3 {
				run := entries[first:i]
				stop := run[len(run)-1].line + 1
				if cut := s.repeats(run); cut > 0 {
					stop = run[cut].line
				}
				c, ok := s.closeContents(run[0].line, stop, run)
				if ok && s.comeAgain(&c) {
					return c, true
				}
			}
			first, steps = -1, 0
		}
		if runs && first < 0 {
			first, steps = i, 0
		}
		last = int(f.number)
	}
	return contents{}, false
}

// comeAgain reports whether at least two entries, or the first of a run of bare
// numbers, stand as headings after the list.
func (s *scheme) comeAgain(c *contents) bool {
	found := map[int]bool{}
	forms := map[[2]int]int{}
	for e, t := range c.entries {
		if f := formOf(t); f.word != 0 && f.kind != noNumeral {
			forms[[2]int{int(f.word), int(f.number)}] = e
		}
	}
	for i := range s.heads {
		h := &s.heads[i]
		if int(h.line) < c.to || h.before == 0 {
			continue
		}
		if e, ok := forms[[2]int{int(h.word), int(h.number)}]; ok && h.kind != noNumeral {
			if found[e] = true; len(found) > 1 {
				return true
			}
		}
		for _, k := range s.headingKeys(h) {
			if e, ok := c.keys[k]; ok {
				if found[e] = true; len(found) > 1 {
					return true
				}
			}
		}
	}
	return false
}

// readEntries collects the short lines from line n on, up to the first text. It
// returns the line at which that text begins, or to, and the blank lines before it.
func (s *scheme) readEntries(n, to int) (entries []contentsEntry, text, gap int) {
	for n < to {
		first := n
		for n < to && s.lines[n].blank() {
			n++
		}
		gap = n - first
		end := n
		for end < to && !s.lines[end].blank() {
			end++
		}
		if n == to || s.isText(n, end) {
			return entries, n, gap
		}
		for i := n; i < end; i++ {
			if t := s.lines[i].text; isRuleLine(t) || sceneMark(t) {
				continue
			}
			entries = append(entries, contentsEntry{i, gap})
			gap = 0
		}
		n = end
	}
	return entries, to, 0
}

// isText reports whether lines [from, to), a run without a blank, are the
// story's text and not entries of a list.
func (s *scheme) isText(from, to int) bool {
	first := &s.lines[from]
	lines := to - from
	if len(first.text) > maxHeading {
		return true
	}
	for i := from; i < to && i < from+8; i++ {
		if _, page := stripPage(s.lines[i].text); page {
			return false
		}
	}
	if lines <= 6 && formOf(first.text).verdict != noHeading {
		return false
	}
	if lines == 1 {
		wide := 60
		if first.head == startsCaseless {
			wide = 30
		}
		return first.width-first.indent > wide && (first.tail == endsStop || first.tail == endsColon) || opensQuote(first.text) && first.tail == endsStop && first.width > 30
	}
	wide, ended := 0, 0
	for i := from; i < to; i++ {
		l := &s.lines[i]
		if s.layout.wrap > 0 && l.width >= s.layout.wrap*3/4 {
			wide++
		}
		if c := l.text[len(l.text)-1]; l.tail != endsOpen && l.tail != endsOther || c == ',' || c == ';' {
			ended++
		}
	}
	return wide*2 >= lines || ended*3 >= lines
}

// repeats is the index of the entry at which the list's first entry comes again,
// and with it the story's own first heading; 0 when it does not.
func (s *scheme) repeats(entries []contentsEntry) int {
	if len(entries) < 3 {
		return 0
	}
	first := s.lines[entries[0].line].text
	f, whole, key := formOf(first), plainKey(first), entryKey(first)
	for i := 2; i < len(entries); i++ {
		if entries[i].gap == 0 {
			continue
		}
		t := s.lines[entries[i].line].text
		g := formOf(t)
		numbered := f.kind != noNumeral && g.kind != noNumeral && f.number == g.number
		switch {
		case plainKey(t) == whole,
			numbered && f.word == g.word && (f.word != 0 || f.kind == g.kind && f.number == 1),
			key != "" && entryKey(t) == key && (numbered || f.kind == noNumeral || g.kind == noNumeral):
			return i
		}
	}
	return 0
}

// closeContents makes the contents of the entries before line stop.
func (s *scheme) closeContents(at, stop int, entries []contentsEntry) (contents, bool) {
	c := contents{from: at, to: at + 1, keys: map[string]int{}}
	title := plainKey(s.book.Meta.Title)
	for len(entries) > 0 && entries[len(entries)-1].line >= stop {
		entries = entries[:len(entries)-1]
	}
	// The story's title may stand once more before its first heading.
	for n := len(entries); n > 0 && title != "" && entries[n-1].gap > 0 && plainKey(s.lines[entries[n-1].line].text) == title; n-- {
		entries = entries[:n-1]
	}
	for _, e := range entries {
		t, _ := stripPage(s.lines[e.line].text)
		c.to = e.line + 1
		if t == "" {
			continue
		}
		for _, k := range entryKeys(t) {
			if _, ok := c.keys[k]; !ok {
				c.keys[k] = len(c.entries)
			}
		}
		c.entries = append(c.entries, t)
	}
	return c, len(c.entries) >= 2
}

// entryKeys are the keys by which a heading may be named in an entry: the whole
// line, the title without its number, the first of several columns, and for a
// name turned round ("Armstrong, Hannah") its words in alphabetical order.
func entryKeys(t string) []string {
	keys := []string{plainKey(t), entryKey(t)}
	if i := strings.Index(t, "   "); i > 0 {
		keys = append(keys, plainKey(t[:i]))
		if formOf(t[:i]).verdict != noHeading { // "Chapter I      The Period"
			keys = append(keys, plainKey(t[i:]))
		}
	}
	if strings.Contains(t, ", ") {
		keys = append(keys, wordsKey(t))
	}
	return slices.DeleteFunc(keys, func(k string) bool { return k == "" })
}

// headingKeys are the keys under which contents may name a heading.
func (s *scheme) headingKeys(h *heading) []string {
	t := s.lines[h.line].text
	keys := []string{plainKey(t), wordsKey(t)}
	if h.titled() {
		keys = append(keys, plainKey(t[h.title:h.close]))
	}
	if h.titleAt > 0 {
		keys = append(keys, plainKey(s.lines[h.titleAt].text))
	}
	return keys
}

// entryKey is the key of an entry's title, without number and page; of the whole
// entry when it has no title.
func entryKey(t string) string {
	t, _ = stripPage(t)
	if f := formOf(t); f.verdict != noHeading && f.titled() {
		return plainKey(t[f.title:f.close])
	}
	return plainKey(t)
}

// stripPage takes the page number and the leader from an entry's end:
// "The Gate . . . . 17", "The Gate      17".
func stripPage(t string) (string, bool) {
	end := len(t)
	for end > 0 && t[end-1] >= '0' && t[end-1] <= '9' {
		end--
	}
	if end == len(t) {
		for end > 0 && strings.IndexByte("ivxlc", t[end-1]) >= 0 {
			end--
		}
	}
	if end == 0 || end == len(t) || len(t)-end > 5 {
		return t, false
	}
	cut := strings.TrimRight(t[:end], " .\t…·_-–")
	if lead := t[len(cut):end]; len(lead) > 2 || strings.Contains(lead, "\t") || len(lead) == 2 && lead == "  " {
		return cut, cut != ""
	}
	return t, false
}

// plainKey is a text's letters and digits in small letters: two texts with the
// same key say the same.
func plainKey(s string) string {
	return string(appendKey(make([]byte, 0, len(s)), s))
}

// appendKey appends the key of s to b.
func appendKey(b []byte, s string) []byte {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				b = append(b, byte(c))
			}
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
	}
	return b
}

// wordsKey is a text's words in alphabetical order, marked as such.
func wordsKey(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' })
	slices.Sort(words)
	return "\x00" + strings.Join(words, " ")
}

// takeContents finds the printed contents in lines [from, to), marks the
// candidates that they name, and drops those that stand in them.
func (s *scheme) takeContents(from, to int) {
	const most = 8 // lists that a story may have, at its head and at its end
	for _, at := range s.titles[:min(len(s.titles), most)] {
		if n := len(s.contents); n > 0 && at < s.contents[n-1].to {
			continue
		}
		if c, ok := s.readContents(at, to); ok {
			s.contents = append(s.contents, c)
		}
	}
	if len(s.contents) == 0 {
		if c, ok := s.readBareContents(from, to); ok {
			s.contents = append(s.contents, c)
		}
	}
	if len(s.contents) == 0 {
		return
	}
	s.heads = slices.DeleteFunc(s.heads, func(h heading) bool {
		for i := range s.contents {
			if c := &s.contents[i]; int(h.line) >= c.from && int(h.line) < c.to {
				return true
			}
		}
		return false
	})
	for j := range s.contents {
		c := &s.contents[j]
		met := make([]bool, len(c.entries))
		for i := range s.heads {
			h := &s.heads[i]
			for _, k := range s.headingKeys(h) {
				if e, ok := c.keys[k]; ok {
					met[e] = true
					if h.style&(named|satellite) != 0 {
						h.style |= listed
					}
				}
			}
		}
		s.seekUnmet(c, met)
	}
}

// seekUnmet looks for entries that no candidate answers: lines inside blocks of
// text that say just what the entry says, where a paragraph or a poem may end
// before them.
func (s *scheme) seekUnmet(c *contents, met []bool) {
	if !slices.Contains(met, true) || !slices.Contains(met, false) {
		return
	}
	turned := false
	for k := range c.keys {
		turned = turned || k[0] == 0
	}
	found := len(s.heads)
	for n := max(c.to, s.from) + 1; n < s.to; n++ {
		l := &s.lines[n]
		if l.blank() || s.lines[n-1].blank() || l.width-l.indent > longestName || l.head == startsLower || l.tail == endsColon || s.lines[n-1].tail == endsDash {
			continue
		}
		var b [2 * longestName]byte
		e, ok := c.keys[string(appendKey(b[:0], l.text))]
		if !ok && turned {
			e, ok = c.keys[wordsKey(l.text)]
		}
		if !ok || met[e] || goesOn(l, &s.lines[min(n+1, s.to-1)]) {
			continue
		}
		met[e] = true
		open, end := undecorate(l.text)
		h := heading{line: int32(n), from: int32(n), to: int32(n + 1), block: int32(n + 1), style: named | listed, before: 1}
		h.open, h.label, h.title, h.close = uint8(open), uint8(open), uint8(open), uint8(end)
		s.heads = append(s.heads, h)
	}
	if len(s.heads) > found {
		slices.SortFunc(s.heads, func(a, b heading) int { return int(a.line - b.line) })
	}
}

// leaveOut sets the printed contents aside and says how they agree with the
// headings that were found.
func (s *scheme) leaveOut() {
	for i := range s.contents {
		c := &s.contents[i]
		if illustrationWords[plainKey(s.lines[c.from].text)] {
			s.setAside("list of illustrations", c.from, c.to)
			s.remark("contents", diag.Note, c.from, c.to, "the story's list of illustrations is left out: the text has no pictures", "")
			continue
		}
		found := make([]bool, len(c.entries))
		for k := range s.heads {
			h := &s.heads[k]
			if h.level == 0 {
				continue
			}
			for _, key := range s.headingKeys(h) {
				if e, ok := c.keys[key]; ok {
					found[e] = true
				}
			}
		}
		n := 0
		missing := ""
		for e, ok := range found {
			if ok {
				n++
			} else if missing == "" {
				missing = c.entries[e]
			}
		}
		s.setAside("printed contents", c.from, c.to)
		message := fmt.Sprintf("the story's printed contents are left out: the book gets its own; %d of %d entries head a section", n, len(found))
		if n*5 >= len(found)*4 || missing == "" {
			s.remark("contents", diag.Note, c.from, c.to, message, "")
		} else {
			s.remark("contents", diag.Warning, c.from, c.to, message+fmt.Sprintf("; the first that does not is %q", missing),
				"look whether a chapter is missing from the book's contents")
		}
	}
}
