package opening

import "storybind/internal/parse/says"

// firstLabel finds the line at which the header's labelled fields begin; -1 when
// there is no header with labels. A known label alone is no proof: stories begin
// with "Note: the harbour was closed" too. So it is weighed against what stands
// round it.
func (z *Zone) firstLabel() int {
	const before = 16 // lines of title block and preamble that may stand before the first label
	seen, prose, credit := 0, 0, false
	told := 0 // paragraphs of the story's own kind
	for n := z.From; n < z.To && seen < before; n++ {
		text := says.Unboxed(z.R.Lines[n].Text)
		if text == "" || remnant(z.R.Lines[n].Text) {
			continue
		}
		if IsRule(text) {
			if next := NextText(z.R, n+1, z.To); credit && z.blanks(n) > 0 && next < z.To && says.IsSentence(z.R.Lines[next].Text) && !z.labelled(next) {
				return -1 // the rule under a title block: the story begins
			}
			continue
		}
		if z.labelled(n) {
			if z.fieldsBegin(n, seen, prose, credit) {
				return n
			}
			seen++
			_, by := says.BylineOf(text) // "By: Annie"
			credit = credit || by
			continue
		}
		if credit && z.labelAbove(n) && !z.message(n) { // "Introduction: ..." right above a label that is known
			seen++
			continue
		}
		if z.heading(n) || says.IsEndMark(text) || credit && says.OpensSpeech(text) && !says.TitleLike(text) {
			return -1
		}
		if z.startsParagraph(n) {
			if _, ok := z.proseAt(n); ok {
				told++
			}
			if told > 1 || told > 0 && says.OpensSpeech(text) || z.speechAt(n) {
				return -1
			}
		}
		seen++
		_, by := says.BylineOf(text)
		_, address := says.IsAddressLine(text)
		switch title, _, _, both := says.TitleByAuthor(text); {
		case by, both && says.TitleLike(says.WithoutAside(title)), seen == 1 && says.TitleLike(text):
			credit = true
		case says.IsSentence(text) && !says.IsRights(text) && !address && !says.IsDateLine(text):
			prose++
		}
	}
	return -1
}

// fieldsBegin weighs the labels that begin at line n, behind seen lines of which
// prose are sentences; credit says that a title or a byline is among them.
func (z *Zone) fieldsBegin(n, seen, prose int, credit bool) bool {
	labels, sure, dashes, last, plain := 0, 0, 0, n, false
	for k, lines := n, 0; k < z.To && lines < 30; k++ {
		l := &z.R.Lines[k]
		if l.Blank() {
			if next := NextText(z.R, k, z.To); next == z.To || next-last > 4 && !z.labelled(next) {
				break
			}
			continue
		}
		lines++
		lb, ok := z.label(k)
		if !ok || !lb.Known() {
			if labels > 0 && (IsRule(l.Text) || z.heading(k)) {
				break
			}
			continue
		}
		labels++
		last = k
		if lb.Dash {
			dashes++
		}
		if lb.Sure {
			sure++
		}
		plain = plain || lb.Name != "date" && lb.Name != "timeline" && lb.Name != "author"
	}
	if z.message(n) {
		return false
	}
	switch {
	case labels >= 2 && (sure > 0 || labels > 2 && plain):
		return prose <= 8
	case credit && prose < 4 && (sure > 0 || prose == 0 && labels > dashes):
		return true
	case seen > 0 && !credit && !z.onlyRules(n) || prose > 0:
		return false
	case sure > 0 && labels > dashes:
		return true
	case labels > 1 && !plain:
		return false
	}
	// One or two doubtful labels at the very top: they are a header when the story
	// is set off from them.
	after := NextText(z.R, last+1, z.To)
	for after < z.To && z.blanks(after) == 0 { // the value goes on
		after = NextText(z.R, after+1, z.To)
	}
	if after >= z.To {
		return false
	}
	if z.blanks(after) > 1 && z.gapsAreNarrow(after) || IsRule(z.R.Lines[after].Text) && after-last < 4 {
		return true
	}
	o := z.outlook(after)
	return credit && o.next == aRule && o.groups < 3 && o.lines < 5 && !o.speech && (o.remark > 0 || says.IsFarewell(z.R.Lines[after].Text)) && z.ruleOfHeader(after, 1, o)
}

// labelAbove reports whether line n begins with a label that is not known and stands
// right above one that is.
func (z *Zone) labelAbove(n int) bool {
	l, ok := z.R.LabelIn(n)
	return ok && !l.Known() && !l.Dash && n+1 < z.To && z.labelled(n+1)
}

// onlyRules reports whether nothing but rules and blank lines stands before line n.
func (z *Zone) onlyRules(n int) bool {
	for k := z.From; k < n; k++ {
		if t := z.R.Lines[k].Text; t != "" && !IsRule(t) {
			return false
		}
	}
	return true
}

// gapsAreNarrow reports whether the story parts its paragraphs by less than two
// blank lines, so that a wider gap means something.
func (z *Zone) gapsAreNarrow(n int) bool {
	narrow, wide, gap := 0, 0, 0
	for k := n; k < min(len(z.R.Lines), n+200); k++ {
		if z.R.Lines[k].Blank() {
			gap++
			continue
		}
		if gap == 0 || gap == 1 {
			narrow++
		} else {
			wide++
		}
		gap = 0
	}
	return narrow >= wide
}

// message reports whether line n stands in the head of a message inside the
// story: "From:" and its kin together with "To:" or "Subject:".
func (z *Zone) message(n int) bool {
	first := n
	for first > z.From && !z.R.Lines[first-1].Blank() {
		first--
	}
	letter, to, other := 0, false, 0
	for k := first; k < z.To && !z.R.Lines[k].Blank(); k++ {
		l, ok := z.R.LabelIn(k)
		if !ok {
			continue
		}
		switch says.LabelKey(l.Text) {
		case "from", "date", "sent", "time":
			letter++
		case "to", "subject", "cc", "re", "bcc":
			letter++
			to = true
		default:
			if l.Known() {
				other++
			}
		}
	}
	return to && letter > 1 && other < letter
}
