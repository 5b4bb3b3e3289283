package cover

// The emblem stands in the upper half of the cover.
const (
	emblemX, emblemY = Width / 2, 590
	radius           = 322
)

// emblems are the shapes that the initial is cut out of.
var emblems = []func() shape{disc, ring, diamond, arch, octagon, rosette, sun, shield, window, star, quatrefoil, waves}

// at is the point that many degrees from the right, clockwise, at a distance in
// thousandths of the emblem's radius.
func at(degrees int, thousandths int64) point {
	r := int64(radius) * unit * thousandths / 1000
	return point{emblemX*unit + int32(r*cos(degrees)/65536), emblemY*unit + int32(r*sin(degrees)/65536)}
}

// around is a contour with a point every few degrees.
func around(step int, distance func(degrees int) int64) []point {
	var c []point
	for d := 0; d < 360; d += step {
		c = append(c, at(d, distance(d)))
	}
	return c
}

func circle(thousandths int64) []point {
	return around(2, func(int) int64 { return thousandths })
}

// turned is the contour the other way round: a hole.
func turned(c []point) []point {
	out := make([]point, len(c))
	for i, p := range c {
		out[len(c)-1-i] = p
	}
	return out
}

// offset is a contour given in thousandths of the radius from the centre.
func offset(points ...[2]int64) []point {
	out := make([]point, len(points))
	for i, p := range points {
		out[i] = point{emblemX*unit + int32(p[0]*radius*unit/1000), emblemY*unit + int32(p[1]*radius*unit/1000)}
	}
	return out
}

func disc() shape { return shape{circle(1000)} }

func ring() shape { return shape{circle(1000), turned(circle(960)), circle(890)} }

func diamond() shape {
	lozenge := func(r int64) []point { return offset([2]int64{0, -r}, [2]int64{r, 0}, [2]int64{0, r}, [2]int64{-r, 0}) }
	return shape{lozenge(1130), turned(lozenge(1090)), lozenge(1020)}
}

func octagon() shape {
	side := func(r int64) []point {
		a, b := r*9239/10000, r*3827/10000 // cosine and sine of 22.5 degrees
		return offset([2]int64{a, -b}, [2]int64{a, b}, [2]int64{b, a}, [2]int64{-b, a}, [2]int64{-a, b}, [2]int64{-a, -b}, [2]int64{-b, -a}, [2]int64{b, -a})
	}
	return shape{side(1060), turned(side(1015)), side(950)}
}

func rosette() shape {
	const petals = 12
	return shape{around(1, func(d int) int64 {
		s := sin(d * petals / 2)
		return 900 + max(s, -s)*120/65536
	}), turned(circle(850)), circle(810)}
}

func sun() shape {
	s := shape{circle(780)}
	for d := 0; d < 360; d += 15 {
		s = append(s, []point{at(d-5, 840), at(d, 1050), at(d+5, 840)})
	}
	return s
}

func star() shape {
	var outer []point
	for d := 0; d < 360; d += 15 {
		r := int64(1080)
		if d%30 == 15 {
			r = 850
		}
		outer = append(outer, at(d, r))
	}
	return shape{outer}
}

func quatrefoil() shape {
	// Four circles around the centre, as one outline: the farthest of their edges.
	const away, size = 430, 570
	return shape{around(1, func(d int) int64 {
		near := ((d+45)%90+90)%90 - 45 // degrees from the nearest circle's centre
		a := int64(away) * cos(near) / 65536
		b := int64(away) * sin(near) / 65536
		return a + root(size*size-b*b)
	})}
}

// root is the whole part of the square root.
func root(n int64) int64 {
	r := int64(0)
	for step := int64(1) << 20; step > 0; step >>= 1 {
		if (r+step)*(r+step) <= n {
			r += step
		}
	}
	return r
}

// vault is the outline of a round arch of a width, from the springing line down to the foot.
func vault(half, spring, foot int64) []point {
	var c []point
	for d := 180; d <= 360; d += 2 {
		c = append(c, point{emblemX*unit + int32(half*radius*unit/1000*cos(d)/65536), emblemY*unit + int32((spring*radius*unit+half*radius*unit*sin(d)/65536)/1000)})
	}
	return append(c, offset([2]int64{half, foot}, [2]int64{-half, foot})...)
}

func arch() shape {
	return shape{vault(820, -200, 1020), turned(vault(780, -200, 980)), vault(720, -200, 920)}
}

func window() shape {
	box := func(x, y int64) []point {
		return offset([2]int64{-x, -y}, [2]int64{x, -y}, [2]int64{x, y}, [2]int64{-x, y})
	}
	return shape{box(860, 1020), turned(box(820, 980)), box(760, 920)}
}

func shield() shape {
	crest := func(w, top, foot int64) []point {
		c := offset([2]int64{-w, -top}, [2]int64{w, -top})
		for d := 0; d <= 90; d += 3 { // from the side to the foot
			c = append(c, offset([2]int64{w * cos(d) / 65536, foot * sin(d) / 65536})...)
		}
		for d := 90; d <= 180; d += 3 {
			c = append(c, offset([2]int64{w * cos(d) / 65536, foot * sin(d) / 65536})...)
		}
		return c
	}
	return shape{crest(860, 920, 1060), turned(crest(820, 880, 1015)), crest(760, 820, 950)}
}

// waves is a disc that rises from three lines of water.
func waves() shape {
	s := shape{circle(800)}
	for _, y := range []int64{900, 980, 1060} {
		var top, foot []point
		for x := int64(-800); x <= 800; x += 20 {
			rise := sin(int(x*360/400)) * 26 / 65536
			top = append(top, offset([2]int64{x, y + rise - 16})...)
			foot = append(foot, offset([2]int64{x, y + rise + 16})...)
		}
		s = append(s, append(top, turned(foot)...))
	}
	return s
}
