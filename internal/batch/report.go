package batch

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"storybind/internal/convert"
)

// A Report is a file with a row for each story, written as the stories are done
// and put under its name at the end: JSON (a list) or CSV, as its name says.
type Report struct {
	path   string
	file   *file
	buffer *bufio.Writer
	table  *csv.Writer // nil for JSON
	rows   int
	err    error
}

// A row is what a report says about a story. Its names are a public interface.
type row struct {
	Input   string   `json:"input"`
	Outputs []string `json:"outputs"` // of a story that failed, those that were saved all the same
	State   State    `json:"state"`
	convert.Facts
	Seconds float64  `json:"seconds"`
	Error   string   `json:"error"`
	Remarks []Remark `json:"remarks"` // of stories converted in this run
}

var columns = []string{"input", "output", "state", "title", "author", "chapters", "words", "notes", "warnings", "problems", "confidence", "seconds", "error"}

// NewReport begins a report; "" is none.
func NewReport(path string) (*Report, error) {
	if path == "" {
		return nil, nil
	}
	ext := strings.ToLower(filepath.Ext(path))
	if ext != ".json" && ext != ".csv" {
		return nil, usage("--report %s: a report ends in .json or .csv", path)
	}
	if !mayReplace(path) {
		return nil, usage("--report %s: the file is there already, and is no report; name another, or remove it", path)
	}
	err := disk.MkdirAll(filepath.Dir(path)) // it may be the books' folder, which is not there yet
	var f *file
	if err == nil {
		f, err = unsaved(filepath.Dir(path))
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", path, bare(err))
	}
	r := &Report{path: path, file: f, buffer: bufio.NewWriter(f)}
	if ext == ".csv" {
		r.table = csv.NewWriter(r.buffer)
		r.err = r.table.Write(columns)
	}
	return r, nil
}

// mayReplace reports whether a path is free for a report, or holds an older one: a
// list that a person keeps under such a name would be lost.
func mayReplace(path string) bool {
	st, err := disk.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true
	} else if err != nil || !st.Mode().IsRegular() {
		return false
	}
	f, err := disk.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 32)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false
	}
	begins := string(head[:n])
	return n == 0 || begins == "[]\n" || strings.HasPrefix(begins, strings.Join(columns[:3], ",")+",") || strings.HasPrefix(begins, "[\n{\"input\":")
}

// Add writes a story's row, and one for every other file that is in its book, so
// that each file that was found has a row. Words and remarks count once, for the story.
func (r *Report) Add(out Outcome) {
	if r == nil {
		return
	}
	w := rowOf(out)
	r.write(w)
	others := func(files []string, state State) {
		for _, f := range files {
			o := row{Input: f, Outputs: w.Outputs, State: state, Remarks: []Remark{}, Error: w.Error}
			o.Title, o.Authors = w.Title, w.Authors
			if out.State == Failed {
				o.State = Failed
			}
			r.write(o)
		}
	}
	others(out.Inputs[1:], JoinedTo)
	others(out.Same, SameText)
}

// AddLeftOut writes a row for each file that is no story.
func (r *Report) AddLeftOut(left []LeftOut) {
	if r == nil {
		return
	}
	for _, l := range left {
		w := row{Input: l.Path, Outputs: []string{}, State: NoStory, Remarks: []Remark{}, Error: l.Why}
		w.Authors = []string{}
		r.write(w)
	}
}

func rowOf(out Outcome) row {
	w := row{Input: out.Input(), Outputs: append([]string{}, out.Outputs...), State: out.State, Facts: out.Facts,
		Seconds: float64(out.Took.Milliseconds()) / 1000, Remarks: append([]Remark{}, out.Remarks...)}
	if out.State == Failed { // the names of books that are not there would mislead
		w.Outputs = append([]string{}, out.Saved...)
	}
	w.Authors = append([]string{}, w.Authors...) // none is [] in JSON
	if out.Err != nil {
		w.Error = out.Err.Error()
	}
	return w
}

func (r *Report) write(w row) {
	if r.err != nil {
		return
	}
	if r.table != nil {
		sure := "" // of a story that was not read, nothing is
		if w.Confidence > 0 {
			sure = strconv.FormatFloat(w.Confidence, 'f', 2, 64)
		}
		cells := []string{w.Input, strings.Join(w.Outputs, "; "), string(w.State), w.Title, strings.Join(w.Authors, "; "), strconv.Itoa(w.Chapters),
			strconv.Itoa(w.Words), strconv.Itoa(w.Notes), strconv.Itoa(w.Warnings), strconv.Itoa(w.Problems), sure, strconv.FormatFloat(w.Seconds, 'f', 3, 64), w.Error}
		for i := range cells {
			cells[i] = strings.ToValidUTF8(cells[i], "\ufffd") // as in JSON: a name may be in an old encoding, a report is UTF-8
		}
		r.err = r.table.Write(cells)
		return
	}
	separator := ",\n"
	if r.rows == 0 {
		separator = "[\n"
	}
	r.rows++
	data, err := json.Marshal(w)
	if err == nil {
		_, err = r.buffer.WriteString(separator + string(data))
	}
	r.err = err
}

// Close puts the report under its name.
func (r *Report) Close() error {
	if r == nil {
		return nil
	}
	if r.table != nil {
		r.table.Flush()
	} else if r.rows == 0 {
		r.buffer.WriteString("[]\n") // Flush tells
	} else {
		r.buffer.WriteString("\n]\n")
	}
	err := r.err
	if err == nil {
		err = r.buffer.Flush()
	}
	if err == nil {
		err = place(r.file, r.path)
	}
	if err == nil {
		return syncFolder(filepath.Dir(r.path))
	}
	r.file.Close()
	disk.Remove(r.file.Name())
	return fmt.Errorf("write %s: %w", r.path, bare(err))
}
