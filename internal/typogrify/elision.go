package typogrify

// elided are the words that lose their first letters so often that the quote
// before them is nearly always an apostrophe; no quotation begins with them as
// they stand.
var elided = set("em tis tisn twas twasn twere tweren twill twould twouldn twouldst twon twixt tain taint scuse cuse n nuff nother nuther neath gainst mongst tween " +
	"cuz cos coz til im ave ello elp ead eart ouse orse orses ow undred arry enry erbert arold ospital otel igh appen appened appy ard eaven " +
	"s d ll re ve m t sall sokay kay spose spect fraid fter nless cept pon zat fess struth strewth sblood sdeath swounds snuff burbs cello " +
	"tude shrooms taters tater gator lectric magine merica murica frisco nam varsity bacco baccy nough bove tec cept stead ere im erself imself isself " +
	"e er ad ee arf roun ceptin spectin siderin cordin mazin stonishin clar clare cep scusin quirin scuses scused quire quired joyed")

// mayElide are words that stand for longer ones behind an apostrophe, and for
// themselves in quotation marks: they are quoted when something closes them.
var mayElide = set("cause case bout round till course way long cross less fore phone bus plane flu fridge possum coon hood rents sup nite night morning evening " +
	"bye lo board change droid roid specially member ole alf ang ope ear eel old un ud ow ooh fain most count tention ternoon noon spite prentice gin mid midst hind sprised sprise spected lowed bleeged gree sides stid lmost ready live pears " +
	"steada larum stinct spute pinion pears fended vise shamed sleep quaintance riginal zackly postle cept pology ficer")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for from := 0; from < len(words); {
		to := from
		for to < len(words) && words[to] != ' ' {
			to++
		}
		m[words[from:to]] = true
		from = to + 1
	}
	return m
}

// wordAt is the word of letters at byte i in small letters; "" when it is longer
// than any of the lists, or not ASCII.
func wordAt(s string, i int) string {
	var b [10]byte
	n := 0
	for ; i < len(s) && n < len(b); i++ {
		c := s[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		b[n] = c
		n++
	}
	if n == len(b) || i < len(s) && s[i] >= 0x80 && isWord([]rune(s[i:min(len(s), i+4)])[0]) {
		return ""
	}
	return string(b[:n])
}

// elidedAt reports whether what follows an apostrophe at byte i is sure to be a
// shortened word or year: 'em, 'Tis, '95, '90s.
func elidedAt(s string, i int) bool {
	if i+1 < len(s) && isDigit(s[i]) && isDigit(s[i+1]) {
		if i+2 == len(s) || s[i+2] == 's' && (i+3 == len(s) || !isWord(rune(s[i+3]))) {
			return true
		}
		return !isWord(rune(s[i+2])) && s[i+2] != ':' && s[i+2] != '%'
	}
	w := wordAt(s, i)
	if n := i + len(w); len(w) == 1 && n+1 < len(s) && s[n] == '.' && isWord(rune(s[n+1])) { // 'T.H.'
		return false
	}
	return w != "" && elided[w]
}

// cutShort are words that lose their last letters: the quote behind them need
// not close anything.
var cutShort = set("o an th wi ol lil t d po mo fo ha gi wit jus ev tha bo ther se las mos ole yo lo wid doan doin kin han ain outta hon mus bes firs nex eas roun groun foun clar cep")

// endsInIn are words with that ending of their own: no g is left out. All words in -ain
// are among them.
var endsInIn = set("within begin cabin robin coffin ruin virgin latin margin basin cousin thin skin chin spin twin grin shin origin violin goblin satin resin raisin muffin berlin dublin martin colin kevin edwin darwin stalin lenin napkin vein rein")

// mayBeCut reports whether the single quote of bytes [i, end), behind a word, may be an
// apostrophe: of a plural (the boys' coats), of a word cut short (goin' home).
func mayBeCut(s string, i, end int) bool {
	from := i
	for from > 0 && i-from < 24 {
		if c := s[from-1] | 0x20; c < 'a' || c > 'z' {
			break
		}
		from--
	}
	w := s[from:i]
	if w == "" {
		return false
	}
	if (w == "n" || w == "N") && from > 0 && s[from-1] == '\'' { // rock 'n' roll
		return true
	}
	if len(w) > 3 && (w[len(w)-2:] == "in" || w[len(w)-2:] == "IN") && w[len(w)-3]|0x20 != 'a' && !(len(w) < 8 && endsInIn[lower(w)]) {
		return true
	}
	if len(w) < 8 && cutShort[lower(w)] {
		return true
	}
	switch w[len(w)-1] {
	case 's', 'S', 'z', 'x':
		// The owned thing follows: a blank and a word.
		return end+1 < len(s) && s[end] == ' ' && isWord(rune(s[end+1]))
	}
	return false
}

func lower(s string) string {
	var b [8]byte
	for i := 0; i < len(s); i++ {
		b[i] = s[i] | 0x20
	}
	return string(b[:len(s)])
}
