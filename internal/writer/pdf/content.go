package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"storybind/internal/typeset"
)

// rewrite turns what gopdf wrote for a page into the page's content stream: the
// same operators in a shorter form, each inside its mark, and the letters in the place
// of slugs. It reads gopdf's page operator for operator against the plan, so a text that
// gopdf swallowed, doubled or moved is an error and never a silent loss. It knows
// exactly the operators that draw.go can cause.
//
// images collects gopdf's names of pictures by their numbers in the plan.
func (s *sheet) rewrite(page int, written []byte, images map[int]string) ([]byte, error) {
	r := &reader{b: written}
	pp, height, texts := &s.plan.pages[page], s.plan.doc.Pages[page].Height, s.before[page-s.first]
	out := make([]byte, 0, len(written)+3*len(pp.codes)+64)
	grey, font, size, spacing, wider := "0", "", "", int64(0), int32(0)
	open := -1
	for k := range pp.ops {
		o := &pp.ops[k]
		for r.peekGrey() {
			if g := r.grey(); g != grey {
				out = append(append(out, g...), " g\n"...)
				grey = g
			}
		}
		if o.mark != open {
			if open >= 0 {
				out = append(out, "EMC\n"...)
			}
			out = pp.marks[o.mark].appendOpen(out)
			open = o.mark
		}
		switch o.kind {
		case textOp:
			out = r.text(out, pp, o, height, slug(texts), &font, &size, &spacing, &wider)
			texts++
		case ruleOp:
			out = r.rule(out)
		case pictureOp:
			out = r.picture(out, o.to, images)
		}
		if r.err != nil {
			return nil, fmt.Errorf("internal error: what gopdf wrote for page %d is not what it was given: %w", page+1, r.err)
		}
	}
	for r.peekGrey() {
		r.grey()
	}
	if len(r.b) > 0 {
		return nil, fmt.Errorf("internal error: gopdf wrote more for page %d than it was given: %.40q", page+1, r.b)
	}
	if open >= 0 {
		out = append(out, "EMC\n"...)
	}
	return out, nil
}

func (m *mark) appendOpen(out []byte) []byte {
	if m.element == nil {
		return append(append(out, m.open...), '\n')
	}
	out = append(append(out, '/'), m.element.tag...)
	out = strconv.AppendInt(append(out, "<</MCID "...), int64(m.mcid), 10)
	return append(out, ">>BDC\n"...)
}

// A reader walks over gopdf's operators. The first thing that is not as expected
// stays in err.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(want string) {
	if r.err == nil {
		r.err = fmt.Errorf("expected %s before %.40q", want, r.b)
	}
}

func (r *reader) expect(s string) {
	if !bytes.HasPrefix(r.b, []byte(s)) {
		r.fail(s)
		return
	}
	r.b = r.b[len(s):]
}

// until takes what stands before end, and end.
func (r *reader) until(end string) []byte {
	i := bytes.Index(r.b, []byte(end))
	if i < 0 {
		r.fail(end)
		return nil
	}
	v := r.b[:i]
	r.b = r.b[i+len(end):]
	return v
}

func (r *reader) peekGrey() bool {
	i := bytes.IndexByte(r.b, '\n')
	return r.err == nil && i > 2 && i < 12 && string(r.b[i-2:i]) == " g"
}

// near takes a number of points with two decimals, which is about so much, and end.
func (r *reader) near(want typeset.Length, end string) string {
	s := string(r.until(end))
	v, err := strconv.ParseFloat(s, 64)
	if d := v - points(want); r.err == nil && (err != nil || d > 0.0051 || d < -0.0051) {
		r.fail("what stands at " + strconv.Itoa(int(want)) + " thousandths of a point")
	}
	return s
}

func (r *reader) grey() string { return trimNumber(string(r.until(" g\n"))) }

// trimNumber drops the zeros that gopdf writes behind its numbers: "0.50" is "0.5".
func trimNumber(s string) string {
	if i := len(s) - 3; i > 0 && s[i] == '.' {
		switch {
		case s[i+1:] == "00":
			s = s[:i]
		case s[i+2] == '0':
			s = s[:i+2]
		}
	}
	return s
}

// text reads BT x y TD /Fn size Tf s Tc [<…>] TJ ET. gopdf rounds the
// letter-spacing to thousandths of a point; what is written is exact. That letters become
// wider is ours: every text begins where the plan says, so gopdf need not know.
func (r *reader) text(out []byte, pp *pagePlan, o *op, height typeset.Length, slug uint16, font, size *string, spacing *int64, wider *int32) []byte {
	r.expect("BT\n")
	x := trimNumber(r.near(o.x, " "))
	y := trimNumber(r.near(height-o.y, " TD\n"))
	r.expect("/F")
	f := string(r.until(" "))
	z := r.near(o.size, " Tf ")
	c, err := strconv.ParseFloat(string(r.until(" Tc\n")), 64)
	if d := c - float64(o.spacing())/1e6; r.err == nil && (err != nil || d > 0.0005001 || d < -0.0005001) {
		r.fail("letter-spacing of " + strconv.FormatInt(o.spacing(), 10) + " millionths of a point")
	}
	r.expect("[<")
	r.expect(string(hexDigits[slug>>12]) + string(hexDigits[slug>>8&15]) + string(hexDigits[slug>>4&15]) + string(hexDigits[slug&15]))
	r.expect(">] TJ\nET\n")
	if r.err != nil {
		return out
	}
	if f != strconv.Itoa(o.font+1) {
		r.fail("font F" + strconv.Itoa(o.font+1))
		return out
	}
	if o.back { // ISO 32000-1, 14.8.2.3.3
		out = append(out, "/ReversedChars BMC "...)
	}
	out = append(out, "BT "...)
	if f != *font || z != *size {
		out = append(append(append(append(append(out, "/F"...), f...), ' '), z...), " Tf "...)
		*font, *size = f, z
	}
	if o.spacing() != *spacing {
		*spacing = o.spacing()
		out = append(appendMillionths(out, *spacing), " Tc "...)
	}
	if o.wider != *wider {
		*wider = o.wider
		out = append(appendMillionths(out, int64(1000+o.wider)*1e5), " Tz "...)
	}
	out = append(append(append(append(out, x...), ' '), y...), " Td ["...)
	out = append(out, '(')
	for i := o.from; i < o.to; i++ {
		if i > o.from {
			if a := pp.adjusts[i-1]; a != 0 {
				out = append(strconv.AppendInt(append(out, ')'), -int64(a), 10), '(')
			}
		}
		c := pp.codes[i]
		out = appendEscaped(appendEscaped(out, byte(c>>8)), byte(c))
	}
	out = append(out, ")]TJ ET\n"...)
	if o.back {
		out = append(out, "EMC\n"...)
	}
	return out
}

// appendMillionths writes a number of millionths as a decimal.
func appendMillionths(out []byte, n int64) []byte {
	if n < 0 {
		out, n = append(out, '-'), -n
	}
	out = strconv.AppendInt(out, n/1e6, 10)
	if n %= 1e6; n == 0 {
		return out
	}
	digits := strconv.AppendInt(nil, n+1e6, 10)
	digits[0] = '.'
	return append(out, bytes.TrimRight(digits, "0")...)
}

// rule reads q x y w h re f Q. The q and Q around one operator are left out.
func (r *reader) rule(out []byte) []byte {
	r.expect("q\n")
	box := r.until(" re f\nQ\n")
	if bytes.IndexByte(box, '\n') >= 0 {
		r.fail("a rectangle")
	}
	for i, v := range bytes.Fields(box) {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, trimNumber(string(v))...)
	}
	return append(out, " re f\n"...)
}

// picture copies gopdf's q … Q around an image, under our name for it.
func (r *reader) picture(out []byte, number int, images map[int]string) []byte {
	depth := 0
	for r.err == nil {
		line := bytes.TrimSpace(r.until("\n"))
		switch {
		case string(line) == "q":
			depth++
		case string(line) == "Q":
			depth--
		default:
			before, rest, ok := bytes.Cut(line, []byte(" cm /"))
			name, rest, ok2 := bytes.Cut(rest, []byte(" "))
			if ok && ok2 && string(rest) == "Do" {
				images[number] = string(name)
				line = fmt.Appendf(nil, "%s cm /I%d Do", before, number)
			}
		}
		out = append(append(out, line...), '\n')
		if depth == 0 {
			return out
		}
	}
	return out
}
