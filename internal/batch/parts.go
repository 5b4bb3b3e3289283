package batch

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"storybind/internal/convert"
	"storybind/internal/parallel"
)

// A group is the files of one story: one, or its parts in order.
type group struct {
	files  []found
	joined bool     // found to be parts of one story, without being told
	named  string   // the book's path as a template has it; "" without one
	same   []string // other files with the same text
	author string   // the folder's name, because the story names no author
}

// one makes a group of its own of every file.
func one(files []found) []group {
	var out []group
	for _, f := range files {
		out = append(out, group{files: []found{f}})
	}
	return out
}

// together makes one group of all files: in natural order, "part 2" before
// "part 10", when only numbers tell their names apart, else in the order given.
func together(files []found) []group {
	files = slices.Clone(files)
	bare := func(f found) string {
		return strings.ToLower(strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, f.below))
	}
	for _, f := range files {
		if bare(f) != bare(files[0]) {
			return []group{{files: files}}
		}
	}
	slices.SortStableFunc(files, func(a, b found) int { return natural(a.below, b.below) })
	return []group{{files: files}}
}

// gather finds the parts of one story among a folder's files: those whose names
// say so ("lamp-part2.txt", see convert.PartName), and those whose titles do
// ("The Lamp (2/3)"). Parts stand where the first of them stood. Two files that
// both say they are part 2 are different versions, and nothing is joined.
func gather(listed []found, workers int, max int64) []group {
	type member struct{ file, number int }
	looked := make([][]part, len(listed))
	parallel.Do(len(listed), workers, func(i int) error {
		looked[i] = []part{{file: listed[i]}}
		defer func() { _ = recover() }() // what cannot be read is no part, and fails as its own story
		looked[i] = look(listed[i], max)
		return nil
	})
	parts := slices.Concat(looked...)
	files := make([]found, len(parts))
	members := map[string][]member{}
	for i, p := range parts {
		files[i] = p.file
		if p.ok {
			members[p.key] = append(members[p.key], member{i, p.number})
		}
	}
	unread := map[string]error{} // folders with a file that may be a part, and could not be read
	for _, f := range files {
		if dir := filepath.Dir(f.path); f.err != nil && unread[dir] == nil {
			unread[dir] = f.err
		}
	}
	for _, ms := range members { // a part alone would be half a book
		for _, m := range ms {
			f := &files[m.file]
			if err := unread[filepath.Dir(f.path)]; err != nil && f.err == nil && strings.Contains(parts[m.file].key, byTitle) {
				f.err = fmt.Errorf("%s is a part of a story, and another may be a file that could not be read: %w", f.path, err)
			}
		}
	}
	groups := one(files)
	for _, ms := range members {
		slices.SortFunc(ms, func(a, b member) int { return cmp.Or(a.number-b.number, a.file-b.file) })
		distinct := len(ms) > 1
		first := ms[0].file
		var whole []found
		for i, m := range ms {
			distinct = distinct && (i == 0 || ms[i-1].number != m.number)
			first = min(first, m.file)
			whole = append(whole, files[m.file])
		}
		if !distinct {
			continue
		}
		for _, m := range ms {
			groups[m.file].files = nil
		}
		groups[first] = group{files: whole, joined: true}
	}
	return slices.DeleteFunc(groups, func(g group) bool { return g.files == nil })
}

// byTitle stands in the keys of parts that say so in their titles.
const byTitle = "\x00title\x00"

// A part is a file and what it says of the story that it is a part of.
type part struct {
	file   found
	key    string // names the story
	number int
	ok     bool // it is a part
}

// look says what a file is a part of; of a mailbox, what each of its stories is.
func look(f found, max int64) []part {
	if f.err != nil {
		return []part{{file: f}}
	}
	dir := filepath.Dir(f.path)
	if p, ok := convert.ReadPartName(stem(f.path)); ok && !slices.Contains(mailboxes, strings.ToLower(filepath.Ext(f.path))) {
		return []part{{f, dir + "\x00" + p.Word + "\x00" + strings.ToLower(p.Story), p.Number, true}}
	}
	head, err := readHead(f, headLength)
	if err == nil && mayBeMailbox(head) && f.mailbox == "" {
		stories, err := unbox(f, max)
		if err != nil {
			f.err = err
		}
		if stories != nil {
			var out []part
			for _, s := range stories {
				out = append(out, look(s, max)...)
			}
			return out
		}
	}
	if err != nil {
		f.err = fmt.Errorf("read %s: %w", f.path, bare(err))
	}
	if f.err != nil || !mayBePart(head) {
		return []part{{file: f}}
	}
	p, ok := convert.PartOf(filepath.Base(f.path), head)
	return []part{{f, dir + byTitle + p.Story, p.Number, ok}}
}

// readHead reads a story's first bytes, at most n.
func readHead(story found, n int64) ([]byte, error) {
	path := story.path
	if story.mailbox != "" {
		path, n = story.mailbox, min(n, story.n)
	}
	f, err := disk.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, n)
	got, err := f.ReadAt(head, story.at)
	if err == io.EOF {
		err = nil
	}
	return head[:got], err
}

// stem is a path's last name without its ending; a message keeps its number, "list#3".
func stem(path string) string {
	base := filepath.Base(path)
	ext := filepath.Ext(base)
	if mailbox, number, ok := cutMessage(base); ok && ext != "" {
		return strings.TrimSuffix(mailbox, filepath.Ext(mailbox)) + "#" + number
	}
	return strings.TrimSuffix(base, ext)
}

// natural compares names as people order them: runs of digits by their number,
// everything else by its letters without case.
func natural(a, b string) int {
	x, y := strings.ToLower(a), strings.ToLower(b)
	for x != "" && y != "" {
		dx, dy := digits(x), digits(y)
		if dx > 0 && dy > 0 {
			nx, ny := strings.TrimLeft(x[:dx], "0"), strings.TrimLeft(y[:dy], "0")
			if c := cmp.Or(len(nx)-len(ny), strings.Compare(nx, ny)); c != 0 {
				return c
			}
			x, y = x[dx:], y[dy:]
			continue
		}
		if x[0] != y[0] {
			return int(x[0]) - int(y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(len(x)-len(y), strings.Compare(a, b))
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
