package parse

// firstLabel finds the line at which the header's labelled fields begin; -1 when
// there is no header with labels. A known label alone is no proof: stories begin
// with "Note: the harbour was closed" too. So it is weighed against what stands
// round it.
func (z *zone) firstLabel() int {
	const before = 16 // lines of title block and preamble that may stand before the first label
	seen, prose, credit := 0, 0, false
	told := 0 // paragraphs of the story's own kind
	for n := z.from; n < z.to && seen < before; n++ {
		text := unboxed(z.r.lines[n].Text)
		if text == "" {
			continue
		}
		if isRule(text) {
			if next := z.r.nextText(n+1, z.to); credit && z.blanks(n) > 0 && next < z.to && isSentence(z.r.lines[next].Text) && !z.labelled(next) {
				return -1 // the rule under a title block: the story begins
			}
			continue
		}
		if z.labelled(n) {
			if z.fieldsBegin(n, seen, prose, credit) {
				return n
			}
			seen++
			_, by := bylineOf(text) // "By: Annie"
			credit = credit || by
			continue
		}
		if credit && z.labelAbove(n) && !z.message(n) { // "Introduction: ..." right above a label that is known
			seen++
			continue
		}
		if z.heading(n) || isEndMark(text) || credit && opensSpeech(text) && !titleLike(text) {
			return -1
		}
		if z.startsParagraph(n) {
			if _, ok := z.proseAt(n); ok {
				told++
			}
			if told > 1 || told > 0 && opensSpeech(text) || z.speechAt(n) {
				return -1
			}
		}
		seen++
		_, by := bylineOf(text)
		_, address := isAddressLine(text)
		switch title, _, _, both := titleByAuthor(text); {
		case by, both && titleLike(withoutAside(title)), seen == 1 && titleLike(text):
			credit = true
		case isSentence(text) && !isRights(text) && !address && !isDateLine(text):
			prose++
		}
	}
	return -1
}

// fieldsBegin weighs the labels that begin at line n, behind seen lines of which
// prose are sentences; credit says that a title or a byline is among them.
func (z *zone) fieldsBegin(n, seen, prose int, credit bool) bool {
	labels, sure, dashes, last, plain := 0, 0, 0, n, false
	for k, lines := n, 0; k < z.to && lines < 30; k++ {
		l := &z.r.lines[k]
		if l.Blank() {
			if next := z.r.nextText(k, z.to); next == z.to || next-last > 4 && !z.labelled(next) {
				break
			}
			continue
		}
		lines++
		lb, ok := z.label(k)
		if !ok || !lb.known() {
			if labels > 0 && (isRule(l.Text) || z.heading(k)) {
				break
			}
			continue
		}
		labels++
		last = k
		if lb.dash {
			dashes++
		}
		if lb.sure {
			sure++
		}
		plain = plain || lb.name != "date" && lb.name != "timeline" && lb.name != "author"
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
	after := z.r.nextText(last+1, z.to)
	for after < z.to && z.blanks(after) == 0 { // the value goes on
		after = z.r.nextText(after+1, z.to)
	}
	if after >= z.to {
		return false
	}
	if z.blanks(after) > 1 && z.gapsAreNarrow(after) || isRule(z.r.lines[after].Text) && after-last < 4 {
		return true
	}
	o := z.outlook(after)
	return credit && o.next == aRule && o.groups < 3 && o.lines < 5 && !o.speech && (o.remark > 0 || isFarewell(z.r.lines[after].Text)) && z.ruleOfHeader(after, 1, o)
}

// labelAbove reports whether line n begins with a label that is not known and stands
// right above one that is.
func (z *zone) labelAbove(n int) bool {
	l, ok := z.r.labelIn(n)
	return ok && !l.known() && !l.dash && n+1 < z.to && z.labelled(n+1)
}

// onlyRules reports whether nothing but rules and blank lines stands before line n.
func (z *zone) onlyRules(n int) bool {
	for k := z.from; k < n; k++ {
		if t := z.r.lines[k].Text; t != "" && !isRule(t) {
			return false
		}
	}
	return true
}

// gapsAreNarrow reports whether the story parts its paragraphs by less than two
// blank lines, so that a wider gap means something.
func (z *zone) gapsAreNarrow(n int) bool {
	narrow, wide, gap := 0, 0, 0
	for k := n; k < min(len(z.r.lines), n+200); k++ {
		if z.r.lines[k].Blank() {
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
func (z *zone) message(n int) bool {
	first := n
	for first > z.from && !z.r.lines[first-1].Blank() {
		first--
	}
	mail, to, other := 0, false, 0
	for k := first; k < z.to && !z.r.lines[k].Blank(); k++ {
		l, ok := z.r.labelIn(k)
		if !ok {
			continue
		}
		switch labelKey(l.text) {
		case "from", "date", "sent", "time":
			mail++
		case "to", "subject", "cc", "re", "bcc":
			mail++
			to = true
		default:
			if l.known() {
				other++
			}
		}
	}
	return to && mail > 1 && other < mail
}
