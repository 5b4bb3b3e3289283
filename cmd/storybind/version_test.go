package main

import (
	"runtime/debug"
	"testing"
)

// A release says its tag, everything else that it is none, and where it is from.
func TestVersion(t *testing.T) {
	for _, c := range []struct {
		main              string
		settings          []debug.BuildSetting
		version, revision string
	}{
		{"v1.2.3", nil, "1.2.3", ""},
		{"v1.2.3", []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}}, "1.2.3", ""},
		{"(devel)", nil, development, ""},
		{"", nil, development, ""},
		{"v1.2.4-0.20260101000000-0123456789ab", []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}}, development, "0123456789ab"},
		{"v1.2.3+dirty", []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}, development, "0123456789ab, altered"},
	} {
		info := &debug.BuildInfo{Settings: c.settings}
		info.Main.Version = c.main
		if version, revision := versionOf(info, true); version != c.version || revision != c.revision {
			t.Errorf("%s: got %q, %q, want %q, %q", c.main, version, revision, c.version, c.revision)
		}
	}
	if version, _ := versionOf(nil, false); version != development {
		t.Errorf("a program that knows nothing of its building is %q", version)
	}
}
