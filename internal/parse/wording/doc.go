// Package wording reads what the words of a heading say: a heading word and a number, an
// ordinal, a bare number, a name that heads by itself, in the languages of package lexicon.
// Where the line stands it does not know.
package wording
