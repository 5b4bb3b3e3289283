package convert

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"

	"storybind/internal/decode"
	"storybind/internal/parse"
)

// Models are the models that WriteEvidence knows.
func Models() []string { return parse.Models }

// WriteEvidence prints what one of parse.Models weighs in the request's first file,
// one passage a line: name, its first line, the line behind its last, its
// measures; above them a line of their names, which begins with "file". It is for
// assets/reading/train.py.
func WriteEvidence(ctx context.Context, w io.Writer, model string, r Request, name string) error {
	o, _, _, err := r.settle()
	if err != nil {
		return err
	}
	f := r.Files[0]
	src, _, err := decode.Text(f.Name, f.Data, o.decode)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	e := parse.EvidenceOf(model, src, o.parse)
	out := bufio.NewWriter(w)
	out.WriteString("file\tfrom\tto")
	for _, n := range e.Names {
		out.WriteString("\t" + n)
	}
	var num []byte
	for _, row := range e.Rows {
		out.WriteString("\n" + name)
		for _, v := range row {
			num = strconv.AppendInt(append(num[:0], '\t'), int64(v), 10)
			out.Write(num)
		}
	}
	out.WriteString("\n")
	return out.Flush()
}
