package parse

import (
	"strings"
	"sync"
)

// smallWords are for each language the words that make most of every page
// (articles, prepositions, pronouns, forms of "to be"), letters that it has and
// its neighbours lack, and letters that it lacks and its neighbours have.
var smallWords = [...]struct {
	tag          string
	script       int
	own, foreign string
	words        string
}{
	{"en", inLatin, "", "ñãõåøłęąěřűőğşß", "the and of to a in that was he it his had with as for she her you not at but be on is they have him from said all were by this one what there out up would when them could who into been no then your an do if did my me so we are or which will their down like now just i about"},
	{"fr", inLatin, "œêèàùû", "ñãõåøłęąěřűőğşßäö", "le la les de des du un une et est que qui il elle dans en pas ne se sur au aux ce cette pour plus par avec je vous nous lui son sa ses mais était avait tout ou mon ma on sans comme dit leur même être fait si bien où d l qu n s c j y"},
	{"de", inLatin, "ßäöü", "ñãõåøłęąěřűőğşçéè", "der die das und ist nicht ich er sie es ein eine einen einem einer zu den dem des mit von auf sich war hatte auch als an so wie aber noch nur nach aus bei im in da wenn ihr ihm ihn mir mich du wir was man sagte doch schon wieder über dann"},
	{"es", inLatin, "ñ¿", "ãõåøłęąěřűőğşßäöçàèêâô", "el la los las de del un una y que en no se lo le su sus con por para es era había al como más pero me mi yo tú él ella ellos ya muy sin sobre todo cuando si hasta dijo porque este esta qué fue ser a o también bien aquel aquella nos"},
	{"pt", inLatin, "ãõ", "ñåøłęąěřűőğşßäöè", "o a os as de do da dos das um uma e que em no na nos nas não se lhe seu sua com por para é era foi ao à como mais mas me eu ele ela já muito sem tudo quando até disse porque este esta isso ser tinha estava também você pelo pela num numa"},
	{"it", inLatin, "ìò", "ñãõåøłęąěřűőğşßäöçêâô", "il lo la i gli le di del della dei delle un una uno e che in non si con per è era al alla da dal dalla come più ma mi io lui lei egli ella già molto senza tutto quando se fino disse perché questo questa suo sua nel nella sono aveva anche così c l d"},
	{"nl", inLatin, "ĳ", "ñãõåøłęąěřűőğşßäç", "de het een en van in is dat die niet ik hij zij ze te op aan met als was voor er zijn hem haar om ook maar bij nog naar uit dan wat je u we had door over al hebben zei toen geen wel of nu mijn zo heeft worden kon"},
	{"sv", inLatin, "åäö", "ñãõøæłęąěřűőğşßç", "och att det i en ett som han hon på är var inte med den för av till jag du men sig hade om så vad när från där då nu över ut kan ska efter skulle hans hennes sin de dem upp bara man mig sade sa utan eller här vid ju någon"},
	{"da", inLatin, "æøå", "ñãõäöłęąěřűőğşßç", "og at det i en et som han hun på er var ikke med den for af til jeg du men sig havde om så hvad når fra der da nu over ud kan skal efter skulle hans hendes sin de dem op kun man mig sagde uden eller her ved jo nogen blev noget også sådan"},
	{"no", inLatin, "æøå", "ñãõäöłęąěřűőğşßç", "og å at det i en et som han hun på er var ikke med den for av til jeg du men seg hadde om så hva når fra der da nå over ut kan skal etter skulle hans hennes sin de dem opp bare man meg sa uten eller her ved jo noen ble noe også bli"},
	{"is", inLatin, "þð", "ñãõåøłęąěřűőğşßçä", "og að í á er það sem ekki var hann hún um en til við af með fyrir sér þá þar því ég þú mér henni honum hafði svo eða upp út frá eins þegar sagði nú hér"},
	{"fi", inLatin, "äöyy", "ñãõøæłęąěřűőğşßçéèü", "ja on ei se hän oli että en ne minä sinä mutta kun niin kuin hänen myös jo nyt vain tai jos ovat olen mitä mikä tämä oli ollut sen sitä siitä siellä häntä sanoi mutta vielä sitten kaikki ole olivat minun sinun he"},
	{"et", inLatin, "õäöü", "ñãåøæłęąěřűőğşßç", "ja on ei see ta oli et ma sa aga kui nii tema ka juba nüüd ainult või kes mis seda siis olid veel mind minu teda ning midagi kõik üles"},
	{"pl", inLatin, "łąęśżźćń", "ñãõåøěřűőğşßäöüéàèç", "i w na z nie się do że to jest był była było jak ale za po co tak od jej jego go mu już o a przez dla ich ten ta te który która czy tylko może być ja ty on ona ze pod gdy kiedy bardzo powiedział przed"},
	{"cs", inLatin, "ěřůšžč", "ñãõåøłęąűőğşßäöàèç", "a v na se že je to byl byla bylo do z si jak ale za po co tak od jeho její s k o i už jsem by ho mu jen který která když nebo pro ve ten ta být já ty on ona před pod řekl není jako ještě však"},
	{"sk", inLatin, "ľĺŕôäšžč", "ñãõåøłęąűőğşßàèçěřů", "a v na sa že je to bol bola bolo do z si ako ale za po čo tak od jeho jej s k o i už som by ho mu len ktorý ktorá keď alebo pre vo ten tá byť ja ty on ona pred pod povedal nie ešte však"},
	{"hu", inLatin, "őű", "ñãõåøłęąěřğşßäàèç", "a az és hogy nem is volt egy ez meg de mint csak már ha még el azt ki fel én te ő mi ezt aki ami lehet van vagy mert itt ott így úgy neki mondta nagyon után minden pedig majd"},
	{"ro", inLatin, "ăâîşţșț", "ñãõåøłęąěřűőğßäöüéàèç", "și şi de la în a nu o un să că pe cu cu din mai ce era se lui ei îi îl el ea am fost care pentru sau dar ca după fără când acum aici spuse sunt este avea prin unde ne ai"},
	{"hr", inLatin, "đćčšž", "ñãõåøłęąěřűőğşßäöüéàèç", "i u je se na da nije su sam što kako ali za od do s iz bio bila bilo ne to ga mu joj njegov njen koji koja kad ili već samo još ona on ja ti rekao bi po pred nad"},
	{"tr", inLatin, "ğışİ", "ñãõåøłęąěřűőßäàèé", "ve bir bu da de için o ne ile çok ama gibi daha ben sen var yok mi mı kadar sonra her şey değil olarak onun bana ki dedi şu diye en iki kendi oldu"},
	{"ca", inLatin, "·", "ñãõåøłęąěřűőğşßäöêâô", "el la els les de del dels un una i que en no es se lo li seu seva amb per és era al com més però em jo ell ella ja molt sense tot quan si fins va perquè aquest aquesta què a o també l d hi ho"},
	{"la", inLatin, "", "ñãõåøłęąěřűőğşßäöüéàèçêâôíóáú", "et in est non ad cum qui quae quod ut ex ab sed si atque sunt de hoc per me te se nec neque enim autem ac quam esse erat eius aut iam tamen"},
	{"eo", inLatin, "ĉĝĥĵŝŭ", "ñãõåøłęąěřűőğşßäöüéàèçêâôíóáú", "la kaj de en al estas ne mi li ŝi ĝi ili ni vi kiu kio ke por kun sed estis ĉi tiu el pri sur kiel tio tiel jam"},
	{"vi", inLatin, "ơưđăạảấầẩậắằẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỷỹ", "ñåøłęěřűőğşßäöü", "và là của có không một cho được người trong đã với những này đó các tôi anh em ông bà thì mà cũng như đến ra lại"},
	{"id", inLatin, "", "ñãõåøłęąěřűőğşßäöüéàèçêâôíóáú", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke ada dia kami aku kamu mereka sudah seperti bisa oleh karena"},
	{"ru", inCyrillic, "ыэё", "іїєґўђћјљњџ", "и в не на что он я с как а это но она по все так его к у из же за ты мы от бы был была было только ее мне да о вы меня уже когда или если ни ему они то есть сказал чтобы вот нет ещё еще"},
	{"uk", inCyrillic, "іїєґ", "ыэъёў", "і в не на що він я з як а це але вона по все так його до у із за ти ми від би був була було тільки її мені та о ви мене вже коли або якщо ні йому вони то є сказав щоб ось немає ще"},
	{"be", inCyrillic, "ўі", "ищъїєґ", "і ў не на што ён я з як а гэта але яна па усё так яго да у за ты мы ад бы быў была было толькі яе мне вы мяне ужо калі або ні яму яны сказаў каб вось няма яшчэ"},
	{"bg", inCyrillic, "ъ", "ыэёіїє", "и в не на че той се с като а това но тя по всичко така го към у от за ти ние би беше само я ми да вие ме вече когато или ако ни му те то е каза ще са си до със един"},
	{"sr", inCyrillic, "ђјљњћџ", "ыэёйъщяю", "и у је се на да није су сам што како али за од до с из био била било не то га му јој његов њен који која кад или већ само још она он ја ти рекао би по"},
}

// smallWordIndex is for each small word the set of languages that have it, a
// bit for each place in smallWords.
var smallWordIndex = sync.OnceValue(func() map[string]uint64 {
	index := map[string]uint64{}
	for l, lang := range smallWords {
		for _, w := range strings.Fields(lang.words) {
			index[w] |= 1 << l
		}
	}
	return index
})
