// Package build makes sections, blocks and inlines of lines whose places are known.
package build
