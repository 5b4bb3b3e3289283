package assets

import "embed"

// Web holds the page of the web form: templates, style and scripts.
//
//go:embed web
var Web embed.FS
