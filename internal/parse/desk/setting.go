package desk

import (
	"errors"
	"strings"

	"storybind/internal/parse/char"
)

// A spokenLanguage is the value of --language: a tag, or a language's name.
type spokenLanguage string

func (l *spokenLanguage) String() string { return string(*l) }

func (l *spokenLanguage) Type() string { return "tag" }

func (l *spokenLanguage) Set(said string) error {
	if said != "" && TagGiven(said) == "" {
		return errors.New("no language is known by that; give a tag (BCP 47) such as en, en-GB, de or pt-BR")
	}
	*l = spokenLanguage(said)
	return nil
}

// A seriesPlace is the value of --series-index: whole numbers parted by full stops,
// as library programs sort by.
type seriesPlace string

func (p *seriesPlace) String() string { return string(*p) }

func (p *seriesPlace) Type() string { return "number" }

func (p *seriesPlace) Set(place string) error {
	whole, part, point := strings.Cut(place, ".")
	if place != "" && (!char.IsDigits(whole) || point && !char.IsDigits(part)) {
		return errors.New("that is no place in a series; give a number such as 2 or 2.5")
	}
	*p = seriesPlace(place)
	return nil
}
