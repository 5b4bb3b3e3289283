package verify

// What a book that a stranger made may cost.
const (
	maxUnpacked = 512 << 20 // bytes of a book, unpacked: a zip of a few KB may hold a gigabyte of blanks
	maxObjects  = 2_000_000 // objects of a PDF
	maxNesting  = 64        // arrays and dictionaries in each other, and a page tree's depth
	maxPages    = 200_000
	maxCells    = 40_000_000 // steps of the closest comparison; what is left then counts as lost
	shown       = 60         // letters of a stretch that are told
)
