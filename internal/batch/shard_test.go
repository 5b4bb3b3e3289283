package batch

import (
	"fmt"
	"testing"
)

// Shares are whole, apart and nearly equal, and a story keeps its share.
func TestShards(t *testing.T) {
	var jobs []Job
	for n := range 2000 {
		jobs = append(jobs, Job{below: fmt.Sprintf("a/story%04d.txt", n)})
	}
	for _, n := range []int{1, 2, 3, 16} {
		seen := map[string]int{}
		for k := 1; k <= n; k++ {
			share := shared(Shard{k, n}, jobs, below)
			for _, j := range share {
				seen[j.below]++
			}
			if len(share) < 2000/n*7/10 || len(share) > 2000/n*13/10 {
				t.Errorf("share %d of %d has %d stories", k, n, len(share))
			}
			for _, j := range shared(Shard{k, n}, jobs[500:501], below) { // alone, as among others
				if seen[j.below] != 1 {
					t.Errorf("%s has changed its share", j.below)
				}
			}
		}
		if len(seen) != 2000 {
			t.Errorf("%d shares have %d stories together", n, len(seen))
		}
		for name, times := range seen {
			if times != 1 {
				t.Fatalf("%s is in %d shares", name, times)
			}
		}
	}
	if got := shared(Shard{2, 3}, []Job{{below: "lamp.txt"}, {below: "door.txt"}, {below: "stair.txt"}, {below: "window.txt"}}, below); len(got) == 0 {
		t.Error("no story is in the second share") // then the hash says nothing
	}
}

func below(j Job) string { return j.below }
