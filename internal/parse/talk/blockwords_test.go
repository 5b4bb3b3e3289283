package talk

import "testing"

func TestVoiceOf(t *testing.T) {
	for s, want := range map[string]Voice{
		"<kestrel> hi": {9, true}, "[12:03] <kestrel> hi": {17, true}, "[12:03] kestrel: hi": {16, true}, "kestrel [7:02 pm]: hi": {18, true}, "MARA: Where?": {5, true}, "MRS. QUILL: Where?": {11, true},
		"MARA (off): Where?": {11, true}, "Mara: Where?": {5, false}, "Aunt Lys: Where?": {9, false}, "kestrel: hi": {8, false}, "[19:02] * kestrel waves": {8, true},
		"Rule one: never": {}, "He said: no": {}, "Note: this": {}, "From: a@x.org": {}, "\"Mara: no\"": {}, "It was 7:30 then": {}, "<i>x</i> y": {}, "http://x.org": {}, "Mara, then: no": {}, "": {}, "a": {}, "<Are you there?> he thought": {},
	} {
		if got := VoiceOf(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
