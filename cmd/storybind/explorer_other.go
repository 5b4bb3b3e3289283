//go:build !windows

package main

// formIfOpened leaves the arguments alone: only Explorer starts programs without any.
func formIfOpened(args []string) []string { return args }

// waitIfDropped does something only where a window closes when its program ends.
func waitIfDropped(*terminal) {}

// expandPatterns leaves names alone: the shell has expanded them.
func expandPatterns(args []string) ([]string, error) { return args, nil }
