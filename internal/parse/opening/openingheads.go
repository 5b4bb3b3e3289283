package opening

import (
	"strings"

	"storybind/internal/parse/decide"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// countsOn reports whether line n is a heading by what it says, and others of its kind
// follow that count on: then it heads the story's first division, and is neither its
// title nor a volume's name. A number alone, or beside a word that no list has, and a
// name such as "Prologue" are asked where nothing stands above them: below a title they
// are seen by how they are set.
func (z *Zone) countsOn(n int) bool {
	text := z.R.Lines[n].Text
	f := wording.FormOf(text)
	if len(text) > wording.MaxHeading || strings.HasSuffix(text, "***") && text[0] != '*' { // what is left of a marker
		return false
	}
	if f.Verdict == wording.WordNumber {
		return z.followedBy(n, func(t string) bool {
			if len(t) < 4 || t[0] != text[0] || t[1] != text[1] {
				return false
			}
			g := wording.FormOf(t)
			return g.Verdict == wording.WordNumber && g.Word == f.Word && g.Number != f.Number
		})
	}
	if n != NextText(z.R, 0, n+1) {
		return false
	}
	switch {
	case f.Verdict == wording.NameAlone:
		return z.followedBy(n, func(t string) bool {
			g := wording.FormOf(t)
			return g.Number == 1 && g.Verdict == wording.WordNumber
		})
	case f.Verdict == wording.BareNumber && f.Number == 1:
		return z.followedBy(n, func(t string) bool {
			g := wording.FormOf(t)
			return g.Verdict == wording.BareNumber && g.Kind == f.Kind && g.Number == 2
		})
	}
	return z.hasSecond(n)
}

// hasSecond reports whether line n holds a 1 and a line below is the same but for a 2 in
// its place: "1 skyrius", "The Lamp, Chapter 1".
func (z *Zone) hasSecond(n int) bool {
	text := z.R.Lines[n].Text
	before, behind, one := strings.Cut(text, "1")
	return one && len(before)+len(behind) > 1 && !strings.ContainsAny(before+behind, "0123456789") && z.followedBy(n, func(t string) bool {
		return len(t) == len(text) && t[len(before)] == '2' && t[:len(before)] == before && t[len(before)+1:] == behind
	})
}

// followedBy reports whether ok says yes to a short line below line n.
func (z *Zone) followedBy(n int, ok func(text string) bool) bool {
	const most = 20000 // lines
	for k := n + 1; k < min(len(z.R.Lines), n+most); k++ {
		if t := z.R.Lines[k].Text; t != "" && len(t) < wording.MaxHeading && ok(t) {
			return true
		}
	}
	return false
}

// The last line of a title page may be the first heading: what is set below it in the
// same way, again and again, says so.

// headsOn reports whether row i, below the title, is set as others further down are that
// stand alone above the story's text: then it heads the story's first section. A name that
// is sure to be one, and what has a form of its own, stays on the title page.
func (z *Zone) headsOn(p *page, i int) bool {
	const most, least, sure = 6000, 2, 800 // lines; others; thousandths
	n := p.lines[i]
	next := i + 1
	if next < len(p.lines) && p.lines[next] == n+1 && z.underscored(n) {
		next++
	}
	if next < len(p.roles) && p.roles[next] != decide.Text && p.roles[next] != decide.Heading {
		return false // the title page goes on
	}
	text := z.R.Lines[n].Text
	switch p.roles[i] {
	case decide.Author:
		if p.chance(i, decide.Author) >= sure || says.IsPersons(text) || StartsByline(text) {
			return false
		}
	case decide.Note, decide.Subtitle, decide.Series, decide.HalfTitle, decide.Inscription:
	case decide.Title:
		if !saysTitle(p.roles[:i]) || !z.underscored(n) {
			return false
		}
	default:
		return false
	}
	numbered, ok := z.aloneAboveText(n)
	if !ok || z.claims(n) {
		return false
	}
	found := 0
	for k := n + 2; k < min(len(z.R.Lines), n+most); k++ {
		if again, ok := z.aloneAboveText(k); ok && again == numbered && z.setAs(k, n) {
			if found++; found == least || numbered {
				return true
			}
		}
	}
	return false
}

// aloneAboveText reports whether line n is a short line between blank ones, with the
// story's text below it, or the number of a section that is the first.
func (z *Zone) aloneAboveText(n int) (numbered, ok bool) {
	l := &z.R.Lines[n]
	under := n + 1
	if z.underscored(n) {
		under++
	}
	if l.Blank() || n == 0 || !z.R.Lines[n-1].Blank() || under >= len(z.R.Lines) || !z.R.Lines[under].Blank() && under == n+1 || l.Width()-l.Indent() > wording.LongestName || IsRule(l.Text) || says.IsSentence(l.Text) {
		return false, false
	}
	next := NextText(z.R, under, len(z.R.Lines))
	if next == len(z.R.Lines) {
		return false, false
	}
	below := &z.R.Lines[next]
	if f := wording.FormOf(below.Text); f.Verdict == wording.BareNumber {
		return true, f.Number == 1
	}
	const long, caseless = 50, 20 // columns, characters
	return false, below.Width() > long || says.IsSentence(below.Text) || below.Head == passage.StartsCaseless && len(below.Text) > 3*caseless
}

// underscored reports whether a rule about as wide as line n stands right below it.
func (z *Zone) underscored(n int) bool {
	if n+1 >= len(z.R.Lines) || z.R.Lines[n].Blank() || !IsRule(z.R.Lines[n+1].Text) {
		return false
	}
	l, rule := &z.R.Lines[n], &z.R.Lines[n+1]
	const near = 3 // columns
	return max(l.Width()-rule.Width(), rule.Width()-l.Width()) <= near && l.Indent() == rule.Indent()
}

// setAs reports whether line k is set as line n is, and says something else.
func (z *Zone) setAs(k, n int) bool {
	a, b := &z.R.Lines[k], &z.R.Lines[n]
	near := a.Indent() == b.Indent() || a.Indent() > 8 && b.Indent() > 8
	return near && z.underscored(k) == z.underscored(n) && a.Head == b.Head && a.Tail == b.Tail && wording.AllCapitals(a.Text) == wording.AllCapitals(b.Text) && !says.SameLetters(a.Text, b.Text)
}
