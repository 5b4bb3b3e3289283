package parse

import (
	"strings"
	"sync"
)

// A numberWord is what a written number says.
type numberWord struct {
	kind  numeralKind
	value int16
}

// numberWords are the numbers 1 to 199 (English), 1 to 100 (other languages; 1 to 20 in northern ones) as
// headings write them, in small letters, hyphens as spaces: cardinals, and
// ordinals in every gender and case that a heading takes. The table is built
// from each language's own rules once, when the first story asks.
var numberWords = sync.OnceValue(func() map[string]numberWord {
	m := make(map[string]numberWord, 4000)
	add := func(kind numeralKind, n int, phrases ...string) {
		for _, p := range phrases {
			if _, taken := m[p]; !taken {
				m[p] = numberWord{kind, int16(n)}
			}
		}
	}
	english(add)
	french(add)
	german(add)
	spanish(add)
	portuguese(add)
	italian(add)
	russian(add)
	northern(add)
	add(finalNumber, 0, "the last", "last", "the final", "dernier", "dernière", "letztes", "letzter", "letzte", "último", "última", "ultimo", "ultima",
		"последний", "последняя", "последнее")
	return m
})

type addNumber func(kind numeralKind, n int, phrases ...string)

func english(add addNumber) {
	ones := strings.Fields("_ one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("_ ten twenty thirty forty fifty sixty seventy eighty ninety")
	nth := strings.Fields("_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	tenth := strings.Fields("_ tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
	put := func(n int, c, o string) {
		add(cardinal, n, c, strings.ReplaceAll(c, " ", ""))
		add(ordinal, n, o, "the "+o)
	}
	for n := 1; n < 100; n++ {
		c, o := "", ""
		switch {
		case n < 20:
			c, o = ones[n], nth[n]
		case n%10 == 0:
			c, o = tens[n/10], tenth[n/10]
		default:
			c, o = tens[n/10]+" "+ones[n%10], tens[n/10]+" "+nth[n%10]
		}
		put(n, c, o)
		for _, hundred := range []string{"hundred", "one hundred", "a hundred"} {
			add(cardinal, 100+n, hundred+" "+c, hundred+" and "+c)
			add(ordinal, 100+n, hundred+" and "+o, "the "+hundred+" and "+o)
		}
	}
	add(cardinal, 100, "one hundred", "a hundred", "hundred")
	add(ordinal, 100, "hundredth", "the hundredth")
	add(ordinal, 1, "the one") // "Chapter the One"
	add(cardinal, 40, "fourty")
	add(cardinal, 0, "zero")
}

func french(add addNumber) {
	ones := strings.Fields("_ un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf")
	tens := strings.Fields("_ dix vingt trente quarante cinquante soixante soixante quatre_vingt quatre_vingt")
	for n := 1; n <= 100; n++ {
		var c string
		switch t, u := n/10, n%10; {
		case n == 100:
			c = "cent"
		case n < 20:
			c = ones[n]
		case t == 7 || t == 9:
			if n == 71 {
				c = "soixante et onze"
			} else {
				c = tens[t] + " " + ones[10+u]
			}
		case n == 80:
			c = "quatre vingts"
		case u == 0:
			c = tens[t]
		case u == 1 && t < 8:
			c = tens[t] + " et un"
		default:
			c = tens[t] + " " + ones[u]
		}
		c = strings.ReplaceAll(c, "_", " ")
		add(cardinal, n, c)
		o := strings.TrimSuffix(strings.TrimSuffix(c, "s"), "e")
		switch {
		case strings.HasSuffix(c, "cinq"):
			o += "u"
		case strings.HasSuffix(c, "neuf"):
			o = strings.TrimSuffix(o, "f") + "v"
		case strings.HasSuffix(c, "trois"):
			o = c
		}
		add(ordinal, n, o+"ième", o+"ieme")
	}
	add(cardinal, 1, "une")
	add(ordinal, 1, "premier", "première", "premiere")
	add(ordinal, 2, "second", "seconde")
}

func german(add addNumber) {
	ones := strings.Fields("_ ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
	tens := strings.Fields("_ zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert")
	for n := 1; n <= 100; n++ {
		var c string
		switch {
		case n < 20:
			c = ones[n]
		case n%10 == 0:
			c = tens[n/10]
		default:
			c = ones[n%10] + "und" + tens[n/10]
		}
		stem := c + "t"
		if n >= 20 {
			stem = c + "st"
		}
		switch n {
		case 1:
			stem = "erst"
		case 3:
			stem = "dritt"
		case 7:
			stem = "siebt"
		case 8:
			stem = "acht"
		}
		for _, spelling := range []func(string) string{func(s string) string { return s }, func(s string) string { return strings.ReplaceAll(s, "ß", "ss") }, func(s string) string { return strings.NewReplacer("ü", "ue", "ö", "oe").Replace(s) }} {
			add(cardinal, n, spelling(c))
			for _, end := range []string{"e", "er", "es", "en"} {
				add(ordinal, n, spelling(stem+end))
				if n == 7 {
					add(ordinal, n, "siebent"+end)
				}
			}
		}
	}
	add(cardinal, 1, "eins")
	add(ordinal, 2, "zweyter", "zweytes", "zweyte")
}

func spanish(add addNumber) {
	cards := strings.Fields("_ uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve")
	tens := strings.Fields("_ diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien")
	units := strings.Fields("_ primer segund tercer cuart quint sext séptim octav noven")
	decades := strings.Fields("_ décim vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim centésim")
	for n := 1; n <= 100; n++ {
		switch {
		case n < 30:
			add(cardinal, n, cards[n], unaccent(cards[n]))
		case n%10 == 0:
			add(cardinal, n, tens[n/10])
		default:
			add(cardinal, n, tens[n/10]+" y "+cards[n%10])
		}
	}
	latinOrdinals(add, units, decades)
	add(ordinal, 1, "primer")
	add(ordinal, 3, "tercer")
	add(ordinal, 9, "nono", "nona")
	for _, end := range []string{"o", "a"} {
		add(ordinal, 11, "undécim"+end, "undecim"+end)
		add(ordinal, 12, "duodécim"+end, "duodecim"+end)
		for n := 3; n <= 9; n++ {
			add(ordinal, 10+n, "decimo"+units[n]+end, "decimo"+unaccent(units[n])+end)
		}
	}
}

func portuguese(add addNumber) {
	cards := strings.Fields("_ um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove")
	tens := strings.Fields("_ dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem")
	for n := 1; n <= 100; n++ {
		switch {
		case n < 20:
			add(cardinal, n, cards[n], unaccent(cards[n]))
		case n%10 == 0:
			add(cardinal, n, tens[n/10])
		default:
			add(cardinal, n, tens[n/10]+" e "+cards[n%10])
		}
	}
	add(cardinal, 16, "dezasseis")
	add(cardinal, 17, "dezassete")
	add(cardinal, 19, "dezanove")
	latinOrdinals(add,
		strings.Fields("_ primeir segund terceir quart quint sext sétim oitav non"),
		strings.Fields("_ décim vigésim trigésim quadragésim quinquagésim sexagésim septuagésim octogésim nonagésim centésim"))
}

// latinOrdinals adds "décimo quarto" and its like, by stems without the ending.
func latinOrdinals(add addNumber, units, decades []string) {
	for n := 1; n <= 100; n++ {
		for _, end := range []string{"o", "a"} {
			var o string
			switch {
			case n < 10:
				o = units[n] + end
			case n%10 == 0:
				o = decades[n/10] + end
			default:
				o = decades[n/10] + end + " " + units[n%10] + end
			}
			add(ordinal, n, o, unaccent(o))
		}
	}
}

func italian(add addNumber) {
	cards := strings.Fields("_ uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove")
	tens := strings.Fields("_ dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento")
	first := strings.Fields("_ prim second terz quart quint sest settim ottav non decim")
	for n := 1; n <= 100; n++ {
		var c string
		switch t, u := n/10, n%10; {
		case n < 20:
			c = cards[n]
		case u == 0:
			c = tens[t]
		case u == 1 || u == 8: // "ventuno", "ventotto"
			c = tens[t][:len(tens[t])-1] + cards[u]
		default:
			c = tens[t] + cards[u]
		}
		add(cardinal, n, c)
		stem := c[:len(c)-1] + "esim"
		switch {
		case n <= 10:
			stem = first[n]
		case n%10 == 3: // "ventitreesimo"
			stem = c + "esim"
		case n%10 == 6 && n > 16: // "ventiseiesimo"
			stem = c + "esim"
		}
		add(ordinal, n, stem+"o", stem+"a")
	}
	for _, end := range []string{"o", "a"} { // the older "decimoprimo"
		for n := 1; n < 10; n++ {
			add(ordinal, 10+n, "decimo"+first[n]+end, "decim"+end+" "+first[n]+end)
		}
	}
}

func russian(add addNumber) {
	cards := strings.Fields("_ один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать")
	tens := strings.Fields("_ десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто")
	nth := strings.Fields("_ перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат")
	tenth := strings.Fields("_ десят двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот")
	ends := []string{"ый", "ая", "ое", "ой"}
	for n := 1; n <= 100; n++ {
		lead, stem := "", ""
		switch {
		case n < 20:
			add(cardinal, n, cards[n])
			stem = nth[n]
		case n%10 == 0:
			add(cardinal, n, tens[n/10])
			stem = tenth[n/10]
		default:
			add(cardinal, n, tens[n/10]+" "+cards[n%10])
			lead, stem = tens[n/10]+" ", nth[n%10]
		}
		if stem == "треть" {
			add(ordinal, n, lead+"третий", lead+"третья", lead+"третье")
			continue
		}
		for _, end := range ends {
			add(ordinal, n, lead+stem+end)
		}
	}
	add(cardinal, 1, "одна")
	add(cardinal, 2, "две")
}

// northern adds the numbers of Dutch, the Scandinavian languages, Finnish and Polish
// as far as chapters are written out in words.
func northern(add addNumber) {
	for _, words := range [...]string{
		"een twee drie vier vijf zes zeven acht negen tien elf twaalf",
		"ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo",
		"yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen",
		"jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
	} {
		for n, w := range strings.Fields(words) {
			add(cardinal, n+1, w)
		}
	}
	for _, words := range [...]string{
		"eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
		"första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde",
		"første annet tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte",
		"første andet tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte",
		"første anden", "første andre",
		"ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes",
	} {
		for n, w := range strings.Fields(words) {
			add(ordinal, n+1, w)
		}
	}
	for n, w := range strings.Fields("pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest") {
		end := "y"
		if n == 1 || n == 2 { // "drugi", "trzeci"
			end = "i"
		}
		add(ordinal, n+1, w+end, w+"a")
	}
	add(ordinal, 3, "trzecia")
}

// unaccent takes the acute, circumflex and tilde from vowels, as headings in
// capitals often do.
func unaccent(s string) string {
	return unaccented.Replace(s)
}

var unaccented = strings.NewReplacer("á", "a", "é", "e", "ê", "e", "í", "i", "ó", "o", "ú", "u", "ã", "a", "õ", "o")
