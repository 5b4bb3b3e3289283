package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// policy is the page's Content Security Policy: everything from here, nothing
// inline, and nobody may frame it but itself.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

// guard stands before every request: headers that keep a browser careful, the
// host by which we were called, where a post comes from, and a net for panics.
func (f *form) guard(next http.Handler) http.Handler {
	// Sec-Fetch-Site or Origin against Host. A post with neither comes from no
	// browser, and so from nobody's page.
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		f.refuse(w, refusal{status: http.StatusForbidden, text: "Another page sent this request. Stories are taken only from this form's own page."})
	}))
	next = origin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Referrer-Policy", "same-origin") // with no-referrer a form's own post would have the origin "null"
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if r.URL.Path == "/healthz" {
			h.Set("Content-Type", "text/plain; charset=utf-8")
			if f.desk.shut() {
				w.WriteHeader(http.StatusServiceUnavailable)
				w.Write([]byte("every place is held by a conversion that does not stop\n"))
				return
			}
			w.Write([]byte("ok\n"))
			return
		}
		if !f.isOurs(r) {
			f.refuse(w, refusal{status: http.StatusForbidden, text: "This form does not answer to the name in the address. Whoever runs it can allow the name with --allow-host."})
			return
		}
		defer func() {
			if p := recover(); p != nil {
				f.refuse(w, panicked(p, f.Report))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// isOurs reports whether the request calls us by a name that is ours. A name that
// a stranger's page made to lead here (DNS rebinding) is not among them.
func (f *form) isOurs(r *http.Request) bool {
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	if host == "localhost" || slices.ContainsFunc(f.Hosts, func(h string) bool { return strings.EqualFold(h, host) }) {
		return true
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	if ip.IsLoopback() {
		return true
	}
	return f.AnyHost && slices.Contains(localAddress(r.Context()), ip.Unmap().WithZone(""))
}

// localAddress is the machine's address that a request came to.
func localAddress(ctx context.Context) []netip.Addr {
	if tcp, ok := ctx.Value(http.LocalAddrContextKey).(*net.TCPAddr); ok {
		return []netip.Addr{tcp.AddrPort().Addr().Unmap().WithZone("")}
	}
	return nil
}

// panicked turns a panic into an answer, and tells whoever runs the form where it
// happened. What a panic says may hold words of the story; only the Go runtime's
// own errors do not.
func panicked(p any, report func(string)) refusal {
	if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(p)
	}
	what := "panic"
	if err, ok := p.(runtime.Error); ok {
		what = err.Error()
	}
	report("internal error: " + what + "\n" + string(debug.Stack()))
	return refusal{status: http.StatusInternalServerError, text: "storybind made a mistake with this story (an internal error). The story is not to blame; please tell whoever makes storybind."}
}
