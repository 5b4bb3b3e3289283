//go:build !linux

package batch

// saveUnnamed is for systems whose files may have no name.
func saveUnnamed(string, []byte) (ok bool, err error) { return false, nil }
