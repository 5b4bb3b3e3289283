package parse

import "storybind/internal/book"

func speaker(s string) int { return 0 }

func (p *passage) cutSpeech(a, b int) bool { return false }

var _ = book.Log{}
