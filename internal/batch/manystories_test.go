package batch

import (
	"context"
	"fmt"
	"os"
	"testing"

	"storybind/internal/convert"
)

// TestFolderOfManyStories converts a folder of 500 files of which three are no
// stories: empty, binary, and a name behind which there is no file. The others
// become books, and the three are named.
func TestFolderOfManyStories(t *testing.T) {
	files := map[string]string{"in/empty.txt": "", "in/binary.txt": "\x7fELF\x02\x01\x01\x00\x00\x03\x00>\x00\x01\x00\x00\x00"}
	for n := range 497 {
		files[fmt.Sprintf("in/story%03d.txt", n)] = fmt.Sprintf("Title: Lamp %d\nAuthor: Annie\n\nIt was night %d.\n", n, n)
	}
	put(t, files)
	if err := os.Symlink("nowhere", "in/unreadable.txt"); err != nil {
		t.Skip("this machine makes no links:", err)
	}
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out", NoJoin: true})
	if err != nil {
		t.Fatal(err)
	}
	failed := map[string]bool{}
	sum, err := p.Run(context.Background(), RunOptions{
		Reading: Reading{Settings: []convert.Setting{{Name: "no-cover", Value: "true"}, {Name: "no-fonts", Value: "true"}}},
		Done: func(o Outcome) {
			if o.Err != nil {
				failed[o.Input()] = true
			}
		}})
	if err != nil || sum.Done != 497 || sum.Failed != 3 {
		t.Errorf("got %+v, %v", sum, err)
	}
	for _, name := range []string{"in/empty.txt", "in/binary.txt", "in/unreadable.txt"} {
		if !failed[name] {
			t.Errorf("%s is not among those that failed: %v", name, failed)
		}
	}
	if books, err := os.ReadDir("out"); err != nil || len(books) != 497 {
		t.Errorf("the folder holds %d books, %v", len(books), err)
	}
}
