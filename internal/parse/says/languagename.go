package says

import "strings"

// languageNames maps names of languages, as headers give them, to BCP 47.
var languageNames = map[string]string{"english": "en", "french": "fr", "français": "fr", "german": "de", "deutsch": "de", "spanish": "es", "español": "es", "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it",
	"dutch": "nl", "nederlands": "nl", "russian": "ru", "русский": "ru", "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja", "finnish": "fi", "suomi": "fi", "swedish": "sv", "svenska": "sv", "danish": "da", "dansk": "da", "norwegian": "no", "norsk": "no",
	"polish": "pl", "polski": "pl", "czech": "cs", "čeština": "cs", "greek": "el", "ελληνικά": "el", "latin": "la", "hungarian": "hu", "magyar": "hu", "catalan": "ca", "català": "ca", "esperanto": "eo", "tagalog": "tl", "welsh": "cy", "korean": "ko", "한국어": "ko", "hebrew": "he", "עברית": "he", "arabic": "ar", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "українська": "uk", "vietnamese": "vi", "indonesian": "id", "romanian": "ro", "bulgarian": "bg", "icelandic": "is", "irish": "ga", "scots": "sco",
	"british english": "en-GB", "american english": "en-US", "brazilian portuguese": "pt-BR", "português brasileiro": "pt-BR"}

// LanguageTag is the BCP 47 tag for a language as a header names it; "" when it is not known.
func LanguageTag(s string) string {
	s = strings.ToLower(strings.Trim(s, " ."))
	if i := strings.IndexAny(s, ",;/("); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	return languageNames[s]
}
