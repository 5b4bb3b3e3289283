package says

import "testing"

func TestIsTheEnd(t *testing.T) {
	for _, s := range []string{"THE END", "The End", "the end", "The End.", "End", "END", "Fin", "fin", "Fin.", "FINIS", "~ FIN ~", "~fin~", "*finis*", "-30-", "##THE END##", "End file.", "TBC", "To be continued…", "To Be Continued",
		"Continued in part 2", "End of part one", "End Part 1/3", "(end 2/5)", "<end>", "[end]", "<end 1/3>", "[end part 1/3]", "End of part 1 of 3", "*** THE END ***", "-end-", "End of story", "-=End", "<Finis>", "[End.]", "FIN", "Ende", "Конец", "完",
		"The end of the first book.", "END OF VOL. I.", "FIN DE LA PREMIÈRE PARTIE", "The end of Chapter Three"} {
		if !IsTheEnd(s) {
			t.Errorf("%q is not taken for an end", s)
		}
	}
	for _, s := range []string{"", "The end of the world was not far.", "\"The end.\"", "Fine.", "Fine", "30", "In the end", "He ended it.", "End of the road", "The end of the line.", "Endings", "Finally.", "To be or not to be", "Continued rain."} {
		if IsTheEnd(s) {
			t.Errorf("%q is taken for an end", s)
		}
	}
}

func TestGreetsAndTakesLeave(t *testing.T) {
	for _, s := range []string{"Dear Tobin,", "My dear Mrs. Quill:", "Dearest Mara--", "To whom it may concern:", "_Dear Tom,_", "\"Dear Tom,", "Sehr geehrte Frau Quill,", "Liebes Heidi!", "Chère Mara,", "Дорогая Мара!"} {
		if !Greets(s) {
			t.Errorf("%q is not taken for a salutation", s)
		}
	}
	for _, s := range []string{"Dear me.", "Dear Tobin, the boat is gone.", "Deary, deary,", "My dear fellow was late.", ""} {
		if Greets(s) {
			t.Errorf("%q is taken for a salutation", s)
		}
	}
	for _, s := range []string{"Yours,", "Yours truly,", "With love,", "As ever,", "Your loving daughter,", "Love,", "Love always,", "Best,", "Sincerely", "\"Your friend,", "Yours with sincere devotion,", "Kind regards,"} {
		if !TakesLeave(s) {
			t.Errorf("%q is not taken for a valediction", s)
		}
	}
	for _, s := range []string{"Love seeketh not itself to please,", "Your horses of the Sun,\" he said,", "Best of all was the boat that nobody had seen,", "Always keep the lamp lit, Tom,", "Yours?", "", "I am sure that he will come,"} {
		if TakesLeave(s) {
			t.Errorf("%q is taken for a valediction", s)
		}
	}
}
