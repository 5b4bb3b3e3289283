package decode

import (
	"strings"
	"testing"
)

const twoMails = "From annie@example.net Tue Mar  3 10:00:00 1998\nSubject: One\n\nIt was one.\n\nFrom bea at example.net  Wed Mar 04 10:00:00 1998\nFrom: bea at example.net (Bea)\nSubject: Two\n\nIt was two.\n"

func TestMailbox(t *testing.T) {
	for _, c := range []struct {
		reason, data string
		want         []string // how each message ends
	}{
		{"two mails", twoMails, []string{"one.\n\n", "two.\n"}},
		{"lines that end as on DOS", strings.ReplaceAll(twoMails, "\n", "\r\n"), []string{"one.\r\n\r\n", "two.\r\n"}},
		{"one mail", twoMails[:strings.Index(twoMails, "From bea")], nil},
		{"a sentence, and one with an hour", strings.Replace(twoMails, "From bea at", "From 10:00 on in March 1998 there was\nnothing", 1), nil},
		{"a mail that stands right below a line", strings.Replace(twoMails, "one.\n\n", "one.\n", 1), nil},
		{"a postmark without a header", strings.Replace(twoMails, "From: bea at example.net (Bea)\nSubject: Two\n", "", 1), nil},
		{"a story", "From the hill he saw the sea.\n\nFrom there he went.\n", nil},
		{"nothing", "", nil},
	} {
		var got []string
		at := 0
		for i, m := range Mailbox([]byte(c.data)) {
			if m.Start != at || i >= len(c.want) || !strings.HasSuffix(c.data[m.Start:m.End], c.want[i]) {
				t.Errorf("%s: message %d is %q", c.reason, i+1, c.data[m.Start:m.End])
			}
			got = append(got, c.data[m.Start:m.End])
			at = m.End
		}
		if len(got) != len(c.want) || len(got) > 0 && at != len(c.data) {
			t.Errorf("%s: %d messages, want %d", c.reason, len(got), len(c.want))
		}
	}
	if got := string(MessageText([]byte("From annie Tue Mar  3 10:00:00 1998\r\nSubject: a\n>From b\n>>From c\n"))); got != "\r\nSubject: a\nFrom b\n>>From c\n" {
		t.Errorf("%q", got)
	}
}
