package mail

import (
	"strings"
)

// IsForwardMark reports whether a line is one that mail programs set above a message
// which is passed on: "---------- Forwarded message ----------".
func IsForwardMark(s string) bool {
	if len(s) > 80 {
		return false
	}
	if s = strings.Trim(s, " -_=>:*"); len(s) > 30 { // the longest has 26
		return false
	}
	switch strings.ToLower(s) {
	case "forwarded message", "forwarded message follows", "begin forwarded message", "start of forwarded message", "original message", "weitergeleitete nachricht", "message transféré":
		return true
	}
	return false
}
