package web

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/pflag"
)

// The floors below speak to people at a terminal. On the page the same words
// stand, but a flag is called by the name of its field.

var flagWord = regexp.MustCompile(`--([a-z][a-z0-9-]*)(=| )?`)

// patternWords are what the regular expressions' own errors say, in other words.
var patternWords = strings.NewReplacer("error parsing regexp: ", "the pattern cannot be read: ", " (the syntax is RE2's)", "")

// codeWord is what these errors quote.
var codeWord = regexp.MustCompile("`([^`]+)`")

// plainFlags writes "--series-index=2" as "“Series index”: 2".
func plainFlags(text string) string {
	text = codeWord.ReplaceAllString(patternWords.Replace(text), "“$1”")
	return flagWord.ReplaceAllStringFunc(text, func(m string) string {
		sub := flagWord.FindStringSubmatch(m)
		flag := allFlags().Lookup(sub[1])
		if flag == nil {
			return m
		}
		if sub[2] == "=" {
			return "“" + label(flag) + "”: "
		}
		return "“" + label(flag) + "”" + sub[2]
	})
}

// sentence makes a message of the floors below a sentence: a capital and a full stop.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(r)) + text[n:]
	if strings.ContainsRune(".!?…", lastRune(text)) {
		return text
	}
	return text + "."
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// humanName writes a name such as "series-index" as a label: "Series index".
func humanName(name string) string {
	return strings.TrimSuffix(sentence(strings.ReplaceAll(name, "-", " ")), ".")
}

// label is what a setting's field is called: a switch says what it does, any other
// setting has its name.
func label(flag *pflag.Flag) string {
	if w := wordings[flag.Name]; w.label != "" {
		return w.label
	}
	if flag.Value.Type() == "bool" {
		_, usage := pflag.UnquoteUsage(flag)
		usage, _, _ = strings.Cut(usage, "; --") // how to say no at a terminal
		return strings.TrimSuffix(sentence(usage), ".")
	}
	return humanName(flag.Name)
}

// help is what a setting's field says below its name.
func help(flag *pflag.Flag) string {
	if w := wordings[flag.Name]; w.help != "" {
		return w.help
	}
	if flag.Value.Type() == "bool" {
		return ""
	}
	_, usage := pflag.UnquoteUsage(flag)
	return sentence(strings.ReplaceAll(plainFlags(usage), "; repeat for several", "; one a line"))
}

// count says how many there are of something: "1 word", "34,012 words".
func count(n int, word string) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if n != 1 {
		word += "s"
	}
	return digits + " " + word
}
