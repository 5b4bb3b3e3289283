package convert

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/pflag"

	"storybind/internal/decode"
	"storybind/internal/matter"
	"storybind/internal/parse"
	"storybind/internal/typogrify"
	"storybind/internal/writer"
)

// A Setting is one choice of a person, by the name of its flag.
type Setting struct{ Name, Value string }

// reading holds the settings of the floors that every format shares.
type reading struct {
	decode    decode.Options
	parse     parse.Options
	typogrify typogrify.Options
	matter    matter.Options
}

func (o *reading) flags(fs *pflag.FlagSet) {
	o.decode.Flags(fs)
	o.parse.Flags(fs)
	o.typogrify.Flags(fs)
	o.matter.Flags(fs)
}

// StoryFlags declares on fs the settings that every format shares.
func StoryFlags(fs *pflag.FlagSet) { new(reading).flags(fs) }

// FieldNames lists the names of a header's fields.
func FieldNames() []string { return parse.FieldNames() }

// FormatFlags returns the settings that one format understands.
func FormatFlags(f writer.Format) *pflag.FlagSet {
	fs := pflag.NewFlagSet(f.Name, pflag.ContinueOnError)
	f.New().Flags(fs)
	return fs
}

// Changed lists the flags of fs that a person set, as settings, in the order of
// their names; a list flag gives one setting for each of its values.
func Changed(fs *pflag.FlagSet) []Setting {
	var out []Setting
	fs.VisitAll(func(f *pflag.Flag) { // Visit knows only flags that fs itself has parsed
		if !f.Changed {
			return
		}
		if l, ok := f.Value.(pflag.SliceValue); ok {
			for _, v := range l.GetSlice() {
				out = append(out, Setting{f.Name, v})
			}
			return
		}
		out = append(out, Setting{f.Name, f.Value.String()})
	})
	return out
}

// A choice is a setting and who made it.
type choice struct {
	Setting
	sidecar *Sidecar // the file that says so; nil for a person
}

// wrong says which setting, and of whom, is the matter.
func (c choice) wrong(err error) error {
	if c.sidecar != nil {
		return fmt.Errorf("%s: %s = %q: %w", c.sidecar.place(c.Setting), c.Name, c.Value, err)
	}
	return SettingError{c.Setting, err}
}

// A SettingError is what is wrong with a setting that a person has made.
type SettingError struct {
	Setting
	Err error
}

func (e SettingError) Error() string { return fmt.Sprintf("--%s %s: %v", e.Name, e.Value, e.Err) }
func (e SettingError) Unwrap() error { return e.Err }

// WrongSettings tells, of a request whose settings do not all serve, which do not; each
// is looked at by itself.
func (r Request) WrongSettings() []SettingError {
	r.Formats = Formats // each of them loads the files of its settings
	if r.Check() == nil {
		return nil
	}
	var out []SettingError
	for _, s := range r.Settings {
		one := Request{Files: []File{{}}, Settings: []Setting{s}, Open: r.Open, Formats: Formats}
		var wrong SettingError
		if errors.As(one.Check(), &wrong) {
			out = append(out, wrong)
		}
	}
	return out
}

// choices are the settings of a request in the order in which they count: those of
// the sidecar that the person does not overrule, then the person's.
func (r *Request) choices() ([]choice, error) {
	sidecar := &r.Files[0].Sidecar
	beside, err := sidecar.settings()
	if err != nil {
		return nil, err
	}
	var out []choice
	for _, s := range beside {
		if s.Name == "set" || !slices.ContainsFunc(r.Settings, func(p Setting) bool { return p.Name == s.Name || opposite(p.Name, s.Name) }) {
			out = append(out, choice{s, sidecar})
		}
	}
	for _, s := range r.Settings {
		out = append(out, choice{s, nil})
	}
	return out, nil
}

// opposite reports whether one of two settings takes back the other, as no-cover
// does cover, and no-fonts font.
func opposite(a, b string) bool {
	return a == "no-"+b || b == "no-"+a || a == "no-"+b+"s" || b == "no-"+a+"s"
}

// set applies the choices that fs knows, and marks them in known. With files, the
// settings that name files read them: a person's through the request, a sidecar's
// from beside the story.
func (r *Request) set(fs *pflag.FlagSet, choices []choice, known map[string]bool, files bool) error {
	for _, c := range choices {
		if fs.Lookup(c.Name) == nil {
			continue
		}
		known[c.Name] = true
		if err := fs.Set(c.Name, c.Value); err != nil {
			return c.wrong(cause(err))
		}
	}
	if !files {
		return nil
	}
	loaded := map[string]bool{}
	for _, c := range choices {
		f := fs.Lookup(c.Name)
		if f == nil || loaded[c.Name] {
			continue
		}
		loaded[c.Name] = true
		if v, ok := f.Value.(writer.FileSetting); ok {
			open := r.Open
			if c.sidecar != nil {
				open = c.sidecar.Open
			}
			if open == nil {
				open = noFile
			}
			if err := v.Load(open); err != nil {
				return c.wrong(err)
			}
		}
	}
	return nil
}

// settle gives the floors and the writers of a request its settings.
func (r *Request) settle() (o reading, writers []writer.Writer, choices []choice, err error) {
	if choices, err = r.choices(); err != nil {
		return o, nil, nil, err
	}
	known := map[string]bool{}
	fs := pflag.NewFlagSet("story", pflag.ContinueOnError)
	o.flags(fs)
	if err := r.set(fs, choices, known, true); err != nil {
		return o, nil, nil, err
	}
	for _, f := range r.Formats {
		w := f.New()
		fs := pflag.NewFlagSet(f.Name, pflag.ContinueOnError)
		w.Flags(fs)
		if err := r.set(fs, choices, known, true); err != nil {
			return o, nil, nil, err
		}
		writers = append(writers, w)
	}
	return o, writers, choices, r.checkOthers(choices, known)
}

// Check says what is wrong with a request's settings, as Story would, and reads no
// story. Without files it is about the person's settings alone.
func (r Request) Check() error {
	if len(r.Files) == 0 {
		r.Files = []File{{}}
	}
	_, _, _, err := r.settle()
	return err
}

// noFile opens nothing: whoever asked for the book has no files to give.
func noFile(name string) ([]byte, error) {
	return nil, fmt.Errorf("%s: no file can be named here", name)
}

// cause is what a setting's value said, without the frame that pflag puts around it.
func cause(err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return invalid.Unwrap()
	}
	return err
}

// checkOthers looks at the choices that no format asked for knows: one sidecar
// serves every format, so they must be settings of another, and their values right.
func (r *Request) checkOthers(choices []choice, known map[string]bool) error {
	for _, f := range Formats {
		if slices.ContainsFunc(r.Formats, func(g writer.Format) bool { return g.Name == f.Name }) {
			continue
		}
		if err := r.set(FormatFlags(f), choices, known, false); err != nil {
			return err
		}
	}
	for _, c := range choices {
		if known[c.Name] {
			continue
		}
		err := fmt.Errorf("there is no setting called %q%s", c.Name, meant(c.Name))
		if c.sidecar != nil {
			err = fmt.Errorf("%s: %w", c.sidecar.place(c.Setting), err)
		}
		return err
	}
	return nil
}

// meant names the setting that a misspelt name is nearest to, if it is near.
func meant(name string) string {
	all := pflag.NewFlagSet("all", pflag.ContinueOnError)
	StoryFlags(all)
	for _, f := range Formats {
		all.AddFlagSet(FormatFlags(f))
	}
	var names []string
	all.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) }) // in their order
	best := Nearest(name, names)
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}
