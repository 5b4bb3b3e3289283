package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"storybind/internal/convert"
)

// A message is where a story lies in a mailbox. Its path is the mailbox's with "#" and
// its number, "list.mbox#3", by which it can be named like any file.
type message struct {
	mailbox string // the mailbox's path; "" for a story that is a file
	at, n   int64  // bytes
	title   string // as it says itself; may be ""
}

// mailboxes are the endings of files that hold many mails, whatever else their names say.
var mailboxes = []string{".mbox", ".mbx"}

// cutMessage cuts the path of a message: "list.mbox#3" is the third of list.mbox.
func cutMessage(path string) (mailbox, number string, ok bool) {
	at := strings.LastIndexByte(path, '#')
	if at <= 0 {
		return "", "", false
	}
	mailbox, number = path[:at], path[at+1:]
	n, err := strconv.Atoi(number)
	return mailbox, number, err == nil && n > 0 && n < 10_000_000 && number[0] >= '1' && number[0] <= '9'
}

// mayBeMailbox is a quick look at a file's first bytes.
func mayBeMailbox(head []byte) bool { return bytes.HasPrefix(head, []byte("From ")) }

// unbox lists the stories of a mailbox; nil when the file is none, or holds but one.
func unbox(f found, max int64) ([]found, error) {
	data, err := read(f.path, nil, max)
	if err != nil {
		return nil, err
	}
	var out []found
	for i, m := range convert.Mailbox(data) {
		number := "#" + strconv.Itoa(i+1)
		text := convert.MessageText(data[m.Start:min(m.End, m.Start+headLength)])
		out = append(out, found{path: f.path + number, below: f.below + number, size: int64(m.End - m.Start),
			message: message{f.path, int64(m.Start), int64(m.End - m.Start), convert.TitleOf(filepath.Base(f.path)+number, text)}})
	}
	return out, nil
}

// unboxed puts the stories of mailboxes in the places of the mailboxes.
func unboxed(files []found, max int64) []found {
	var out []found
	for _, f := range files {
		if stories := storiesIn(f, max); stories != nil {
			out = append(out, stories...)
		} else {
			out = append(out, f)
		}
	}
	return out
}

// storiesIn are the stories of a file that is a mailbox, and nil of any other. A
// mailbox that cannot be read is a story that fails.
func storiesIn(f found, max int64) []found {
	if f.err != nil || f.path == Stdin || f.mailbox != "" {
		return nil
	}
	if f.size == 0 { // not looked at yet, or a pipe, which can be read once only
		if st, err := disk.Stat(f.path); err != nil || !st.Mode().IsRegular() {
			return nil
		}
	}
	if head, err := readHead(f, int64(len("From "))); err != nil || !mayBeMailbox(head) {
		return nil
	}
	stories, err := unbox(f, max)
	if f.err = err; err != nil {
		return []found{f}
	}
	return stories
}

// messageOf finds the message that a path names, if there is no file of that name.
func messageOf(path string, max int64) (found, bool, error) {
	mailbox, number, ok := cutMessage(path)
	if !ok {
		return found{}, false, nil
	}
	if _, err := disk.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return found{}, false, nil
	}
	stories, err := unbox(found{path: mailbox, below: filepath.Base(mailbox)}, max)
	if err != nil {
		return found{}, false, err
	}
	n, _ := strconv.Atoi(number)
	if n > len(stories) {
		return found{}, false, usage("%s: %s holds %d messages", path, mailbox, len(stories))
	}
	return stories[n-1], true, nil
}

// read reads a message out of its mailbox.
func (m message) read(max int64) ([]byte, error) {
	if max > 0 && m.n > max {
		return nil, fmt.Errorf("%s: a message has more than %d MB; --max-size allows larger stories", m.mailbox, max>>20)
	}
	f, err := openFile(m.mailbox)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, m.n)
	if _, err := f.ReadAt(data, m.at); errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s has become shorter while storybind was at work; run it again", m.mailbox)
	} else if err != nil {
		return nil, fmt.Errorf("read %s: %w", m.mailbox, bare(err))
	}
	if !mayBeMailbox(data) {
		return nil, fmt.Errorf("%s has changed while storybind was at work; run it again", m.mailbox)
	}
	return convert.MessageText(data), nil
}
