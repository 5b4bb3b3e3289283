package typeset

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"storybind/internal/book"
)

// Lines of scripts without spaces are full, and none begins or ends with what may
// not stand there. The bundled faces have the characters.
func TestEastAsianLines(t *testing.T) {
	for language, text := range map[string]string{
		"ja": "「夜は静かだった。」と彼は言った（小さな声で）。ランプの火が消えると、海の音だけが聞こえた。きっと、もう一度来るだろう――そう思って、窓をしめた。",
		"zh": "他说：“灯灭了，海还在。”然后（慢慢地）关上窗；没有人回答。《小岛》这本书放在桌上，第３页折了角，谁也不知道为什么！",
		"ko": "등불이 꺼지자, 바다 소리만 들렸다. “누구세요?” 하고 그가 물었다(아주 작은 소리로). 아무도 대답하지 않았다.",
	} {
		p := &book.Paragraph{Inlines: []book.Inline{book.Text{Value: strings.Repeat(text, 20)}}}
		b := oneChapter(p, p)
		b.Meta.Language = language
		for _, name := range []string{"a5", "pocket", "ereader"} {
			st := DefaultStyle()
			st.Page.Set(name)
			d, ds, err := Book(context.Background(), b, st)
			if err != nil || len(ds) > 0 {
				t.Fatal(err, ds)
			}
			checkWords(t, b, d)
			if q := Report(d); q.Overfull > 0 || q.Widows > 0 || q.Orphans > 0 {
				t.Errorf("%s: %+v", language, q)
			}
			n := 0
			for i, pg := range d.Pages {
				for _, l := range pg.Lines {
					if l.Kind != BodyLine || len(l.Runs) == 0 {
						continue
					}
					var line strings.Builder
					for _, r := range l.Runs {
						line.WriteString(r.Text)
					}
					first, _ := utf8.DecodeRuneInString(line.String())
					last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line.String(), " "))
					if l.at > 0 && noLineStart(first) || l.at < l.of-1 && noLineEnd(last) {
						t.Errorf("%s, page %d: a line is %q", language, i, line.String())
					}
					right := l.Runs[len(l.Runs)-1].right()
					if l.at < l.of-1 && right < d.geo.left(i)+d.geo.measure()-d.geo.size/8 {
						t.Errorf("%s, page %d: the line %q ends at %d", language, i, line.String(), right)
					}
					if l.at == 0 && i > 0 && l.Runs[0].X == d.geo.left(i)+map[string]Length{"ja": 1, "ko": 1, "zh": 2}[language]*d.geo.size {
						n++
					}
				}
			}
			if n == 0 {
				t.Errorf("%s: no paragraph is indented by whole characters", language)
			}
		}
	}
}
