package desk

// Evidence is what a model weighs: the names of its measures, and a row for each
// passage that is weighed: its first line, the line behind its last (both of the file,
// from 0), and its measures. The trees are learned from it (assets/reading).
type Evidence struct {
	Names []string
	Rows  [][]int32
}
