package evidence

// HeadingMeasures are the measures of a unit, in order: the name, and what a person
// is told when it speaks for a heading.
var HeadingMeasures = [...][2]string{
	{"before", "white above"}, {"beforeMore", "white above"}, {"after", "white below"}, {"afterMore", "white below"},
	{"lines", "its length"}, {"chars", "its length"}, {"fill", "its length"}, {"indent", "its place"}, {"centre", "its place"},
	{"caps", "capitals"}, {"cased", "title case"}, {"words", "its length"}, {"lead", "first sign"}, {"tail", "last sign"},
	{"underlined", "underlined"}, {"ruled", "between rules"}, {"ornamented", "ornaments"}, {"marked", "emphasis"},
	{"verdict", "heading word"}, {"depth", "heading word"}, {"alone", "heading word"}, {"plain", "heading word"}, {"role", "heading word"},
	{"kind", "number"}, {"number", "number"}, {"of", "number"}, {"sep", "number"}, {"titled", "number and title"}, {"prefix", "story's title"},
	{"end", "ends the story"}, {"contents", "contents"}, {"label", "label"}, {"by", "byline"}, {"date", "date"}, {"dated", "date"}, {"wordOnly", "heading word"}, {"rights", "rights"}, {"bullet", "list"}, {"greets", "letter"}, {"leaves", "letter"}, {"year", "year"}, {"page", "page number"}, {"bracket", "bracket"}, {"quotes", "quotation"},
	{"isTitle", "story's title"}, {"sameBack", "stands twice"}, {"sameOn", "stands twice"}, {"entry", "named in contents"},
	{"next", "runs on"}, {"prev", "runs on"}, {"nextAway", "distance"}, {"prevAway", "distance"},
	{"aboveEnds", "text above ended"}, {"aboveChars", "text above"}, {"aboveUnit", "text above"}, {"aboveStrong", "heading above"}, {"aboveRule", "rule above"},
	{"belowHead", "text below"}, {"belowQuote", "speech below"}, {"belowChars", "text below"}, {"belowUnit", "text below"}, {"belowStrong", "heading below"}, {"below3", "text below"}, {"belowProse", "text below"}, {"belowLines", "text below"},
	{"near", "list"}, {"listed", "list"}, {"inList", "list"}, {"under", "below contents"}, {"listLeft", "list"},
	{"nearer", "white above"}, {"alikeBelow", "others like it"}, {"alikeBelows", "others like it"}, {"aboveSame", "list"}, {"belowSame", "list"}, {"aboveCont", "heading above"},
	{"best", "numbers run"}, {"inBest", "numbers run"}, {"strongOn", "heading below"}, {"strongBack", "heading above"}, {"isAuthor", "author"}, {"afterEnd", "after the end"}, {"price", "advertisement"}, {"prices", "advertisement"}, {"noteMark", "note"}, {"noteMarks", "note"}, {"upperBelow", "text below"}, {"indentBelow", "text below"},
	{"proseBefore", "place"}, {"place", "place"}, {"left", "place"},
	{"wrap", "the file"}, {"gap", "the file"}, {"passages", "the file"}, {"shortShare", "the file"}, {"strongs", "the file"}, {"byLine", "the file"}, {"meanChars", "the file"}, {"caseless", "script"}, {"template", "numbers run"}, {"templateRuns", "numbers run"}, {"templateSteps", "numbers run"}, {"templateNumber", "number"}, {"usual", "the file"}, {"size", "the file"}, {"toUsual", "its length"}, {"belowToUsual", "text below"}, {"aboveToUsual", "text above"},
	{"shapeBelow", "heading above"}, {"shapeAbove", "heading below"}, {"shapeProse", "text below"}, {"shapeRuled", "rule above"}, {"shapeDistinct", "others like it"}, {"shapeTexts", "text below"}, {"shapeEven", "distance"},
	{"coarseBelow", "heading above"}, {"coarseAbove", "heading below"}, {"coarseProse", "text below"}, {"coarseRuled", "rule above"}, {"coarseDistinct", "others like it"}, {"coarseTexts", "text below"}, {"coarseEven", "distance"},
	{"rareBefore", "white above"}, {"rareAfter", "white below"}, {"marksHead", "rule above"}, {"indentAbove", "text above"}, {"lineAbove", "text above"}, {"lineBelow", "text below"}, {"joints", "its length"}, {"picture", "picture above"},
	{"roughAboveNext", "what stands below"}, {"sameAboveNext", "what stands below"}, {"noteCalled", "note"},
	{"person", "a name"}, {"people", "names"}, {"edge", "its place"}, {"toBest", "distance"}, {"leaveAbove", "letter"}, {"greetBelow", "letter"},
	{"nameEchoes", "stands twice"}, {"nameShare", "text below"}, {"nameSide", "stands twice"}, {"namesOn", "contents"}, {"namesBack", "contents"},
	{"numberEchoes", "stands twice"}, {"numberShare", "text below"}, {"numberSide", "stands twice"}, {"numbersOn", "contents"}, {"numbersBack", "contents"},
	{"shapeCount", "others like it"}, {"shapeShare", "others like it"}, {"shapeRuns", "numbers run"}, {"shapeOnes", "numbers run"}, {"shapeClose", "others like it"}, {"shapeMedian", "distance"}, {"shapeLow", "distance"}, {"shapeFirst", "others like it"}, {"shapeLast", "others like it"}, {"shapePlace", "others like it"},
	{"coarseCount", "others like it"}, {"coarseShare", "others like it"}, {"coarseRuns", "numbers run"}, {"coarseOnes", "numbers run"}, {"coarseClose", "others like it"}, {"coarseMedian", "distance"}, {"coarseLow", "distance"}, {"coarseFirst", "others like it"}, {"coarseLast", "others like it"}, {"coarsePlace", "others like it"},
	{"roughCount", "others like it"}, {"roughShare", "others like it"}, {"roughRuns", "numbers run"}, {"roughOnes", "numbers run"}, {"roughClose", "others like it"}, {"roughMedian", "distance"}, {"roughLow", "distance"}, {"roughFirst", "others like it"}, {"roughLast", "others like it"}, {"roughPlace", "others like it"},
}
