package convert

// What a stranger's file may cost. The reasons stand with each.
const (
	// MaxSidecar and sidecarNesting bound a sidecar before the parser of TOML sees it,
	// whose time grows with the cube of the nesting: 30 KB of "a={a={…" took three
	// minutes and 2 GB. A sidecar with every setting has 3 KB, and a list in a table.
	MaxSidecar     = 64 << 10
	sidecarNesting = 4

	// maxParts is the highest number of a part that is looked for: "part 1 of 99999"
	// is a jest, not a list of what is missing.
	maxParts = 500

	// maxEffort bounds the words looked at while the word check seeks where story and
	// book agree again, so that a story that agrees nowhere still takes linear time.
	maxEffort = 1_000_000
)
