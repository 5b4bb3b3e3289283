package decode

// encodingName is the value of the setting: a name that is no encoding's is refused
// when the setting is made, not story by story.
type encodingName string

func (e *encodingName) String() string { return string(*e) }
func (e *encodingName) Type() string   { return "encoding" }

func (e *encodingName) Set(name string) error {
	if name != "" {
		if _, err := named(name); err != nil {
			return err
		}
	}
	*e = encodingName(name)
	return nil
}
