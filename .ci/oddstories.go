//go:build ignore

// Oddstories writes stories that no one would write, into a folder: what a book must
// survive, each a text file of its own.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	text := "It was late, and _everyone_ had gone.\n\n"
	header := func(title, author, body string) string {
		return "Title: " + title + "\nAuthor: " + author + "\n\n\n" + body
	}
	var chapters strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&chapters, "Chapter %d\n\n%s\n", i+1, text)
	}
	var marks strings.Builder // every character but controls and line ends, unassigned ones too
	for r := rune(0xA1); r < 0x30000; r++ {
		if r >= 0xD800 && r < 0xE000 || r == 0x2028 || r == 0x2029 {
			continue
		}
		marks.WriteRune(r)
		if r%64 == 0 {
			marks.WriteString("\n\n")
		}
	}
	for name, story := range map[string]string{
		"metacharacters": header(`A & B <i>"C"</i> 'D' ]]> --`, `<x> & "y"`, "<p>&amp; ]]> <!-- a -- b --> <![CDATA[ x ]]> &nbsp; &#0; </body></html>\n\n"+text),
		"controls":       header("A\x01B\x0bC", "D\x7fE", "one\x00two\x1bthree\x08\u0085\ufffe\n\n"+text),
		"right-to-left":  header("שלום עולם", "مرحبا", "שלום \u202eabc\u202c עולם.\n\nمرحبا \u2067x\u2069 123.\n\n"+text),
		"unassigned":     header("\u0378\U000e0fff", "\ue000", marks.String()),
		"long-title":     header(strings.Repeat("A title of ten thousand characters ", 286), "Annie", text),
		"long-word":      header("Long", "Annie", strings.Repeat("w", 600_000)+"\n\n"+text),
		"chapters":       header("A thousand", "Annie", chapters.String()),
		"path":           header("../../../etc/passwd", "../../x", "Chapter ../../y\n\n"+text+"CHAPTER TWO\n\n"+text),
		"file-name &<ü>": text + text,
	} {
		if err := os.MkdirAll(os.Args[1], 0o777); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(os.Args[1], name+".txt"), []byte(story), 0o666); err != nil {
			log.Fatal(err)
		}
	}
}
