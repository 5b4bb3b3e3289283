package main

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// development is the version of a program that was built between two releases.
const development = "0.1.0"

// version is what `storybind version` and a book's colophon say: the release that
// the program was built from.
var version, revision = versionOf(debug.ReadBuildInfo())

// versionOf reads what go build noted about its source: the tag of a release, and
// from which state of the repository the program is, if it knows.
func versionOf(info *debug.BuildInfo, ok bool) (version, revision string) {
	version = development
	if !ok {
		return version, ""
	}
	if tag, ok := strings.CutPrefix(info.Main.Version, "v"); ok && strings.Count(tag, ".") == 2 && strings.Trim(tag, "0123456789.") == "" {
		return tag, ""
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))] + revision
		case s.Key == "vcs.modified" && s.Value == "true":
			revision += ", altered"
		}
	}
	return version, strings.TrimPrefix(revision, ", ")
}

func versionCommand(t *terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		Run: func(*cobra.Command, []string) {
			about := []string{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
			if revision != "" {
				about = append(about, revision)
			}
			t.printf("storybind %s (%s)\n", version, strings.Join(about, ", "))
		},
	}
}
