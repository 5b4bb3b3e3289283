package parse

func (p *passage) cutList(a, b int) bool { return false }
