package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/pflag"
)

// sizeFlag declares --max-size, which every command that reads stories has.
func sizeFlag(fs *pflag.FlagSet, size *megabytes) {
	*size = 64
	fs.Var(size, "max-size", "refuse stories of more than this many `megabytes`")
}

// megabytes is a flag's value: a size in units of 1,048,576 bytes.
type megabytes int

func (m *megabytes) String() string { return strconv.Itoa(int(*m)) }
func (m *megabytes) Type() string   { return "megabytes" }
func (m *megabytes) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 2000 { // package source counts bytes in 32 bits
		return fmt.Errorf("%q is no number of megabytes from 1 to 2000", s)
	}
	*m = megabytes(n)
	return nil
}
