package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"storybind/internal/batch"
	"storybind/internal/web"
)

// defaultAddr is this machine alone. When another program has the port, any free
// one will do: the address is printed, and nobody has learned it by heart.
const defaultAddr = "127.0.0.1:7270"

func serveCommand(t *terminal) *cobra.Command {
	var addr string
	var open bool
	var allowed []string
	limits := web.DefaultLimits()
	cmd := &cobra.Command{
		Use:   "serve [--open] [--addr HOST:PORT]",
		Short: "Open the form in a browser: drop a story, get a book",
		Long: `Serves a page on which stories are dropped, looked at, mended and made into
books. It answers this machine only, unless --addr says otherwise; nothing that
is sent to it is kept. Ctrl+C ends it.`,
		Example: `  storybind serve --open
  storybind serve --addr :8080              for the phones in the house
  storybind serve --allow-host books.example.org   behind a reverse proxy`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := limits.Check(); err != nil {
				return batch.UsageError{Text: err.Error()}
			}
			modified, err := sourceDate()
			if err != nil {
				return err
			}
			ln, err := listen(addr, cmd.Flags().Changed("addr"))
			if err != nil {
				return err
			}
			host, _, _ := net.SplitHostPort(addr)
			ip, err := netip.ParseAddr(host)
			everywhere := host == "" || err == nil && ip.IsUnspecified()
			if !everywhere {
				allowed = append(allowed, host)
			}
			handler := web.Handler(web.Options{
				Version: version, Modified: modified, Limits: limits,
				Hosts: allowed, AnyHost: everywhere,
				Now: time.Now, Report: func(message string) { t.say("storybind: %s", message) },
			})
			if os.Getenv("GOMAXPROCS") == "" {
				runtime.GOMAXPROCS(threads * runtime.GOMAXPROCS(0))
			}
			if limits.Memory > 0 {
				batch.KeepWithin(int64(limits.Memory) << 20)
			}
			addresses := addresses(ln.Addr())
			t.printf("the form is at %s\n", addresses[0])
			for _, a := range addresses[1:] {
				t.printf("on another device: %s\n", a)
			}
			if open {
				if err := openBrowser(addresses[0]); err != nil {
					t.say("storybind: no browser could be started (%v); open the address yourself", err)
				}
			}
			context.AfterFunc(cmd.Context(), func() {
				t.say("storybind: ends as soon as what is under way is finished, at the latest in %s; once more ends it at once", grace)
			})
			return serve(cmd.Context(), ln, handler, limits)
		},
	}
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVar(&addr, "addr", defaultAddr, "listen at this `host:port`; \":8080\" is every address of this machine")
	fs.BoolVar(&open, "open", false, "open the form in the browser")
	fs.StringSliceVar(&allowed, "allow-host", nil, "answer to this `name` too, when the form is reached by one; repeat for several")
	limits.Flags(fs)
	return cmd
}

// threads is how many of them may run for each core: with one a reader's page waits until a
// long conversion has used up its slice of time, again and again; with several the system
// lets the one that has waited run at once.
const threads = 4

// grace is how long requests that are under way may take when the form is told to end.
const grace = 10 * time.Second

// listen opens the address; the default one may be taken by another program.
func listen(addr string, chosen bool) (net.Listener, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil && !chosen {
		ln, err = net.Listen("tcp", "127.0.0.1:0")
	}
	if err != nil {
		return nil, fmt.Errorf("listen at %s: %w; choose another address with --addr", addr, err)
	}
	return ln, nil
}

// serve answers until ctx ends, and then lets the requests that are under way
// finish, for a while.
func serve(ctx context.Context, ln net.Listener, handler http.Handler, limits web.Limits) error {
	srv := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute, // the form gives large stories more, slow clients less
		WriteTimeout:      limits.Wait + limits.Request + 10*time.Minute,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // what strangers do wrong on a connection is no news
	}
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(ln) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve the form: %w", err)
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	if err := srv.Shutdown(ending); err != nil {
		srv.Close()
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the form: %w", err)
	}
	return nil
}
