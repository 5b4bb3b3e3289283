//go:build race

package web

// many is how many stories a reader drops at once; the race detector makes books ten
// times as slowly.
const many = 60
