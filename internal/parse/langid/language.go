package langid

// Bibliographic are the codes of ISO 639-2/B, which catalogues use, that differ
// from those that BCP 47 knows.
var Bibliographic = map[string]string{"fre": "fr", "ger": "de", "dut": "nl", "chi": "zh", "cze": "cs", "gre": "el", "rum": "ro", "slo": "sk", "wel": "cy", "ice": "is", "per": "fa", "baq": "eu", "arm": "hy", "geo": "ka", "mac": "mk", "alb": "sq", "may": "ms", "bur": "my"}
