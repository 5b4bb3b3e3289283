package main

import (
	"net"
	"net/netip"
	"os/exec"
	"runtime"
)

// openBrowser shows an address in the browser that the person uses.
func openBrowser(address string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	case "darwin":
		return exec.Command("open", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}

// addresses are where a browser finds the form: first for this machine, then, when
// it listens on every address, for others in the same network.
func addresses(listening net.Addr) []string {
	at, err := netip.ParseAddrPort(listening.String())
	if err != nil {
		return []string{"http://" + listening.String() + "/"}
	}
	port := at.Port()
	if !at.Addr().IsUnspecified() {
		return []string{"http://" + at.String() + "/"}
	}
	out := []string{"http://" + netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), port).String() + "/"}
	own, _ := net.InterfaceAddrs()
	for _, a := range own {
		prefix, err := netip.ParsePrefix(a.String())
		if err == nil && prefix.Addr().Is4() && !prefix.Addr().IsLoopback() && !prefix.Addr().IsLinkLocalUnicast() {
			out = append(out, "http://"+netip.AddrPortFrom(prefix.Addr(), port).String()+"/")
		}
	}
	return out
}
