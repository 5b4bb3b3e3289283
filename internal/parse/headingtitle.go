package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// A heading's title often stands on lines of its own, below its number, and long
// headings run on over two or three lines. Whether the line below "Chapter 3" is
// its title or the text's first line is decided for all headings of a kind together.

// A titleKind says why lines are taken for a title.
type titleKind uint8

const (
	noTitle       titleKind = iota
	sentenceTitle           // a whole sentence, with more white behind it than paragraphs have
	plainTitle              // no full stop at its end
	nearTitle               // the same, and it stands nearer to the heading than to the text
	clearTitle              // capitals, marked with emphasis, or capitalised as titles are
	sectionTitle            // "Conclusion", below a chapter's number
)

// joinTitles joins the titles that stand on lines of their own to their headings.
func (s *scheme) joinTitles() {
	for _, g := range s.groups[1:] {
		if g.taken {
			s.joinGroup(g)
		}
	}
}

func (s *scheme) joinGroup(g *group) {
	if g.baseRank() < int(chapterDepth)*10 && s.namedChapters(g) {
		return
	}
	type found struct {
		member   int32
		from, to int32
		kind     titleKind
	}
	var titles []found
	var kinds [sectionTitle + 1]int
	bare := 0
	for _, m := range g.members {
		h := &s.heads[m]
		if h.titled() || h.prefix > 0 {
			s.joinWrapped(int(m))
			continue
		}
		bare++
		if from, to, kind := s.titleBelow(int(m)); kind != noTitle {
			titles = append(titles, found{m, from, to, kind})
			switch kinds[kind]++; kind {
			case sectionTitle:
				kinds[clearTitle]++
			case nearTitle:
				kinds[plainTitle]++
			}
		}
	}
	for _, t := range titles {
		var ok bool
		switch t.kind {
		case sectionTitle:
			ok = g.baseRank() >= int(chapterDepth)*10
		case clearTitle:
			ok = bare <= 2 || kinds[clearTitle]*3 >= bare || (kinds[clearTitle]+kinds[plainTitle])*2 >= bare
		case nearTitle:
			ok = (kinds[clearTitle]+kinds[nearTitle])*2 >= bare
		case plainTitle:
			ok = bare > 2 && (kinds[clearTitle]+kinds[plainTitle])*3 >= bare*2
		case sentenceTitle:
			ok = bare > 2 && (kinds[clearTitle]+kinds[plainTitle]+kinds[sentenceTitle])*5 >= bare*4
		}
		if !ok {
			continue
		}
		h := &s.heads[t.member]
		h.titleAt, h.to = t.from, t.to
		s.consume(int(t.member))
	}
}

// namedChapters reports whether names set like those right below the group's
// headings, which are parts, stand elsewhere too: then they are the parts'
// chapters, not their titles.
func (s *scheme) namedChapters(g *group) bool {
	below := map[int]bool{}
	var caps, plain [2]int // below a part's heading, and elsewhere
	for _, m := range g.members {
		below[int(m)+1] = true
	}
	for _, o := range s.groups[1:] {
		if o.taken && o.baseRank() >= int(chapterDepth)*10 {
			return false
		}
	}
	for i := range s.heads {
		h := &s.heads[i]
		if h.style&named == 0 || h.before == startOfStory || h.before < 2 || !s.wide(h) || h.after == 0 {
			continue
		}
		elsewhere := 1
		if below[i] {
			elsewhere = 0
		}
		switch {
		case h.style&capitals != 0:
			caps[elsewhere]++
		case h.style&cased != 0:
			plain[elsewhere]++
		}
	}
	return caps[0] > 0 && caps[1] >= len(g.members) || plain[0] > 0 && plain[1] >= len(g.members)
}

// consume drops the candidates that stand on lines which have become part of
// candidate i.
func (s *scheme) consume(i int) {
	h := &s.heads[i]
	n := int(h.to)
	for n < s.to && s.lines[n].Blank() {
		n++
	}
	if h.to >= h.block {
		h.after = uint8(min(n-int(h.to), startOfStory-1))
	}
	for k := i + 1; k < len(s.heads) && s.heads[k].line < h.to; k++ {
		s.heads[k].style, s.heads[k].verdict, s.heads[k].group = 0, noHeading, 0
	}
}

// joinWrapped joins the further lines of a heading that runs on.
func (s *scheme) joinWrapped(i int) {
	h := &s.heads[i]
	more := h.block - h.to
	if more < 1 || more > 3 || h.prefix > 0 || h.style&(framed&^ornamented|inside) != 0 {
		return
	}
	first, next := &s.lines[h.line], &s.lines[h.to]
	if first.Head == passage.StartsCaseless || s.headsWithin(i, int(h.block)) {
		return
	}
	all := true
	for n := h.to; n < h.block; n++ {
		all = all && allCapitals(s.lines[n].Text)
	}
	wrapped := s.layout.wrap > 0 && first.Width+1+int(next.Word) >= s.layout.wrap*4/5
	if all && h.style&capitals != 0 || wrapped || passage.GoesOn(first, next) {
		h.to = h.block
		s.consume(i)
	}
}

// headsWithin reports whether a taken heading stands behind candidate i, before
// line end.
func (s *scheme) headsWithin(i, end int) bool {
	for k := i + 1; k < len(s.heads) && int(s.heads[k].from) < end; k++ {
		if s.isTaken(&s.heads[k]) || s.heads[k].style&said != 0 {
			return true
		}
	}
	return false
}

// labelled reports whether a line is one word or two, a colon and a value.
func labelled(s string) bool {
	k := strings.IndexByte(s, ':')
	return k > 1 && k < 24 && k+2 < len(s) && s[k+1] == ' ' && strings.Count(s[:k], " ") < 2
}
