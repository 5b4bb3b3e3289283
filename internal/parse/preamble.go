package parse

import "strings"

// Posters speak to their readers before they name the story: who owns the
// characters, that this is their first attempt, where comments go. Such words are a
// remark of the header when a title with a byline under it follows.

// readBelowPreamble reads the title block that stands below a preamble in line n, and
// returns the first line after it; n when there is none.
func (z *zone) readBelowPreamble(n int) int {
	told := z.preamble(n)
	if told == n {
		return n
	}
	if z.r.lines[told-1].Text != "" { // a rule parts the remarks from the story
		z.paragraphs(n, told, z.told)
		return told
	}
	end := z.readOpening(told, z.to, false)
	if end == told {
		return n
	}
	z.paragraphs(n, told, z.told)
	return end
}

// preamble is the line at which title and byline stand below remarks that begin in
// line n, or the line behind the rule that closes one such remark; n when none do.
func (z *zone) preamble(n int) int {
	const most, groups = 12, 4 // lines, and paragraphs of them
	seen := 0
	for k := n; k < z.to && seen < groups; seen++ {
		if isRule(z.r.lines[k].Text) && k > n {
			if next := z.r.nextText(k+1, z.to); seen == 1 && next < z.to && !z.titleAboveByline(next) && !z.usedAgain(k) && !z.ruled(k) && (z.r.known.enveloped || disclaims(z.joined(n, k))) {
				return k + 1
			}
			k = z.r.nextText(k+1, z.to)
		}
		if seen > 0 && z.titleAboveByline(k) {
			return k
		}
		end := k
		weight := 0
		for end < z.to && end-n < most && !z.r.lines[end].Blank() {
			if isRule(z.r.lines[end].Text) || z.labelled(end) || z.heading(end) || hasSpeech(z.r.lines[end].Text) {
				return n
			}
			w, _ := remarkWeight(z.r.lines[end].Text)
			weight += w
			end++
		}
		if end == k || end-n >= most {
			return n
		}
		said := z.joined(k, end)
		if weight < 2 && !disclaims(said) && !isFarewell(z.r.lines[k].Text) || !isSentence(said) {
			return n
		}
		k = z.r.nextText(end, z.to)
	}
	return n
}

// titleAboveByline reports whether line n is a title with its byline under it, and
// the two stand apart from what follows.
func (z *zone) titleAboveByline(n int) bool {
	if n >= z.to || !titleLike(unboxed(z.r.lines[n].Text)) || z.heading(n) || z.labelled(n) {
		return false
	}
	by := z.r.nextText(n+1, min(z.to, n+3))
	if by >= min(z.to, n+3) {
		return false
	}
	if z.subtitleOfByline(by) {
		by++
	}
	b, ok := bylineOf(unboxed(z.r.lines[by].Text))
	return ok && !b.alone && (by+1 >= z.to || z.r.lines[by+1].Blank() || isRule(z.r.lines[by+1].Text) || z.labelled(by+1))
}

// joined is the text of lines [from, to) in one line.
func (z *zone) joined(from, to int) string {
	var b strings.Builder
	for k := from; k < to; k++ {
		if k > from {
			b.WriteByte(' ')
		}
		b.WriteString(z.r.lines[k].Text)
	}
	return b.String()
}

// told keeps lines [from, to) of a preamble: a rule is set aside, words are a note.
func (z *zone) told(from, to int) {
	for k := from; k < to; k++ {
		if isRule(z.r.lines[k].Text) {
			z.aside = append(z.aside, aside{"rule of the header", k, k + 1})
			if k > from {
				z.wholeNote(from, k)
			}
			from = k + 1
		}
	}
	if from < to {
		z.wholeNote(from, to)
	}
}
