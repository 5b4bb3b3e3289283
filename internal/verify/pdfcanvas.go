package verify

import (
	"bytes"
	"math"
	"strings"
)

// A canvas reads the text that a page's operators draw (9.4), in their order. Words are
// parted by blanks, or by room: a step to the side of more than a fifth of the letters'
// size, or to another line.
type canvas struct {
	*pdf
	out   bytes.Buffer
	notes bytes.Buffer
	noted map[int]bool // marked contents that belong to notes
	note  int          // such that are open

	font                        *pdfFont
	size, letters, words, scale float64
	matrix, line                [6]float64
	endX, endY                  float64 // where the last letter ended
	em                          float64 // the last letter's size
	figure                      bool    // and whether it was a figure
	drawn                       bool
	aside                       int      // marked contents open that are no text of the page
	said                        string   // the text of a marked content of which nothing is drawn yet
	instead                     []string // texts that stand for what is drawn, of the marked contents open
	marks                       []mark

	pieces  []piece       // of the line that is being drawn
	lineOut *bytes.Buffer // where it goes
	lineAt  int           // and its first byte there
	turned  bool          // some of it is read from right to left
	read    [3]int        // pieces of the page that are read so far, by their way
}

// A mark is a marked content that is open (14.6).
type mark struct{ artifact, instead, note bool }

var unity = [6]float64{1, 0, 0, 1, 0, 0}

func times(a, b [6]float64) [6]float64 {
	return [6]float64{a[0]*b[0] + a[1]*b[2], a[0]*b[1] + a[1]*b[3], a[2]*b[0] + a[3]*b[2], a[2]*b[1] + a[3]*b[3], a[4]*b[0] + a[5]*b[2] + b[4], a[4]*b[1] + a[5]*b[3] + b[5]}
}

func (c *canvas) draw(content []byte, resources dict, depth int) {
	if depth > 8 {
		return
	}
	s := scanner{content, 0}
	var args []any
	var saved [][6]float64
	c.matrix, c.line, c.scale = unity, unity, 1
	num := func(i int) float64 {
		if i >= 0 && i < len(args) {
			f, _ := args[i].(float64)
			return f
		}
		return 0
	}
	last := func() any {
		if len(args) == 0 {
			return nil
		}
		return args[len(args)-1]
	}
	move := func(x, y float64) {
		c.line = times([6]float64{1, 0, 0, 1, x, y}, c.line)
		c.matrix = c.line
	}
	leading := 0.0
	for {
		v := s.next(0)
		if v == nil {
			return
		}
		op, ok := v.(keyword)
		if !ok {
			if len(args) < 64 {
				args = append(args, v)
			}
			continue
		}
		switch op {
		case "BT":
			c.matrix, c.line = unity, unity
		case "Tf":
			if len(args) >= 2 {
				if n, ok := args[0].(name); ok {
					c.font = c.pdf.font(c.dict(resources["Font"])[n])
				}
				c.size = num(1)
			}
		case "Tc":
			c.letters = num(0)
		case "Tw":
			c.words = num(0)
		case "Tz":
			c.scale = num(0) / 100
		case "TL":
			leading = num(0)
		case "Td":
			move(num(0), num(1))
		case "TD":
			leading = -num(1)
			move(num(0), num(1))
		case "Tm":
			c.line = [6]float64{num(0), num(1), num(2), num(3), num(4), num(5)}
			c.matrix = c.line
		case "T*":
			move(0, -leading)
		case "'", "\"":
			move(0, -leading)
			if t, ok := last().(text); ok {
				c.show(t)
			}
		case "Tj":
			if t, ok := last().(text); ok {
				c.show(t)
			}
		case "TJ":
			a, _ := last().(array)
			for _, v := range a {
				switch v := v.(type) {
				case text:
					c.show(v)
				case float64:
					c.matrix = times([6]float64{1, 0, 0, 1, -v / 1000 * c.size * c.scale, 0}, c.matrix)
				}
			}
		case "q":
			saved = append(saved, c.matrix)
		case "Q":
			if n := len(saved); n > 0 {
				saved = saved[:n-1]
			}
		case "BMC", "BDC":
			c.begin(args, resources)
		case "EMC":
			c.end()
		case "Do":
			if n, ok := last().(name); ok {
				x := c.dict(resources["XObject"])[n]
				if d := c.dict(x); d["Subtype"] == name("Form") {
					own := c.dict(d["Resources"])
					if own == nil {
						own = resources
					}
					matrix, line := c.matrix, c.line
					c.draw(c.stream(x), own, depth+1)
					c.matrix, c.line = matrix, line
				}
			}
		case "BI": // a picture in the page: its data are no operators
			if n := strings.Index(string(s.data[s.at:min(len(s.data), s.at+1<<20)]), "\nEI"); n >= 0 {
				s.at += n + 3
			}
		}
		args = args[:0]
	}
}

// begin opens a marked content. An artifact is a running head or a page's number; its text
// is not the book's. ActualText stands for what is drawn.
func (c *canvas) begin(args []any, resources dict) {
	var m mark
	tag, _ := first(args).(name)
	m.artifact = tag == "Artifact"
	if len(args) > 1 {
		d, ok := args[1].(dict)
		if n, named := args[1].(name); !ok && named {
			d = c.dict(c.dict(resources["Properties"])[n])
		}
		if n, ok := d["MCID"].(float64); ok && c.noted[int(n)] {
			m.note = true
			c.note++
			c.newLine(&c.notes)
		}
		if t, ok := d["ActualText"].(text); ok {
			m.instead = true
			c.instead = append(c.instead, stringText(t))
			if c.aside == 0 && len(c.instead) == 1 {
				c.said = stringText(t)
			}
		}
	}
	if m.artifact {
		c.aside++
	}
	c.marks = append(c.marks, m)
}

func (c *canvas) end() {
	n := len(c.marks)
	if n == 0 {
		return
	}
	m := c.marks[n-1]
	c.marks = c.marks[:n-1]
	if m.artifact {
		c.aside--
	}
	if m.note {
		c.note--
	}
	if m.instead {
		if c.said != "" { // nothing was drawn
			c.say(c.said, c.matrix[4], c.matrix[4], c.em)
			c.said = ""
		}
		c.instead = c.instead[:len(c.instead)-1]
	}
}

// to is where text goes that is drawn now.
func (c *canvas) to() *bytes.Buffer {
	if c.note > 0 {
		return &c.notes
	}
	return &c.out
}

// show reads a string that is drawn.
func (c *canvas) show(t text) {
	if c.font == nil {
		return
	}
	c.font.text(t, func(s string, width float64, blank bool) {
		x, y := c.matrix[4], c.matrix[5]
		em := math.Abs(c.size) * math.Max(math.Hypot(c.matrix[0], c.matrix[1]), math.Hypot(c.matrix[2], c.matrix[3]))
		advance := width*c.size + c.letters
		if blank {
			advance += c.words
		}
		if instead := len(c.instead) > 0; c.aside == 0 && (!instead || c.said != "") {
			if c.drawn {
				switch {
				case math.Abs(y-c.endY) > em*0.6:
					c.newLine(c.to())
				case math.Abs(x-c.endX) > em*0.2, math.Abs(em-c.em) > 0.15*em && s != "" && (s[0] >= '0' && s[0] <= '9') != c.figure: // a note's number is smaller
					c.to().WriteByte(' ')
				}
			}
			end := x + advance*c.scale*c.matrix[0]
			if instead {
				s, end = c.said, x+c.em
				c.said = ""
			}
			c.say(s, x, end, em)
			c.em, c.figure = em, s != "" && s[0] >= '0' && s[0] <= '9'
		}
		c.matrix = times([6]float64{1, 0, 0, 1, advance * c.scale, 0}, c.matrix)
		c.endX, c.endY, c.drawn = c.matrix[4], c.matrix[5], true
	})
}
