package parse

import (
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/source"
)

// A page with forty compounds and forty words that programs divide at the points.
const hyphenPage = `The half-burnt kiln stood by the old toll-road, a low-lying, moss-grown, well-built
thing of fire-brick, with a cast-iron door that Hugh's brother-in-law had hung there in the mid-winter of a
never-ending war. It was Inés, the eld·est and most hard-headed of the three, who first re·mem·bered the wood. She had
a sharp-eyed, quick-tempered way of look·ing at peo·ple, and her mother-of-pearl but·tons shone when she came through the
ever-open gate with an arm·ful of home-grown beech. "Sec·ond-rate wood," said the odd-job man, a red-faced ex-sol·dier
who had been night-watch·man to a so-called ship-builder, "but good e·nough for a jack-of-all-trades." He was
light-hearted about it, and half-frozen. No·bod·y an·swered him. The twenty-one pots from the week be·fore, blue-green and
two-handled, were stand·ing in a row on the drip-stone, and some·bod·y had bro·ken the larg·est. "That is a clear-cut
case," he went on, cheer·ful·ly, and with·out a mo·ment's wait·ing; "a four-footed, city-bred, milk-drinking thief." The chil·dren
laughed. In the af·ter·noon the weath·er turned, a north-easterly gale came o·ver the quar·ry, and the pre- and post-war
build·ings a·round it be·gan to whis·tle like a tin-plated or·gan. It was a first- or second-class storm, ac·cord·ing to the
home-made weather-glass in the far·mer's kitch·en, which had been his great-grand·fa·ther's wed·ding pres·ent and was
kept in cot·ton-wool. "We shall need the heav·y shut·ters," said the farm·er's wife, a soft-spoken per·son, and she
gath·ered her win·ter cur·tains and went up·stairs, cau·tious·ly, with a can·dle in a brass can·dle·stick. Be·tween sup·per and
mid·night noth·ing more was spo·ken. To·ward morn·ing the wind fell, and a thin, ice-cold sun·light lay up·on the clean-swept
yard, the long-for·got·ten cart, the rain-bar·rel, and the in·no·cent, black·ened, won·der·ful kiln.`

// filled fills text to lines of at most width characters. Words may be divided at
// the points in them only if divide says so; at their own hyphens always.
func filled(text string, width int, divide bool) string {
	var out strings.Builder
	col := 0
	for word := range strings.FieldsSeq(text) {
		var parts []string // each but the last ends where a line may end
		from := 0
		for i := 0; i < len(word); i++ {
			switch {
			case word[i] == '-' && i+1 < len(word):
				parts = append(parts, word[from:i+1])
				from = i + 1
			case strings.HasPrefix(word[i:], "·"):
				parts = append(parts, word[from:i]+"·")
				from = i + len("·")
				i++
			}
		}
		parts = append(parts, word[from:])
		for k, p := range parts {
			bare := strings.TrimSuffix(p, "·")
			size := len([]rune(bare))
			gap := 0
			if k == 0 && col > 0 {
				gap = 1
			}
			need := gap + size // with the rest that cannot be parted from it
			for n := k; ; n++ {
				q := parts[n]
				if strings.HasSuffix(q, "-") || n == len(parts)-1 {
					break
				}
				if divide && len([]rune(strings.TrimSuffix(q, "·"))) > 1 && len([]rune(strings.TrimSuffix(parts[n+1], "·"))) > 1 {
					need++
					break
				}
				need += len([]rune(strings.TrimSuffix(parts[n+1], "·")))
			}
			if col > 0 && col+need > width {
				if k > 0 && strings.HasSuffix(parts[k-1], "·") {
					out.WriteByte('-')
				}
				out.WriteByte('\n')
				col, gap = 0, 0
			}
			if gap > 0 {
				out.WriteByte(' ')
				col++
			}
			out.WriteString(bare)
			col += size
		}
	}
	return out.String()
}

// Whatever the width, no word changes: neither in a page that was filled without
// dividing words, nor in one that was filled by dividing them.
func TestHyphensAtEveryWidth(t *testing.T) {
	want := strings.Fields(strings.ReplaceAll(hyphenPage, "·", ""))
	for _, divide := range []bool{false, true} {
		breaks := 0
		for width := 50; width <= 78; width++ {
			page := filled(hyphenPage, width, divide)
			breaks += strings.Count(page, "-\n")
			b, ds := Story(source.New("page.txt", len(page), "us-ascii", "The Kiln Road\nby Odd Farrow\n\n"+page+"\n"), desk.Options{})
			var text []string
			for _, s := range b.Sections() {
				for _, bl := range s.Blocks {
					book.Pieces(bl, func(t string) { text = append(text, strings.Fields(t)...) })
				}
			}
			told := false
			for _, d := range ds {
				told = told || d.Code == "parse/line-end-hyphen"
			}
			for i := 0; i < len(want) && i < len(text); i++ {
				if want[i] != text[i] {
					t.Errorf("width %d, divided %v: %q instead of %q (remark: %v)", width, divide, text[i], want[i], told)
					if len(text) != len(want) {
						break
					}
				}
			}
			if len(text) != len(want) {
				t.Errorf("width %d, divided %v: %d words instead of %d", width, divide, len(text), len(want))
			}
		}
		t.Logf("divided %v: %d words broken at line ends over all widths", divide, breaks)
		if breaks < 100 {
			t.Errorf("divided %v: only %d breaks", divide, breaks)
		}
	}
}
