package pdf

import (
	"strings"

	"storybind/internal/book"
)

// printed reports whether the file is PDF/X-4 (ISO 15930-7): pages for a printer, in
// black alone. What that asks beyond PDF/A is in this file and in finish.go: the trim
// box on each page, no links, an output intent with a printer's profile, a header and
// metadata of its own. Sheets of a booklet are for a printer at home.
func (p *plan) printed() bool { return p.doc.Trimmed && !p.doc.Sheets && len(p.images) == 0 }

// condition is what the pages are made for: no printing condition of a register, because
// black type alone is the same on every press.
const condition = "Grey gamma 2.2"

// outputIntents writes the array of intents (14.11.5): PDF/A's, and PDF/X's with the same
// profile.
func outputIntents(s *syntax, profile ref, print bool) {
	s.raw("[")
	if print {
		s.raw("<</DestOutputProfile ").ref(profile)
		s.raw("/Info(Black ink alone; grey with a gamma of 2.2)/OutputCondition(Black ink alone)")
		s.raw("/OutputConditionIdentifier(", condition, ")/S/GTS_PDFX/Type/OutputIntent>>")
	}
	s.raw("<</DestOutputProfile ").ref(profile)
	s.raw("/OutputConditionIdentifier(", condition, ")/S/GTS_PDFA1/Type/OutputIntent>>]")
}

// printMetadata is what XMP says about a file for a printer (ISO 15930-7, 6.9): which
// standard it keeps, that nothing is trapped, and which document it is.
func printMetadata(m *book.Metadata) string {
	id := strings.TrimPrefix(m.Identifier, "urn:")
	if id == "" {
		id = creator
	}
	return "<pdf:Trapped>False</pdf:Trapped>\n<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n" +
		"<xmpMM:DocumentID>" + escape(id) + "</xmpMM:DocumentID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n<xmpMM:VersionID>1</xmpMM:VersionID>\n"
}
