package batch

import (
	"os"
	"path/filepath"
	"testing"
)

// While a story is still being written, its sidecar waits with it.
func TestSidecarWaits(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"lamp.txt", "lamp.toml", "alone.toml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("title = \"The Lamp\"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := PlanOptions{Output: t.TempDir(), Moving: func(string) bool { return true }}
	p, err := NewPlan(t.Context(), []string{dir}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Jobs) != 0 || len(p.LeftOut) != 1 || filepath.Base(p.LeftOut[0].Path) != "alone.toml" {
		t.Errorf("%d jobs; left out: %v", len(p.Jobs), p.LeftOut)
	}
}
