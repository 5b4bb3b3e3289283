package parse

// nameAboveRights recognises a title block without a gap whose last line of words,
// right above a copyright or a date, is a bare name: title, subtitle, "Annie Lee",
// "Copyright 2004". It marks the name; the result is nil when it is no such block.
func (z *zone) nameAboveRights(lines []opener, t int) []opener {
	const most = 3 // lines of words
	last := t
	for last+1 < len(lines) && lines[last+1].kind == titleText && lines[last+1].from == lines[last].to {
		last++
	}
	if last == t || last-t >= most || last+1 == len(lines) || lines[last+1].from != lines[last].to || lines[last+1].kind != rightsLine && lines[last+1].kind != dateLine {
		return nil
	}
	first, name := z.r.lines[lines[t].from].Text, z.r.lines[lines[last].from].Text
	if !bareName(name) || namesStory(name) || isImprint(name) || isScene(first) || isDateLine(first) {
		return nil
	}
	end := last + 2
	for end < len(lines) && (lines[end].kind == dateLine || lines[end].kind == rightsLine || lines[end].kind == addressLine) {
		end++
	}
	lines[last].kind = nameLine
	z.doubt("doubtful-author", lines[last].from, "the line "+quoted(name)+" under the title was read as the author's name", "overrule it with --author")
	return lines[:end]
}
