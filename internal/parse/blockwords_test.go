package parse

import "testing"

func TestIsTheEnd(t *testing.T) {
	for _, s := range []string{"THE END", "The End", "the end", "The End.", "End", "END", "Fin", "fin", "Fin.", "FINIS", "~ FIN ~", "~fin~", "*finis*", "-30-", "##THE END##", "End file.", "TBC", "To be continued…", "To Be Continued",
		"Continued in part 2", "End of part one", "End Part 1/3", "(end 2/5)", "<end>", "[end]", "<end 1/3>", "[end part 1/3]", "End of part 1 of 3", "*** THE END ***", "-end-", "End of story", "-=End", "<Finis>", "[End.]", "FIN", "Ende", "Конец", "完",
		"The end of the first book.", "END OF VOL. I.", "FIN DE LA PREMIÈRE PARTIE", "The end of Chapter Three"} {
		if !isTheEnd(s) {
			t.Errorf("%q is not taken for an end", s)
		}
	}
	for _, s := range []string{"", "The end of the world was not far.", "\"The end.\"", "Fine.", "Fine", "30", "In the end", "He ended it.", "End of the road", "The end of the line.", "Endings", "Finally.", "To be or not to be", "Continued rain."} {
		if isTheEnd(s) {
			t.Errorf("%q is taken for an end", s)
		}
	}
}

func TestVoiceOf(t *testing.T) {
	for s, want := range map[string]voice{
		"<kestrel> hi": {9, true}, "[12:03] <kestrel> hi": {17, true}, "[12:03] kestrel: hi": {16, true}, "kestrel [7:02 pm]: hi": {18, true}, "MARA: Where?": {5, true}, "MRS. QUILL: Where?": {11, true},
		"MARA (off): Where?": {11, true}, "Mara: Where?": {5, false}, "Aunt Lys: Where?": {9, false}, "kestrel: hi": {8, false}, "[19:02] * kestrel waves": {8, true},
		"Rule one: never": {}, "He said: no": {}, "Note: this": {}, "From: a@x.org": {}, "\"Mara: no\"": {}, "It was 7:30 then": {}, "<i>x</i> y": {}, "http://x.org": {}, "Mara, then: no": {}, "": {}, "a": {}, "<Are you there?> he thought": {},
	} {
		if got := voiceOf(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestGreetsAndTakesLeave(t *testing.T) {
	for _, s := range []string{"Dear Tobin,", "My dear Mrs. Quill:", "Dearest Mara--", "To whom it may concern:", "_Dear Tom,_", "\"Dear Tom,", "Sehr geehrte Frau Quill,", "Liebes Heidi!", "Chère Mara,", "Дорогая Мара!"} {
		if !greets(s) {
			t.Errorf("%q is not taken for a salutation", s)
		}
	}
	for _, s := range []string{"Dear me.", "Dear Tobin, the boat is gone.", "Deary, deary,", "My dear fellow was late.", ""} {
		if greets(s) {
			t.Errorf("%q is taken for a salutation", s)
		}
	}
	for _, s := range []string{"Yours,", "Yours truly,", "With love,", "As ever,", "Your loving daughter,", "Love,", "Love always,", "Best,", "Sincerely", "\"Your friend,", "Yours with sincere devotion,", "Kind regards,"} {
		if !takesLeave(s) {
			t.Errorf("%q is not taken for a valediction", s)
		}
	}
	for _, s := range []string{"Love seeketh not itself to please,", "Your horses of the Sun,\" he said,", "Best of all was the boat that nobody had seen,", "Always keep the lamp lit, Tom,", "Yours?", "", "I am sure that he will come,"} {
		if takesLeave(s) {
			t.Errorf("%q is taken for a valediction", s)
		}
	}
}

func TestPageNumber(t *testing.T) {
	for s, want := range map[string]int{"12": 12, "- 12 -": 12, "[12]": 12, "Page 12": 12, "[Pg 12]": 12, "XII": 0, "12th": 0, "": 0, "1999 was": 0, "p. 7": 7} {
		if got := pageNumber(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestCapitals(t *testing.T) {
	for s, want := range map[string]bool{"NO ENTRY": true, "BOAT LOST STOP": true, "No entry": false, "I": false, "OK": false, "МАЯК ЗАКРЫТ": true, "100,000": false, "A.B.": false, "NO ENTRY 24/7": true, "Mr. QUILL": false} {
		if got := inCapitals(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

// TestHard holds that the shapes which invite quadratic work stay fast: each text
// of half a megabyte is read in a moment, where a second pass a line would take minutes.
func TestHard(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large texts")
	}
	for _, unit := range []string{"_a *b /c ~d ", "_*/~", "[", "a_ b* c/ ", "Dear Tom,\n\n", "A: b\n\n", "[1] a\n\n", "[Illustration: x\n", "<i>", "[i][b]", "a-\nb\n", "1\n\n"} {
		text := repeatTo(unit, 1<<19)
		r := readBody(text)
		if why := r.lost(); why != "" {
			t.Errorf("%q: %s", unit, why)
		}
	}
}
