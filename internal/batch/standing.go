package batch

import (
	"errors"
	"fmt"
	"io/fs"

	"storybind/internal/convert"
)

// isFolder is the error when a folder has the name of a book: not even --force removes it.
func isFolder(path string) error {
	return fmt.Errorf("%s is a folder; move it away, or choose another place with -o", path)
}

// standing looks at what is there already where a book should be. It is kept (and
// its seal returned) when it was made from just this and is untouched. It is in
// the way, which is the error, when it is anything but an untouched book of a
// story of this plan.
func (p Plan) standing(path, fingerprint string, strict bool) (keep *convert.Seal, there bool, err error) {
	if path == Stdin {
		return nil, false, nil
	}
	st, err := disk.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	} else if err != nil {
		return nil, true, fmt.Errorf("look at %s: %w", path, bare(err))
	}
	if st.IsDir() {
		return nil, true, isFolder(path)
	}
	if !st.Mode().IsRegular() {
		return nil, true, fmt.Errorf("%s is there already, and is no book; --force replaces it", path)
	}
	f, err := disk.Open(path)
	if err != nil {
		return nil, true, fmt.Errorf("read %s: %w", path, bare(err))
	}
	defer f.Close()
	if st, err = f.Stat(); err != nil {
		return nil, true, fmt.Errorf("look at %s: %w", path, bare(err))
	}
	seal, untouched, err := convert.ReadSeal(f, st.Size())
	switch {
	case err != nil:
		return nil, true, fmt.Errorf("read %s: %w", path, bare(err))
	case seal == nil:
		return nil, true, fmt.Errorf("%s is there already, and storybind did not make it; --force replaces it", path)
	case !untouched:
		return nil, true, fmt.Errorf("%s was altered after storybind had made it; --force replaces it", path)
	case seal.Made == fingerprint && !(strict && seal.Warnings+seal.Problems > 0):
		return seal, true, nil
	case !p.stories[seal.Source] || seal.Source == storyName(Stdin):
		return nil, true, fmt.Errorf("%s is the book of another story, %s; --force replaces it", path, seal.Source)
	}
	return nil, true, nil
}
