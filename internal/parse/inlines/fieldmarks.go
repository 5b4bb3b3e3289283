package inlines

import (
	"strings"
)

// FieldVote is what marks stand for in a header, where there are too few to count.
var FieldVote = func() *MarkVote {
	v := &MarkVote{}
	for _, c := range "_*" {
		v.Single[strings.IndexRune(MarkSigns, c)] = Emphatic
		v.Double[strings.IndexRune(MarkSigns, c)] = Strong
	}
	return v
}()
