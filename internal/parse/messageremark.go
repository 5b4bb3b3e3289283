package parse

import (
	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// remarkInMessage reads a remark that stands alone between a message's header and a rule
// ("Standard disclaimers apply. See part one.") as a note of the story's, where it has no
// header of its own, and returns the first line behind it.
func remarkInMessage(r *desk.Reading, from, to int) int {
	const most, enough = 4, 3 // lines; weight of what posters say
	first := opening.NextText(r, from, to)
	if !r.Known.Enveloped || len(r.Book.Meta.Fields) > 0 || first == to || char.OpensQuote(r.Lines[first].Text) {
		return from
	}
	end, said := first, 0
	for ; end < to && !r.Lines[end].Blank() && end-first <= most; end++ {
		weight, _ := says.RemarkWeight(r.Lines[end].Text)
		if said += weight; says.Disclaims(r.Lines[end].Text) {
			said += enough
		}
	}
	rule := opening.NextText(r, end, to)
	if said < enough || end-first > most || rule == to || !passage.IsRule(r.Lines[rule].Text) || opening.NextText(r, rule+1, to) == to {
		return from
	}
	r.Book.Meta.Fields = append(r.Book.Meta.Fields, book.Field{Name: "notes", Value: says.FoldSpace(r.Span(first, end).Raw()), Span: r.Span(first, end)})
	r.SetAside("rule under the header", rule, rule+1)
	return rule + 1
}
