package says

import "testing"

func TestDateLine(t *testing.T) {
	for s, want := range map[string]bool{
		"FEB 1999": true, "(1857)": true, "March 3, 1999": true, "12/4/98": true, "May 3rd": true, "Monday, 3 May 1915": true,
		"3. März 1999": true, "le 1er mai 1915": true, "3 de mayo de 1999": true, "12 января 1999 г.": true, "3 травня 1999 р.": true, "1. listopadu 1938": true, "3 Mayıs 1999": true,
		"3 Μαΐου 1999": true, "3 مايو 1999": true, "३ मई": false, "3 मई 1999": true, "3 พฤษภาคม 1999": true, "2004年3月5日": true, "2004년 3월 5일": true, "2004年": true, "12 mai 2004": true, "ĐÀ LẠT": false,
		"Mars 2": false, "Mars 1999": true, "2004년 겨울의 편지": false, "3 sisters": false, "May": false, "Mai": false, "1999 2001": false, "3 april": true, "the 3rd of May": true,
	} {
		if got := IsDateLine(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestIsEra(t *testing.T) {
	for _, s := range []string{"A. D. 484", "B.C. 407", "(407 B. C.)", "612 AD", "A.D. 1103."} {
		if !IsEra(s) {
			t.Errorf("%q is taken for no year", s)
		}
	}
	for _, s := range []string{"", "AD", "1103", "Adam 12", "The year 484", "A. D. 484, in spring", "Abc 7"} {
		if IsEra(s) {
			t.Errorf("%q is taken for a year", s)
		}
	}
}
