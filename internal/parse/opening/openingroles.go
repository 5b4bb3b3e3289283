package opening

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"storybind/assets"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/weigh"
)

// A page is the beginning of a story, each of its lines with the role that it most
// likely has.
type page struct {
	lines    []int // those that are not blank
	roles    []decide.Role
	chances  [][]int32 // of each line, thousandths for each role
	measures [][]int32
}

// OpeningTrees weigh what a line of the opening is.
var OpeningTrees = sync.OnceValue(func() *weigh.Forest {
	f, err := weigh.Load(assets.Reading("opening.trees"))
	if err != nil {
		panic(err)
	}
	return f
})

// OpeningSteps say which roles follow one another, counted from the pages that the
// trees were learned from.
var OpeningSteps = sync.OnceValue(func() *decide.Steps {
	var s decide.Steps
	for p, line := range bytes.Split(bytes.TrimSpace(assets.Reading("opening.steps")), []byte("\n")) {
		for r, cell := range strings.Split(string(line), "\t")[1:] {
			n, err := strconv.Atoi(cell)
			if err != nil {
				panic(err)
			}
			s[p][r] = int32(n)
		}
	}
	return &s
})

// page reads the beginning of the zone, once.
func (z *Zone) page() *page {
	if z.seen != nil {
		return z.seen
	}
	p := &page{}
	p.lines, p.measures = z.OpeningSeen().Measure()
	scores := make([][]int32, len(p.lines))
	p.chances = make([][]int32, len(p.lines))
	all := make([]int32, 2*len(p.lines)*decide.Roles)
	for i := range p.lines {
		at := 2 * i * decide.Roles
		scores[i], p.chances[i] = all[at:at+decide.Roles:at+decide.Roles], all[at+decide.Roles:at+2*decide.Roles]
	}
	OpeningTrees().WeighAll(p.measures, scores)
	for i := range p.lines {
		z.settled(p, i, scores[i])
		copy(p.chances[i], scores[i])
		weigh.Probability(p.chances[i])
	}
	p.roles = decide.Opening(scores, OpeningSteps())
	if len(p.lines) > 0 { // a tag alone is no line
		z.complete(p)
		z.headsPiece(p)
	}
	z.seen = p
	return p
}

// chance is how likely row i has one of the roles, in thousandths.
func (p *page) chance(i int, roles ...decide.Role) int {
	sum := int32(0)
	for _, r := range roles {
		sum += p.chances[i][r]
	}
	return int(sum)
}

// because names the measures that spoke most for row i's role.
func (p *page) because(i int) []string {
	var out []string
	for _, m := range OpeningTrees().Explain(p.measures[i], int(p.roles[i]), 3) {
		out = append(out, evidence.OpeningNames[m])
	}
	return out
}

// row is the row of the first line at or after line n.
func (p *page) row(n int) int {
	i := 0
	for i < len(p.lines) && p.lines[i] < n {
		i++
	}
	return i
}

// saysName reports whether a role says what the story is called or who wrote it.
func saysName(r decide.Role) bool {
	switch r {
	case decide.Title, decide.TitleMore, decide.TitleAuthor, decide.Author, decide.HalfTitle:
		return true
	}
	return false
}

// onPage reports whether a role stands on title pages only.
func onPage(r decide.Role) bool {
	switch r {
	case decide.Subtitle, decide.Series, decide.By, decide.Credit, decide.Imprint:
		return true
	}
	return saysName(r)
}
