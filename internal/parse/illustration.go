package parse

func (p *passage) pictureEnd(i int) int { return 0 }
