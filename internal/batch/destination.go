package batch

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"storybind/internal/convert"
)

// destination settles the formats, and whether Output is a file.
func destination(o PlanOptions) (formats []string, asFile bool, err error) {
	for _, name := range o.Formats {
		if !slices.Contains(formats, name) {
			formats = append(formats, name)
		}
	}
	byName, format := bookEnding(o.Output)
	if byName != "" && len(o.Formats) == 0 {
		formats = []string{format}
	}
	if len(formats) == 0 {
		formats = []string{convert.Formats[0].Name}
	}
	if o.Output == "" || strings.HasSuffix(o.Output, "/") || strings.HasSuffix(o.Output, string(filepath.Separator)) {
		return formats, false, noFolder(o.Output)
	}
	if st, err := disk.Stat(o.Output); err == nil && st.IsDir() {
		if len(o.Formats) == 0 {
			formats = []string{convert.Formats[0].Name}
		}
		return formats, false, nil
	}
	if o.Output == Stdin {
		return formats, true, nil
	}
	if byName == "" {
		if ext := filepath.Ext(o.Output); ext != "" {
			if advice := convert.Advice(ext); advice != "" {
				return nil, false, usage("%s: storybind makes no %q; %s", o.Output, ext, advice)
			}
			var all []string
			for _, f := range convert.Formats {
				all = append(all, f.Extension)
			}
			return nil, false, usage("%s: no book ends in %q; use %s, or for a folder %s/", o.Output, ext, strings.Join(all, " or "), o.Output)
		}
		return formats, false, noFolder(o.Output)
	}
	if len(o.Formats) == 1 {
		f, err := convert.Format(o.Formats[0])
		if err == nil && f.Extension != byName {
			return nil, false, usage("%s ends in %s, but the format asked for is %s", o.Output, byName, f.Name)
		}
	}
	if err := dangling(filepath.Dir(o.Output)); err != nil {
		return nil, false, UsageError{err.Error() + ", or let -o name another"}
	}
	return formats, true, nil
}

// bookEnding is the ending of a book that a name has, and its format's name; "" when it
// has none. One format's ending may end in another's: ".kepub.epub".
func bookEnding(name string) (ending, format string) {
	low := strings.ToLower(name)
	for _, f := range convert.Formats {
		if strings.HasSuffix(low, f.Extension) && len(f.Extension) > len(ending) {
			ending, format = f.Extension, f.Name
		}
	}
	return ending, format
}

// dangling is an error when a folder, or one above it, is a link that leads nowhere: no
// folder can be made there.
func dangling(dir string) error {
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		st, err := disk.Lstat(at)
		if err == nil && st.Mode()&fs.ModeSymlink != 0 {
			if _, err := disk.Stat(at); err != nil {
				return fmt.Errorf("%s is a link that leads nowhere; make the folder that it names", at)
			}
		}
		if err == nil || at == filepath.Dir(at) {
			return nil
		}
	}
}

// noFolder refuses a folder for the books whose place, or that of a folder above,
// a file has taken: no book could be saved there.
func noFolder(output string) error {
	for at := filepath.Clean(output); output != ""; at = filepath.Dir(at) {
		if err := dangling(at); err != nil {
			return UsageError{err.Error() + ", or let -o name another"}
		}
		st, err := disk.Stat(at)
		if err == nil && !st.IsDir() {
			return usage("%s is a file, so the books cannot go to %s; let -o name a folder", at, output)
		}
		if err == nil || at == filepath.Dir(at) {
			break
		}
	}
	return nil
}
