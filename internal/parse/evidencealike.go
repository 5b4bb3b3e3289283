package parse

import "slices"

// Units of one form, by three measures of likeness.

// An alike is the units of one form.
type alike struct {
	members           []int32
	runs, ones, close int   // members whose number is one more than that before; that are 1; that stand right below the one before
	median, low       int   // characters between two members
	sum, join         int   // of the members' chances; and of those of the passages right below them
	best, second      int32 // the members' two best chances
}

// findAlike gathers the units of one form, by three measures of likeness.
func (o *sight) findAlike() {
	for k := range o.groups {
		o.groups[k] = map[uint32]*alike{}
	}
	for i := range o.units {
		u := &o.units[i]
		for k, key := range [...]uint32{u.shape, u.coarse, u.rough} {
			a := o.groups[k][key]
			if a == nil {
				a = &alike{}
				o.groups[k][key] = a
			}
			a.members = append(a.members, int32(i))
		}
	}
	var away []int
	for k := range o.groups {
		for _, a := range o.groups[k] {
			away = away[:0]
			for j, m := range a.members {
				u := &o.units[m]
				if u.number == 1 && u.kind != noNumeral {
					a.ones++
				}
				if j == 0 {
					continue
				}
				v := &o.units[a.members[j-1]]
				if u.kind != noNumeral && u.number == v.number+1 {
					a.runs++
				}
				d := o.lines[u.line].Start - o.lines[v.line].Start
				if u.at-v.at <= 1 {
					a.close++
				}
				away = append(away, d)
			}
			if len(away) > 0 {
				slices.Sort(away)
				a.median, a.low = away[len(away)/2], away[len(away)/10]
			}
		}
	}
}
