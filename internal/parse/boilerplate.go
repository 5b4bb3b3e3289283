package parse

import (
	"strings"
)

// boilerplate sets aside what archives put around a story (licence texts,
// envelopes of mail and news, banners of bulletin boards) and returns the lines
// that are left. What it says about the story is kept for the header.
func (r *reading) boilerplate(from, to int) (int, int) {
	from, to = r.gutenberg(from, to)
	to = r.footers(from, to)
	from, to = r.pageWords(from, to)
	if first := r.digest(from, to); first > from {
		return first, to
	}
	for range 8 { // a banner above an envelope, an envelope above a banner
		before := from
		from = r.banner(from, to)
		from = r.forwarded(from, to)
		if e, end := r.envelopeAt(from, to); end > from {
			r.take(e)
			r.leaveOutAs("envelope", mailHeaderCut, e.from, end, "the message's header was read for title, author and date")
			from = end
		}
		if from == before {
			break
		}
	}
	return from, to
}

// banner sets a bulletin board's banner aside: a box or a block at the very top
// that gives telephone numbers, or speaks of the board and the file.
func (r *reading) banner(from, to int) int {
	first := r.nextText(from, to)
	end, lines := first, 0
	proof := 0
	for end < to && !r.lines[end].Blank() && lines <= 24 {
		proof += bannerWords(r.lines[end].Text)
		end++
		lines++
	}
	if lines == 0 || lines > 24 || proof < 2 {
		return from
	}
	// A box may hold blank lines; it ends with the rule that it began with.
	if top := r.lines[first].Text; isRule(top) && r.lines[end-1].Text != top {
		for k := end; k < min(to, end+12); k++ {
			if r.lines[k].Text == top {
				end = k + 1
				break
			}
		}
	}
	for k := first; k < end; k++ { // a banner names no author and has no fields
		if l, ok := labelOf(r.lines[k].Text); ok && l.sure {
			return from
		}
		if b, ok := bylineOf(unboxed(r.lines[k].Text)); ok && !b.alone {
			return from
		}
	}
	r.leaveOutAs("banner", "banner", first, end, "the banner of an archive or a bulletin board")
	return end
}

// bannerWords counts a line's signs of a banner: a telephone number, a modem's
// speed, words of bulletin boards and archives.
func bannerWords(s string) int {
	if len(s) > 200 {
		return 0
	}
	n := 0
	digits, run := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
			run++
		case c == '-' || c == '(' || c == ')' || c == ' ' || c == '.':
			if run > 4 {
				digits = 0
			}
			run = 0
		default:
			if digits >= 7 {
				n++
			}
			digits, run = 0, 0
		}
	}
	if digits >= 7 && digits <= 12 {
		n++
	}
	low := strings.ToLower(s)
	for _, w := range [...]string{"bbs", "sysop", "baud", "text file", "textfile", "file archive", "archive site", "downloaded from", "node ", "ftp.", "call the", "e-zine", "ezine", "distributed by", "gopher", "bulletin board", "files section", "http://", "www."} {
		if strings.Contains(low, w) {
			n++
		}
	}
	return n
}

// footers sets aside what archives and mailing lists put below a story.
func (r *reading) footers(from, to int) int {
	const reach = 120 // lines from the end
	last := to
	for last > from && r.lines[last-1].Blank() {
		last--
	}
	// The colophon of Aozora Bunko begins with the book that was copied.
	for k := last - 1; k >= max(from, last-reach); k-- {
		if t := r.lines[k].Text; strings.HasPrefix(t, "底本：") || strings.HasPrefix(t, "底本:") {
			r.leaveOutAs("archive-footer", "archive's colophon", k, last, "the archive's colophon below the story")
			return k
		}
	}
	for k := last - 1; k >= max(from, last-20); k-- {
		t := r.lines[k].Text
		if t == "" {
			continue
		}
		if !isFooter(t) {
			continue
		}
		first := k
		for first > from && !r.lines[first-1].Blank() && (isFooter(r.lines[first-1].Text) || isRule(r.lines[first-1].Text)) {
			first--
		}
		below := 0
		for n := k + 1; n < last; n++ {
			if !r.lines[n].Blank() {
				below++
			}
		}
		if below > 8 {
			continue
		}
		for first > from && (r.lines[first-1].Blank() && first-1 > from && isFooter(r.lines[max(from, first-2)].Text) || isFooter(r.lines[first-1].Text)) {
			first--
		}
		r.leaveOutAs("archive-footer", "archive's footer", first, last, "the archive's lines below the story")
		return first
	}
	return to
}

// isFooter reports whether a line is what an archive or a mailing list prints
// below a story.
func isFooter(s string) bool {
	low := strings.Trim(s, " *_-=~")
	low = strings.ToLower(low[:min(len(low), 60)]) // the longest of the words have 36
	for _, lead := range [...]string{"please drop by the archive", "please drop by the ao3", "end file.", "to unsubscribe", "yahoo! groups", "your use of yahoo", "to post to this group", "community email addresses", "unsubscribe:", "subscribe:", "list owner:", "to subscribe", "this story archived at", "archived at http", "do you yahoo", "this file was downloaded from", "downloaded from", "posted originally on the archive of our own", "get your free", "get your private"} {
		if strings.HasPrefix(low, lead) {
			return lead != "end file." || low == lead || low == "end file"
		}
	}
	return false
}
