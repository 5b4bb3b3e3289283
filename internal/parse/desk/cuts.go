package desk

// Reasons for lines that the book leaves out.
const (
	RepeatedHeaderCut = "repeated header"
	ArchiveWordsCut   = "archive's own words"
	MailHeaderCut     = "mail header"
)
