package book

import (
	"iter"
	"strings"
)

// Blocks yields every block in reading order, a quote, letter or note before the
// blocks inside it.
func Blocks(bs []Block) iter.Seq[Block] {
	return func(yield func(Block) bool) { walkBlocks(bs, yield) }
}

func walkBlocks(bs []Block, yield func(Block) bool) bool {
	for _, b := range bs {
		if !yield(b) {
			return false
		}
		var inside []Block
		switch b := b.(type) {
		case *Quote:
			inside = b.Blocks
		case *Letter:
			inside = b.Blocks
		case *Note:
			inside = b.Blocks
		}
		if !walkBlocks(inside, yield) {
			return false
		}
	}
	return true
}

// EachLine calls f with each run of inlines that the block holds itself, in
// reading order, without those of the blocks inside it.
func EachLine(b Block, f func([]Inline)) {
	lines := func(ls []Line) {
		for _, l := range ls {
			f(l)
		}
	}
	switch b := b.(type) {
	case *Paragraph:
		f(b.Inlines)
	case *Subheading:
		f(b.Inlines)
	case *Verse:
		for _, st := range b.Stanzas {
			for _, l := range st {
				f(l.Inlines)
			}
		}
	case *Quote:
		f(b.Source)
	case *Letter:
		lines(b.Opening)
		lines(b.Closing)
	case *Log:
		for _, e := range b.Entries {
			f(e.Speaker)
			f(e.Inlines)
		}
	case *Inscription:
		lines(b.Lines)
	case *Figure:
		f(b.Caption)
	case *Byline:
		f(b.Inlines)
	}
}

// Pieces calls f with each stretch of text that the block prints, in reading
// order: one call a line where the block keeps its lines.
func Pieces(b Block, f func(text string)) {
	lines := func(ls []Line) {
		for _, l := range ls {
			f(Plain(l))
		}
	}
	blocks := func(bs []Block) {
		for _, b := range bs {
			Pieces(b, f)
		}
	}
	switch b := b.(type) {
	case *Paragraph:
		f(Plain(b.Inlines))
	case *Subheading:
		f(Plain(b.Inlines))
	case *SceneBreak:
	case *Verse:
		for _, st := range b.Stanzas {
			for _, l := range st {
				f(Plain(l.Inlines))
			}
		}
	case *Quote:
		blocks(b.Blocks)
		if len(b.Source) > 0 {
			f(Plain(b.Source))
		}
	case *Letter:
		lines(b.Opening)
		blocks(b.Blocks)
		lines(b.Closing)
	case *Log:
		for _, e := range b.Entries {
			f(strings.TrimSpace(Plain(e.Speaker) + " " + Plain(e.Inlines)))
		}
	case *Inscription:
		lines(b.Lines)
	case *Figure:
		f(Plain(b.Caption))
	case *Preformatted:
		for _, l := range b.Lines {
			f(l)
		}
	case *Note:
		f(b.Mark)
		blocks(b.Blocks)
	case *Byline:
		f(Plain(b.Inlines))
	case *FieldList:
		for _, fl := range b.Fields {
			f(fl.Label)
			f(fl.Value)
		}
	case *ContentsList:
	}
}

// SectionPieces calls f with each stretch of text that the section prints
// itself, without the sections inside it: label, title, subtitle, then blocks.
func SectionPieces(s *Section, f func(text string)) {
	if s.Label != "" {
		f(s.Label)
	}
	if len(s.Title) > 0 {
		f(Plain(s.Title))
	}
	if len(s.Subtitle) > 0 {
		f(Plain(s.Subtitle))
	}
	for _, b := range s.Blocks {
		Pieces(b, f)
	}
}

// Drawn is the digest of what a section prints itself (see [SectionPieces]).
// A scene break's mark and a list of contents do not count: writers choose
// their own ornament, and may leave the contents out.
func Drawn(s *Section) Digest {
	var d Digest
	SectionPieces(s, d.Add)
	return d
}
