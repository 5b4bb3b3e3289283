package decode

import (
	"bytes"
	"fmt"
)

// An otherFile is a kind of file that people give in place of plain text, and
// what they can do about it. It is known by its first bytes.
type otherFile struct {
	magic  string
	at     int    // where the magic stands
	binary bool   // the magic could begin a story, so a NUL must follow nearby
	what   string // "a PDF file"
	advice string
}

const (
	saveAsText = "open it in a word processor and save it as plain text (.txt)"
	noStory    = "give the story as plain text (.txt)"
	unpack     = "unpack it first"
)

// The order matters: the more particular stands before the more general.
var otherFiles = []otherFile{
	{"mimetypeapplication/epub+zip", 30, false, "an EPUB book already", "give the story as plain text (.txt)"},
	{"PK\x03\x04", 0, false, "a zip archive, or a document of a word processor (.docx, .odt)", "unpack it, or " + saveAsText},
	{"PK\x05\x06", 0, false, "an empty zip archive", unpack},
	{"%PDF-", 0, false, "a PDF file", "copy its text into a plain text file, or use pdftotext"},
	{"%!PS", 0, false, "a PostScript file", "use ps2ascii or pdftotext to take its text out"},
	{"{\\rtf", 0, false, "an RTF document", saveAsText},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, false, "an old Word document (.doc)", saveAsText},
	{"\xDB\xA5-\x00", 0, false, "an old Word document (.doc)", saveAsText},
	{"\xFFWPC", 0, false, "a WordPerfect document", saveAsText},
	{"ITOLITLS", 0, false, "a Microsoft Reader book (.lit)", noStory},
	{"BOOKMOBI", 60, false, "a Kindle book (.mobi, .azw)", noStory},
	{"TEXtREAd", 60, false, "a Palm book (.pdb)", noStory},
	{"\x89PNG\r\n", 0, false, "a picture (PNG)", noStory},
	{"\xFF\xD8\xFF", 0, false, "a picture (JPEG)", noStory},
	{"GIF87a", 0, false, "a picture (GIF)", noStory},
	{"GIF89a", 0, false, "a picture (GIF)", noStory},
	{"WEBP", 8, true, "a picture (WebP)", noStory},
	{"BM", 0, true, "a picture (BMP)", noStory},
	{"II*\x00", 0, false, "a picture (TIFF)", noStory},
	{"MM\x00*", 0, false, "a picture (TIFF)", noStory},
	{"ftyp", 4, true, "a film or picture (MP4, HEIC)", noStory},
	{"RIFF", 0, true, "a sound or film file", noStory},
	{"OggS\x00", 0, false, "a sound file (Ogg)", noStory},
	{"ID3", 0, true, "a sound file (MP3)", noStory},
	{"\x1F\x8B\x08", 0, false, "a gzip archive", unpack},
	{"BZh91AY&SY", 0, false, "a bzip2 archive", unpack},
	{"\xFD7zXZ\x00", 0, false, "an xz archive", unpack},
	{"7z\xBC\xAF\x27\x1C", 0, false, "a 7z archive", unpack},
	{"Rar!\x1A\x07", 0, false, "a RAR archive", unpack},
	{"\x28\xB5\x2F\xFD", 0, false, "a zstd archive", unpack},
	{"ustar", 257, true, "a tar archive", unpack},
	{"\x7FELF", 0, false, "a program", noStory},
	{"MZ", 0, true, "a program", noStory},
	{"\xCF\xFA\xED\xFE", 0, false, "a program", noStory},
	{"\xCA\xFE\xBA\xBE\x00", 0, false, "a program", noStory},
	{"\x00asm", 0, false, "a program", noStory},
	{"SQLite format 3\x00", 0, false, "a database", noStory},
}

// isOther is an error that names the kind of file when data are no plain text.
func isOther(data []byte) error {
	for _, f := range otherFiles {
		if len(data) < f.at || !bytes.HasPrefix(data[f.at:], []byte(f.magic)) {
			continue
		}
		if f.binary && bytes.IndexByte(data[:min(len(data), 512)], 0) < 0 {
			continue
		}
		return fmt.Errorf("this is %s, not plain text: %s", f.what, f.advice)
	}
	return isPage(data)
}

// isPage is an error when data are a page of markup: the whole file is tags, not
// a text with leftovers.
func isPage(data []byte) error {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte(utf8Mark)), " \t\r\n")
	if len(head) == 0 || head[0] != '<' {
		return nil
	}
	head = bytes.ToLower(head[:min(len(head), 2000)])
	begins := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	holds := func(s string) bool { return bytes.Contains(head, []byte(s)) }
	const save = "open it in a browser and save it, or copy its text, as plain text (.txt)"
	switch {
	case begins("<?xml") && holds("<fictionbook"):
		return fmt.Errorf("this is a FictionBook (.fb2), not plain text: %s", noStory)
	case begins("<!doctype html"), begins("<html"), begins("<head>"), begins("<?xml") && holds("<html"), begins("<!--") && holds("<html"):
		return fmt.Errorf("this is a web page (HTML), not plain text: %s", save)
	case begins("<?xml"), begins("<!doctype"):
		return fmt.Errorf("this is an XML file, not plain text: %s", noStory)
	}
	return nil
}
