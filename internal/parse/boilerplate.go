package parse

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
)

// boilerplate sets aside what archives put around a story (licence texts,
// envelopes of mail and news, banners of bulletin boards) and returns the lines
// that are left. What it says about the story is kept for the header.
func boilerplate(r *desk.Reading, from, to int) (int, int) {
	from, to = gutenberg(r, from, to)
	to = footers(r, from, to)
	from, to = pageWords(r, from, to)
	from, to = blogPost(r, from, to)
	from = forumHead(r, from, to)
	if first := digest(r, from, to); first > from {
		return first, to
	}
	for range 8 { // a banner above an envelope, an envelope above a banner
		before := from
		from = banner(r, from, to)
		from = forwarded(r, from, to)
		if e, end := opening.EnvelopeAt(r, from, to); end > from {
			opening.Take(r, e)
			r.LeaveOutAs("envelope", desk.MailHeaderCut, e.From, end, "the message's header was read for title, author and date")
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
func banner(r *desk.Reading, from, to int) int {
	first := opening.NextText(r, from, to)
	end, lines := first, 0
	proof := 0
	for end < to && !r.Lines[end].Blank() && lines <= 24 {
		proof += opening.BannerWords(r.Lines[end].Text)
		end++
		lines++
	}
	if lines == 0 || lines > 24 || proof < 2 {
		return from
	}
	// A box may hold blank lines; it ends with the rule that it began with.
	if top := r.Lines[first].Text; opening.IsRule(top) && r.Lines[end-1].Text != top {
		for k := end; k < min(to, end+12); k++ {
			if r.Lines[k].Text == top {
				end = k + 1
				break
			}
		}
	}
	for k := first; k < end; k++ { // a banner names no author and has no fields
		if l, ok := says.LabelOf(r.Lines[k].Text); ok && l.Sure {
			return from
		}
		if opening.StartsByline(says.Unboxed(r.Lines[k].Text)) {
			return from
		}
	}
	r.LeaveOutAs("banner", "banner", first, end, "the banner of an archive or a bulletin board")
	return end
}

// footers sets aside what archives and mailing lists put below a story.
func footers(r *desk.Reading, from, to int) int {
	const reach = 120 // lines from the end
	last := to
	for last > from && r.Lines[last-1].Blank() {
		last--
	}
	// The colophon of Aozora Bunko begins with the book that was copied.
	for k := last - 1; k >= max(from, last-reach); k-- {
		if t := r.Lines[k].Text; strings.HasPrefix(t, "底本：") || strings.HasPrefix(t, "底本:") {
			r.LeaveOutAs("archive-footer", "archive's colophon", k, last, "the archive's colophon below the story")
			return k
		}
	}
	for k := last - 1; k >= max(from, last-20); k-- {
		t := r.Lines[k].Text
		if t == "" {
			continue
		}
		if !isFooter(t) {
			continue
		}
		first := footerBegin(r, k, from)
		below := 0
		for n := k + 1; n < last; n++ {
			if !r.Lines[n].Blank() {
				below++
			}
		}
		if below > 8 {
			continue
		}
		r.LeaveOutAs("archive-footer", "archive's footer", first, last, "the archive's lines below the story")
		return first
	}
	return to
}

// footerBegin is the first line of the footers of which line n is one: with the lines right
// above that are or begin such a block, and the blocks above that do.
func footerBegin(r *desk.Reading, n, from int) int {
	const most = 8 // lines of a block
	first := n
	for {
		begin := n
		for begin > from && !r.Lines[begin-1].Blank() && n-begin < most {
			begin--
		}
		for begin < n && !isFooter(r.Lines[begin].Text) && !opening.IsRule(r.Lines[begin].Text) {
			begin++
		}
		if !isFooter(r.Lines[begin].Text) && !opening.IsRule(r.Lines[begin].Text) || opening.IsRule(r.Lines[begin].Text) && begin == n {
			return first
		}
		first = begin
		if begin > from && strings.HasPrefix(r.Lines[begin-1].Text, "--- ") && char.HasFoldPrefix(strings.TrimLeft(r.Lines[begin].Text, "* "), "origin: ") { // the program that the message was written with
			first--
		}
		for n = begin - 1; n > from && r.Lines[n].Blank(); n-- {
		}
		if n <= from {
			return first
		}
	}
}

// isFooter reports whether a line is what an archive or a mailing list prints
// below a story.
func isFooter(s string) bool {
	low := strings.Trim(s, " *_-=~()")
	low = strings.ToLower(low[:min(len(low), 60)]) // the longest of the words have 36
	for _, lead := range [...]string{"please drop by the archive", "please drop by the ao3", "end file.", "to unsubscribe", "yahoo! groups", "your use of yahoo", "to post to this group", "community email addresses", "unsubscribe:", "subscribe:", "list owner:", "to subscribe", "this story archived at", "archived at http", "do you yahoo", "this file was downloaded from", "downloaded from", "posted originally on the archive of our own", "get your free", "get your private", "you received this email because", "you are receiving this email", "unsubscribe |", "email this blogthis", "posted by ", "this entry was posted in ", "origin: ", "the author would like to thank you for your"} {
		if strings.HasPrefix(low, lead) {
			switch lead {
			case "end file.":
				return low == lead
			case "posted by ":
				return strings.Contains(s, " comments:") || strings.Contains(s, " comment:")
			case "origin: ": // of a bulletin board, with its place in the net: "(1:234/5)"
				return strings.HasSuffix(s, ")") && strings.Contains(s, ":") && strings.Contains(s, "/") && strings.Contains(s, " (")
			}
			return true
		}
	}
	switch low { // words that a story's sentence may begin with
	case "end forwarded message", "post a new comment", "reply all", "share this:":
		return true
	}
	count, ok := strings.CutSuffix(low, " notes") // of a post that others have passed on
	if !ok {
		count, ok = strings.CutSuffix(low, " new messages")
	}
	return ok && strings.Trim(count, "0123456789,") == ""
}
