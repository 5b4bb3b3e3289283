package main

import (
	"context"
	"io"
	"slices"

	"storybind/internal/batch"
)

// stdin is standard input for a command whose stories are inputs; Ctrl-C ends it. A
// terminal or a pipe may never say another word, and a read from it cannot be stopped:
// it goes on by itself, until the program ends.
func (t *terminal) stdin(ctx context.Context, inputs []string) io.Reader {
	if !slices.Contains(inputs, batch.Stdin) {
		return t.in // nobody will read from it
	}
	r, w := io.Pipe()
	context.AfterFunc(ctx, func() { w.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(w, t.in)
		w.CloseWithError(err) // nil is the end of the input
	}()
	return r
}
