package face

import (
	"fmt"
	"strconv"
	"strings"
)

// cutNumber parts "FILE.ttc#2" into the file's name and the number of a font in it,
// from 1; 0 for none.
func cutNumber(name string) (file string, number int) {
	at := strings.LastIndexByte(name, '#')
	if at < 0 || !strings.HasSuffix(strings.ToLower(name[:at]), "tc") {
		return name, 0
	}
	n, err := strconv.Atoi(name[at+1:])
	if err != nil || n < 1 {
		return name, 0
	}
	return name[:at], n
}

// fromCollection is one font of a collection as a file of its own (OpenType 1.9,
// "Font Collections"); a file that is no collection is returned as it is. Without a
// number only a collection of one font will do: the error lists what there is.
func fromCollection(name string, number int, b []byte) ([]byte, error) {
	if len(b) < 16 || string(b[:4]) != "ttcf" {
		if number > 0 {
			return nil, fmt.Errorf("font %s is no collection of fonts; name it without #%d", name, number)
		}
		return b, nil
	}
	const most = 256 // no collection has more; a broken one may say so
	count := int(min(be.Uint32(b[8:]), most))
	font := func(i int) (Tables, error) {
		if len(b) < 16+4*i {
			return nil, fmt.Errorf("font %s is broken: its list of fonts is cut off", name)
		}
		at := be.Uint32(b[12+4*i:])
		if uint64(at)+12 > uint64(len(b)) {
			return nil, fmt.Errorf("font %s#%d is broken: it lies outside the file", name, i+1)
		}
		t, err := splitTablesAt(b, int(at))
		if err != nil {
			return nil, fmt.Errorf("font %s#%d is broken: %w", name, i+1, err)
		}
		return t, nil
	}
	if number == 0 && count == 1 {
		number = 1
	}
	if number < 1 || number > count {
		var there []string
		for i := range count {
			t, err := font(i)
			if err != nil {
				return nil, err
			}
			if title := nameRecord(t["name"], 4); title != "" && len(there) < 12 {
				there = append(there, fmt.Sprintf("#%d %s", i+1, title))
			}
		}
		return nil, fmt.Errorf("font %s is a collection of %d fonts; name one of them, as in %s#1: %s", name, count, name, strings.Join(there, ", "))
	}
	t, err := font(number - 1)
	if err != nil {
		return nil, err
	}
	if t["glyf"] == nil && (t["CFF "] != nil || t["CFF2"] != nil) {
		return nil, postScript(fmt.Sprintf("%s#%d", name, number))
	}
	return t.Write(), nil
}
