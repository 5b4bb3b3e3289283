package parse

func (p *passage) isDrawing(a, b int) bool { return false }
func (p *passage) underlines(i int) bool   { return false }
