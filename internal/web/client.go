package web

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
)

type clientKey struct{}

// withClient notes in a request's context who asks.
func withClient(r *http.Request) context.Context {
	return context.WithValue(r.Context(), clientKey{}, clientOf(r))
}

// askedBy is who asks: an address, or for IPv6 the network that one household has.
func askedBy(ctx context.Context) string {
	name, _ := ctx.Value(clientKey{}).(string)
	return name
}

// clientOf is the address that a request comes from. Behind a proxy on this machine it is
// the one that the proxy names; a program on this machine could name any, but that one may
// do what it likes here anyway.
func clientOf(r *http.Request) string {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	ip := from.Addr()
	if forwarded := r.Header.Values("X-Forwarded-For"); ip.IsLoopback() && len(forwarded) > 0 {
		last := forwarded[len(forwarded)-1]
		last = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
		if named, err := netip.ParseAddr(last); err == nil {
			ip = named
		}
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is6() {
		if net, err := ip.Prefix(64); err == nil {
			return net.String()
		}
	}
	return ip.String()
}
