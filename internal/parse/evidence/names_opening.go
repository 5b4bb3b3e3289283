package evidence

// OpeningNames are the measures of a line of the opening, in order.
var OpeningNames = func() []string {
	out := append([]string{}, openingOwn[:]...)
	for _, n := range openingForms {
		out = append(out, "says "+n)
	}
	for _, n := range openingWords {
		out = append(out, "word "+n)
	}
	out = append(out, openingAround[:]...)
	for _, side := range [...]string{"above", "below", "2 above", "2 below"} {
		for _, n := range openingNeighbour {
			out = append(out, side+": "+n)
		}
	}
	return out
}()

// What a line is by itself.
var openingOwn = [...]string{
	"row",                  // place among the lines that are not blank
	"line",                 // lines from the first one
	"blank before",         // blank lines above, at most 9
	"blank after",          // blank lines below, at most 9
	"chars",                // characters, at most 300
	"indent",               // columns from the margin
	"off centre",           // columns from the middle; 99 when it begins at the margin
	"full",                 // percent of the width of the file's lines
	"capitals",             // percent of the letters
	"title case",           // percent of the words
	"words",                // their number, at most 40
	"small words",          // words in small letters that titles write with capitals
	"joints",               // percent of the words that titles write small: "of", "and"
	"prose words",          // percent of the words that sentences have: "was", "she"
	"initials",             // single letters with a full stop
	"given names",          // 1 among its words, 2 the first word, 3 and looks like a name
	"digits",               //
	"commas",               //
	"stops inside",         // ends of sentences before its end
	"first sign",           // its class, see signClass
	"last sign",            // its class
	"dress",                // quotes, brackets, emphasis, marks, spacing; see dressOf
	"year",                 // 1 a year, 2 one in Roman numerals
	"block",                // the number of its block
	"block's lines",        //
	"lines above in block", //
	"lines below in block", //
	"rows",                 // lines measured
	"widest",               // characters of the longest line measured
	"ends in joint",        // its last word joins it to the next line: "of", "the", "an"
	"inside brackets",      // a bracket that a line above opened is still open
	"underlined",           // the line right below is a rule about as long
	"begins in joint",      // its first word joins it to the line above: "of", "and"
	"given name last",      // its last word is a given name and its first is none
}

// What it is in the definite forms that the rules of headers know (see Says).
var openingForms = [saysCount]string{"label", "sure label", "unknown label", "byline", "by alone", "title by", "helper", "heading", "contents", "date", "rights", "imprint", "address", "permission",
	"part", "field", "title-like", "subtitle", "names", "bare name", "full name", "story word", "speech", "sentence", "remark", "scene", "end", "rule", "note", "known title", "known name", "header's end", "title's label", "author's label", "siblings", "kind alone", "pairing", "rating", "series"}

// Which kinds of words it has (see wordLists).
var openingWords = [wordCount]string{"by", "publisher", "place", "edition", "volume", "genre", "illustrated", "translated", "rights", "dedication", "network", "transcriber", "honour", "degree", "author of",
	"or", "article", "chapter", "preface", "series", "month", "printed", "offer", "work", "in", "for", "award", "school"}

// How it stands among the other lines, the text below and the file's name.
var openingAround = [...]string{
	"said again",        // other lines of the opening that say the same
	"part of another",   // lines that say it and more
	"holds another",     // lines that it says and more
	"joined above",      // 1 a line says what the one above and it say together
	"joined below",      // and what it and the one below say
	"again below",       // times that the text says it as a line
	"at the end",        // 1 one of the last lines says it, 2 says it and more
	"covers file name",  // percent of the file's name that it says
	"in file name",      // percent of its words that the file's name has
	"heard small",       // percent of its words that the text has in small letters
	"heard as name",     // percent that the text has with capitals only
	"unheard",           // percent that the text has not
	"name shape",        // see nameShape
	"to prose",          // rows to the prose
	"to heading",        // rows to the next line that says "Chapter 1"; 99 when there is none
	"to contents",       //
	"to label",          //
	"to byline",         //
	"to rights",         // or a date
	"to imprint",        //
	"to rule",           //
	"from heading",      // rows since the last one
	"from contents",     //
	"from label",        //
	"from byline",       //
	"from rights",       //
	"from imprint",      //
	"from title-like",   //
	"from rule",         //
	"labels below",      // among the next 15 rows
	"title-likes below", // among the next 8
	"sentences below",   // among the next 8
	"to gap",            // rows to the next gap of two and more blank lines
	"title labelled",    // 1 a label names the title, 2 the author, 3 both: anywhere in the opening
	"white",             // blank lines around it, percent of the widest gap
	"like above",        // in how many of capitals, margin and dress it is as the line above; -1 when there is none
	"like below",        //
	"in credits",        // percent of its words that claims of copyright, addresses and bylines elsewhere have
	"everyday words",    // percent of its longer words that are words of English; -1 where that is not asked
}

const neighbourCount = 40

// What the lines above and below it are.
var openingNeighbour = [neighbourCount]string{"chars", "capitals", "title case", "blank lines", "indent", "off centre", "words", "small words", "prose words", "last sign", "first sign", "dress",
	"byline", "by alone", "label", "heading", "contents", "date or rights", "imprint", "bare name", "title-like", "subtitle", "rule", "sentence", "story word", "address",
	"by", "author of", "publisher", "place", "genre", "helper", "or", "article", "year", "name shape", "given names", "ends in joint", "pairing", "everyday words"}

// OpeningMeasure is the place of a measure among OpeningNames; it panics when there is
// none of that name.
func OpeningMeasure(name string) int {
	for i, n := range OpeningNames {
		if n == name {
			return i
		}
	}
	panic("evidence: no measure " + name)
}
