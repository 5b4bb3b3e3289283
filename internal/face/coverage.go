package face

import (
	"reflect"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// mendCoverage works around a fault of go-text v0.3.5: what it keeps to tell quickly which
// glyphs a lookup may concern (setDigest.addRange) leaves out the ranges behind a long one, so
// the lookup passes over their glyphs: Arabic letters stay unjoined. Coverage as a list of
// glyphs (OpenType 1.9, "Coverage Format 1") has no ranges. Lookups of Latin letters do
// without: what they lose is seldom, and their lines have been looked at as they are.
func (f *Face) mendCoverage() {
	complex := false
	for _, r := range "ابनকกא" {
		complex = complex || f.Covers(r)
	}
	if !complex {
		return
	}
	for _, l := range f.font.GSUB.Lookups {
		for i, s := range l.Subtables {
			if to, ok := listed(s); ok {
				l.Subtables[i] = to.(tables.GSUBLookup)
			}
		}
	}
	for _, l := range f.font.GPOS.Lookups {
		for i, s := range l.Subtables {
			if to, ok := listed(s); ok {
				l.Subtables[i] = to.(tables.GPOSLookup)
			}
		}
	}
}

// listed is a copy of a subtable whose coverage is a list; false if it is short or one already.
func listed(subtable interface{ Cov() tables.Coverage }) (any, bool) {
	from, ok := subtable.Cov().(tables.Coverage2)
	if !ok || from.Len() < 32 {
		return nil, false
	}
	to := tables.Coverage1{}
	for _, r := range from.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			to.Glyphs = append(to.Glyphs, tables.GlyphID(g))
		}
	}
	if len(to.Glyphs) != from.Len() { // a broken table: its ranges overlap
		return nil, false
	}
	copied := reflect.New(reflect.TypeOf(subtable)).Elem()
	copied.Set(reflect.ValueOf(subtable))
	if !setCoverage(copied, reflect.ValueOf(tables.Coverage(to))) {
		return nil, false
	}
	return copied.Interface(), true
}

// setCoverage puts a coverage in the place of the one that a subtable begins with.
func setCoverage(v, coverage reflect.Value) bool {
	if f := v.FieldByName("Coverage"); f.IsValid() && f.CanSet() {
		f.Set(coverage)
		return true
	}
	if f := v.FieldByName("Data"); f.IsValid() && f.CanSet() && f.Kind() == reflect.Interface && f.Elem().Kind() == reflect.Struct {
		inner := reflect.New(f.Elem().Type()).Elem()
		inner.Set(f.Elem())
		if setCoverage(inner, coverage) {
			f.Set(inner)
			return true
		}
	}
	return false
}
