package desk

import "testing"

func TestCapitals(t *testing.T) {
	for s, want := range map[string]bool{"NO ENTRY": true, "BOAT LOST STOP": true, "No entry": false, "I": false, "OK": false, "МАЯК ЗАКРЫТ": true, "100,000": false, "A.B.": false, "NO ENTRY 24/7": true, "Mr. QUILL": false} {
		if got := InCapitals(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
