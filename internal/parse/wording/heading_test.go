package wording

import "testing"

func TestLooksLikeHeading(t *testing.T) {
	yes := []string{
		"Chapter One", "CHAPTER I.", "Chapter 3: The Gate", "Chapter 3 - The Gate", "Chapter 3 The Gate", "Ch. 3", "Chp 3", "chapter.844 Home",
		"Chapter the First", "Chapter #3", "Chapter No. 7", "CHAPTER TWENTY-ONE", "Chapter One Hundred and Three", "Part 2", "PART TWO", "Part 1/3",
		"Part 2 of 5", "Part I : The List", "Book One", "Book the First--Recalled", "Act One", "FIRST ACT", "Scene 2", "Episode 4", "Day 3", "[Day 24 - Wednesday]",
		"Prologue", "EPILOGUE", "Interlude", "Interlude II", "~*~ Prologue ~*~", "*** Chapter 4 ***", "## Chapter 4: Snow", "-I-", "- 2 -", "*3*", "(iv)", "1", "1.", "XIV", "One",
		"I. The Gate", "12. The Long Road", "Epilogue: Home", "PREMIÈRE PARTIE", "CHAPITRE II", "Erstes Kapitel", "Zweiter Teil", "Capítulo primero", "CAPITULO XII",
		"Parte Prima", "Capitolo ventuno", "Глава первая", "Глава 12. Дорога", "ЧАСТЬ ВТОРАЯ", "Эпилог", "第一回 灯与海", "第十二章", "第3話", "上　海と灯", "一", "十二", "プロローグ", "제1장 등대",
	}
	no := []string{
		"", "Part of him wanted to stay.", "Part of him wanted", "Book in hand, she waited.", "Act natural", "Chapter and verse", "Day after day",
		"Chapter one was over before he knew it.", "Part two, he thought,", "one of them laughed.", "I went home.", "MIX", "1999", "Rule one: never lend Bob the map.",
		"One, two, three", "1999 was a good year.", "3/4 of a teapot", "12 men stood there.", "Two days later", "I am here", "Introduction he had none", "First day of the holidays",
		"\"Chapter One\"", "Chapter 3,", "一人の男が立っていた。", "...", "* * *", "12:30", "No one", "No one came", "Number one",
	}
	for _, s := range yes {
		if !LooksLikeHeading(s) {
			t.Errorf("%q: not taken for a heading: %+v", s, FormOf(s))
		}
	}
	for _, s := range no {
		if LooksLikeHeading(s) {
			t.Errorf("%q: taken for a heading: %+v", s, FormOf(s))
		}
	}
}
