package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A panic while a story is inspected is told as an internal error, as one while it is
// converted is: exit code 1, not the runtime's 2.
func TestInspectRecovers(t *testing.T) {
	story := filepath.Join(t.TempDir(), "lamp.txt")
	if err := os.WriteFile(story, []byte("The Lamp\nby Annie\n\nIt was late.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	code := execute(context.Background(), &terminal{out: panics{}, err: &said}, []string{"inspect", story})
	if code != exitFailed || !strings.HasPrefix(said.String(), "storybind: internal error while reading "+story+": the printer burns\n") {
		t.Errorf("exit code %d: %s", code, said.String())
	}
}

// panics is a writer that has a bug.
type panics struct{}

func (panics) Write([]byte) (int, error) { panic("the printer burns") }
