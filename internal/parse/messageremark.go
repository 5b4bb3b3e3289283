package parse

import (
	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// remarkInMessage reads a remark that stands alone between a message's header and a rule
// ("Standard disclaimers apply. See part one.") as a note of the story's, where it has no
// header of its own, and returns the first line behind it.
func (r *reading) remarkInMessage(from, to int) int {
	const most, enough = 4, 3 // lines; weight of what posters say
	first := r.nextText(from, to)
	if !r.known.enveloped || len(r.book.Meta.Fields) > 0 || first == to || opensQuote(r.lines[first].Text) {
		return from
	}
	end, said := first, 0
	for ; end < to && !r.lines[end].Blank() && end-first <= most; end++ {
		weight, _ := remarkWeight(r.lines[end].Text)
		if said += weight; disclaims(r.lines[end].Text) {
			said += enough
		}
	}
	rule := r.nextText(end, to)
	if said < enough || end-first > most || rule == to || !passage.IsRule(r.lines[rule].Text) || r.nextText(rule+1, to) == to {
		return from
	}
	r.book.Meta.Fields = append(r.book.Meta.Fields, book.Field{Name: "notes", Value: foldSpace(r.span(first, end).Raw()), Span: r.span(first, end)})
	r.setAside("rule under the header", rule, rule+1)
	return rule + 1
}
