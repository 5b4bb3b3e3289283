package opening

import (
	"storybind/internal/parse/decide"
	"storybind/internal/parse/says"
)

// blockBelow reads the title block that stands between the header's fields and the
// text, where the fields name no title: the title, and the name below it or a title
// that stands out, at most a few lines to the reader above them. Where the fields lack
// the author alone, a byline may stand there. It returns the first line after the block
// and the fields that go on below it; end when there is none.
func (z *Zone) blockBelow(end int) int {
	const most, sure = 3, 600 // lines above the title; thousandths
	title, authors := z.said()
	first := NextText(z.R, end, z.To)
	if title != "" && len(authors) > 0 || first >= z.To || first-end > 5 || z.later {
		return end
	}
	below := &Zone{R: z.R, From: first, To: z.To, wrap: z.wrap, seen: z.page().behind(first)}
	p := below.page()
	rows := below.ends(p)
	if title != "" {
		if !below.onlyByline(p, rows, title) {
			return end
		}
	} else {
		at, named := -1, false
		for i, r := range p.roles[:rows] {
			if at < 0 && (r == decide.Title || r == decide.TitleAuthor) {
				at = i
			}
			named = named || at >= 0 && (r == decide.Author || r == decide.TitleAuthor)
		}
		if at < 0 || at > most || !named && p.chance(at, decide.Title, decide.TitleMore) < sure {
			return end
		}
	}
	last := p.lines[rows-1] + 1
	below.entries = z.entries
	below.entitle(p, rows)
	z.entries, z.aside, z.guesses = below.entries, append(z.aside, below.aside...), append(z.guesses, below.guesses...)
	if title == "" {
		z.titleSure, z.titleBecause = below.titleSure, below.titleBecause
	}
	z.authorsSure = append(z.authorsSure, below.authorsSure...)
	end = z.ruleBelow(last)
	if next := NextText(z.R, end, z.To); next < z.To && next-end < 3 && z.labelled(next) && !z.message(next) && !z.heading(next) {
		return z.readFields(next)
	}
	return end
}

// onlyByline reports whether rows of the page are a byline and nothing else, or the title
// once more and a byline.
func (z *Zone) onlyByline(p *page, rows int, title string) bool {
	named := false
	for i, r := range p.roles[:rows] {
		text := says.Unboxed(z.R.Lines[p.lines[i]].Text)
		switch {
		case r == decide.By && i+1 < rows, !named && says.SameLetters(says.TitleOf(text).Text, title):
		case r == decide.Author && !named && (StartsByline(text) || i > 0):
			named = true
		default:
			return false
		}
	}
	return named
}

// namedByRole reads line n among the fields as title or author, where nothing above it
// names them and its role says so: archives print both between two groups of labels.
func (z *Zone) namedByRole(n int) bool {
	if z.later || z.below != nil {
		return false
	}
	p := z.page()
	i := p.row(n)
	if i == len(p.lines) || p.lines[i] != n {
		return false
	}
	title, authors := z.said()
	switch r := p.roles[i]; {
	case r == decide.Title && title == "" && !saysTitle(p.roles[:i]):
		z.entries = append(z.entries, z.lineEntry("title", n, n+1, 0))
		z.trust(p, claim{i, i + 1})
		return true
	case r == decide.Author && title != "" && len(authors) == 0:
		z.entries = append(z.entries, z.credit(n, 0)...)
		if p.chance(i, decide.Author) > 800 {
			z.authorsSure = append(z.authorsSure, p.chance(i, decide.Author))
		} else {
			z.trustAuthor(p, i)
		}
		return true
	}
	return false
}

// behind is the page from line n on, as it was read from the beginning; nil when too
// little of it was measured.
func (p *page) behind(n int) *page {
	const least = 8 // rows
	i := p.row(n)
	if len(p.lines)-i < least && i > 0 {
		return nil
	}
	return &page{p.lines[i:], p.roles[i:], p.chances[i:], p.measures[i:]}
}
