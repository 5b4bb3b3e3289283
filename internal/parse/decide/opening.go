// Package decide turns what trees weighed into roles: the most probable reading of
// all lines together. It knows scores and roles, and no text.
package decide

// A Role is what a line of a story's opening is. The roles are the classes of
// assets/reading/opening.trees, in their order.
type Role uint8

const (
	Text        Role = iota // the story: prose, verse, the head of a letter
	Heading                 // heads a section
	Title                   // the title, or its first line
	HalfTitle               // the title once more, before or after the title page
	Subtitle                // also "or, The Whale"
	Series                  // the series, the volume
	By                      // "by" alone
	Author                  // who wrote it, with "by" or without
	TitleAuthor             // "The Lamp by Annie"
	Credit                  // translator, editor; degrees and offices in a line of their own
	Imprint                 // publisher, place, date, rights
	Inscription             // dedication, epigraph
	Contents                // printed contents and other lists, their headings
	Ads                     // other books
	Note                    // about the text: transcriber, archive, cast, rules
	Field                   // a label with its value
	TitleMore               // a line of the title behind its first
	Roles       = iota
)

var roleNames = [Roles]string{"text", "heading", "title", "half-title", "subtitle", "series", "by", "author", "title+author", "credit", "imprint", "inscription", "contents", "ads", "note", "field", "title-more"}

func (r Role) String() string { return roleNames[r] }

// RoleNames are the roles' names, in order.
func RoleNames() []string { return roleNames[:] }

// Steps are what it is worth, in weigh.Unit, that a role follows another: the first
// index is the role before, Roles at the beginning.
type Steps [Roles + 1][Roles]int32

// Opening gives each line its role: those whose scores and steps together are worth
// most (Viterbi 1967). Of two readings worth the same, the one whose roles come first
// in the list is taken.
func Opening(scores [][]int32, steps *Steps) []Role {
	if len(scores) == 0 {
		return nil
	}
	from := make([][Roles]Role, len(scores))
	var best, next [Roles]int32
	for r := range best {
		best[r] = scores[0][r] + steps[Roles][r]
	}
	for i := 1; i < len(scores); i++ {
		for r := range next {
			top := best[0] + steps[0][r]
			for p := 1; p < Roles; p++ {
				if v := best[p] + steps[p][r]; v > top {
					top, from[i][r] = v, Role(p)
				}
			}
			next[r] = top + scores[i][r]
		}
		best = next
	}
	at := Role(0)
	for r := range best {
		if best[r] > best[at] {
			at = Role(r)
		}
	}
	out := make([]Role, len(scores))
	for i := len(scores) - 1; i >= 0; i-- {
		out[i] = at
		at = from[i][at]
	}
	return out
}
