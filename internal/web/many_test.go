//go:build !race

package web

// many is how many stories a reader drops at once.
const many = 500
