package decode

// What a stranger's file may cost. The reasons stand with each.

// Beyond so many lines a story has at least so many bytes in each, blank ones and
// line ends counted: poems of very short lines have eleven. What storybind knows of a
// line takes room, and without this limit a long list of numbers would take more
// than the machine has.
const (
	manyLines   = 500_000
	shortestAll = 10
)

// rounds is how often a mended text may need mending again (mail in mail, text
// encoded three times) before the damage is taken for the author's own words.
const rounds = 4

// longestBlankRun is the most blank lines in a row that are kept: no story means
// anything by more, and every line takes memory.
const longestBlankRun = 1000

// longestWord is how long an encoded word may be: RFC 2047 allows 75 bytes, old
// programs write more.
const longestWord = 400

// Of a mail in several parts.
const (
	mostHeaders = 60  // lines that the header of a part may have
	mostParts   = 100 // messages of several parts in a file: each has a boundary to look for
)

// namedMost is how many attachments are told by name.
const namedMost = 20
