// Storybind turns plain-text stories into EPUB and PDF books.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run()) }

// run is main with an exit code, so that scripts in testdata/cli can call it.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	t := &terminal{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	code := execute(ctx, t, formIfOpened(os.Args[1:]))
	waitIfDropped(t)
	return code
}
