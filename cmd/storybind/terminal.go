package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"storybind/internal/batch"
)

// This file is how storybind speaks on a terminal. The rules are:
//
//   - a command's result goes to standard output, everything else to standard error;
//   - messages begin in lower case and end without a full stop;
//   - an error is one line that says what happened, to which file, and what to do;
//   - remarks are printed as file:line:column, so that editors can jump there.

// Exit codes.
const (
	exitOK          = 0
	exitFailed      = 1   // some story could not be converted
	exitUsage       = 2   // the command was wrong
	exitInterrupted = 130 // stopped by the person
)

// A terminal is where a command reads and writes.
type terminal struct {
	in       io.Reader
	out, err io.Writer
}

func (t *terminal) printf(format string, args ...any) { fmt.Fprintf(t.out, format, args...) }

// A printer is standard output. It remembers that it could not print: a command whose
// result reached nobody has failed.
type printer struct {
	io.Writer
	lock sync.Mutex
	err  error
}

func (p *printer) Write(b []byte) (int, error) {
	n, err := p.Writer.Write(b)
	if err != nil {
		p.lock.Lock()
		p.err = cmp.Or(p.err, err)
		p.lock.Unlock()
	}
	return n, err
}

// unprinted is the error of a command that went well, but whose result could not be
// printed.
func (p *printer) unprinted() error {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.err == nil {
		return nil
	}
	err := p.err
	if path := (*fs.PathError)(nil); errors.As(err, &path) { // "write /dev/stdout: ..."
		err = path.Err
	}
	return fmt.Errorf("write to standard output: %w", err)
}

func (t *terminal) say(format string, args ...any) { speak(t.err, format, args...) }

// speak writes a message. Only an internal error's has several lines.
func speak(w io.Writer, format string, args ...any) {
	io.WriteString(w, withoutControls(fmt.Sprintf(format, args...), "\n\t")+"\n")
}

// errFailed ends a command whose failures have been told already.
var errFailed = errors.New("failed")

// fail prints an error and chooses the exit code for it.
func fail(w io.Writer, err error) int {
	var usage batch.UsageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFailed):
		return exitFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(w, "storybind: interrupted")
		return exitInterrupted
	case errors.As(err, &usage):
		speak(w, "storybind: %v", err)
		return exitUsage
	}
	speak(w, "storybind: %v", err)
	return exitFailed
}
