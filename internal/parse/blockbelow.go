package parse

import "storybind/internal/parse/decide"

// blockBelow reads the title block that stands between the header's fields and the
// text, where the fields name no title: a title with its byline below it, at most a
// few lines to the reader above them. It returns the first line after it; end when
// there is none.
func (z *zone) blockBelow(end int) int {
	const most = 3 // lines above the title
	title, _ := z.said()
	first := z.r.nextText(end, z.to)
	if title != "" || first >= z.to || first-end > 5 || z.later {
		return end
	}
	below := &zone{r: z.r, from: first, to: z.to, wrap: z.wrap}
	p := below.page()
	rows := below.ends(p)
	at, named := -1, false
	for i, r := range p.roles[:rows] {
		if at < 0 && (r == decide.Title || r == decide.TitleAuthor) {
			at = i
		}
		named = named || at >= 0 && (r == decide.Author || r == decide.TitleAuthor)
	}
	if at < 0 || at > most || !named {
		return end
	}
	last := p.lines[rows-1] + 1
	below.entries = z.entries
	below.entitle(p, rows)
	z.entries, z.aside, z.guesses = below.entries, append(z.aside, below.aside...), append(z.guesses, below.guesses...)
	z.titleSure, z.titleBecause, z.authorsSure = below.titleSure, below.titleBecause, below.authorsSure
	return z.ruleBelow(last)
}
