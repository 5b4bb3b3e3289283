package parse

import (
	"fmt"
	"strings"
	"testing"

	"storybind/internal/book"
)

// filler is a few paragraphs of an invented story, as wrapped prose.
var filler = []string{
	"It was late in the year when the keeper came down from the tower, and the\nroad to the harbour was white with frost; nobody had walked on it since\nthe morning, and he did not mean to be the first.",
	"\"You could have sent word,\" said Mara. \"There is always someone at the\nferry, and the boy has nothing to do.\"",
	"She laughed. It was not the answer that she had waited for, but it was an\nanswer, and on most days he gave her none.",
	"\"No.\"",
	"He put the lamp on the table and looked at it for a while, as one looks\nat a dog that has bitten; then he took the glass off, and wiped it.",
}

// fill puts paragraphs of prose in place of every line "¶" (¶¶ for long ones).
func fill(text string) string {
	n := 0
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if k := strings.Count(l, "¶"); k > 0 && strings.Trim(l, "¶") == "" {
			var ps []string
			for range 3 * k {
				ps = append(ps, filler[n%len(filler)])
				n++
			}
			lines[i] = strings.Join(ps, "\n\n")
		}
	}
	return strings.Join(lines, "\n")
}

// outline lists a book's headed sections: region, level and heading.
func outline(b *book.Book) string {
	var out strings.Builder
	for at, s := range b.Regions() {
		if s.Heading == "" {
			continue
		}
		region := ""
		if at.Region != book.BodyMatter {
			region = at.Region + " "
		}
		fmt.Fprintf(&out, "%s%d %s\n", region, at.Level, s.Heading)
	}
	return out.String()
}

func TestSchemes(t *testing.T) {
	for _, c := range schemes {
		t.Run(c.name, func(t *testing.T) {
			text := fill(strings.TrimPrefix(c.text, "\n"))
			b, _ := read(text)
			if want, got := strings.TrimSpace(c.want), strings.TrimSpace(outline(b)); want != got {
				t.Errorf("want\n%s\n\ngot\n%s", want, got)
			}
			if want, got := accounted(text, b); want != got {
				t.Errorf("letters differ: story %q, book %q", want, got)
			}
		})
	}
}

const title = "THE LAMPLIGHTER\n\nby Annie Example\n\n\n\n"

var schemes = []struct{ name, text, want string }{
	{"letters before chapters", title + `
Letter 1

To Mrs. Quill, Harbour End

¶

Letter 2

To Mrs. Quill, Harbour End

¶

Chapter 1

¶

Chapter 2

¶
`, "1 Letter 1 To Mrs. Quill, Harbour End\n1 Letter 2 To Mrs. Quill, Harbour End\n1 Chapter 1\n1 Chapter 2"},
	{"names in capitals after contents", title + `
CONTENTS


 STORY OF THE GATE

 SEARCH FOR MR. PELL

 THE LAST NIGHT




STORY OF THE GATE


¶



SEARCH FOR MR. PELL


¶



THE LAST NIGHT


¶
`, "1 STORY OF THE GATE\n1 SEARCH FOR MR. PELL\n1 THE LAST NIGHT"},
	{"staves", title + `
STAVE I:  THE KEEPER'S GHOST

¶

STAVE II:  THE FIRST OF THE TIDES

¶

STAVE III:  THE END OF IT

¶
`, "1 STAVE I: THE KEEPER'S GHOST\n1 STAVE II: THE FIRST OF THE TIDES\n1 STAVE III: THE END OF IT"},
	{"long titles in capitals over several lines", title + `
Chapter I


IN WHICH THE KEEPER AND THE BOY ACCEPT EACH OTHER, THE ONE AS MASTER,
THE OTHER AS MAN

¶

Chapter II


IN WHICH THE BOY IS CONVINCED THAT HE HAS AT LAST FOUND HIS IDEAL

¶

Chapter III


IN WHICH A CONVERSATION TAKES PLACE WHICH SEEMS LIKELY TO COST THE
KEEPER DEAR

¶
`, "1 Chapter I IN WHICH THE KEEPER AND THE BOY ACCEPT EACH OTHER, THE ONE AS MASTER, THE OTHER AS MAN\n1 Chapter II IN WHICH THE BOY IS CONVINCED THAT HE HAS AT LAST FOUND HIS IDEAL\n1 Chapter III IN WHICH A CONVERSATION TAKES PLACE WHICH SEEMS LIKELY TO COST THE KEEPER DEAR"},
	{"books and chapters with titles below", title + `
BOOK ONE

THE COMING OF THE TIDE



CHAPTER ONE

THE EVE OF THE STORM


¶


CHAPTER TWO

THE FALLING MAST


¶


BOOK TWO

THE LAND UNDER WATER



CHAPTER ONE

UNDER FOOT


¶


CHAPTER TWO

WHAT WE SAW


¶
`, "1 BOOK ONE THE COMING OF THE TIDE\n2 CHAPTER ONE THE EVE OF THE STORM\n2 CHAPTER TWO THE FALLING MAST\n1 BOOK TWO THE LAND UNDER WATER\n2 CHAPTER ONE UNDER FOOT\n2 CHAPTER TWO WHAT WE SAW"},
	{"three levels", title + `
VOLUME I

HARBOUR



BOOK FIRST--A JUST MAN


CHAPTER I--MARA

¶

CHAPTER II--THE KEEPER

¶


BOOK SECOND--THE FALL


CHAPTER I--EVENING

¶

CHAPTER II--PRUDENCE

¶



VOLUME II

TOWER



BOOK FIRST--THE LAMP


CHAPTER I--NIGHT

¶

CHAPTER II--MORNING

¶
`, "1 VOLUME I HARBOUR\n2 BOOK FIRST--A JUST MAN\n3 CHAPTER I--MARA\n3 CHAPTER II--THE KEEPER\n2 BOOK SECOND--THE FALL\n3 CHAPTER I--EVENING\n3 CHAPTER II--PRUDENCE\n1 VOLUME II TOWER\n2 BOOK FIRST--THE LAMP\n3 CHAPTER I--NIGHT\n3 CHAPTER II--MORNING"},
	{"acts and scenes", title + `
ACT I

SCENE I. A street in the harbour.

MARA. You could have sent word.

KEEPER. I could have.

SCENE II. The tower.

KEEPER. It is late.

BOY. It is always late here.


ACT II

SCENE I. The ferry.

MARA. There is always someone at the ferry.

SCENE II. The tower.

BOY. The lamp is out.
`, "1 ACT I\n2 SCENE I. A street in the harbour.\n2 SCENE II. The tower.\n1 ACT II\n2 SCENE I. The ferry.\n2 SCENE II. The tower."},
	{"parts by words with bare Roman numbers", `
Федор Примеров

ФОНАРЬ

Роман



ЧАСТЬ ПЕРВАЯ


I

В начале июля, под вечер, один молодой человек вышел из своей каморки на
улицу и медленно, как бы в нерешимости, отправился к мосту.

Он благополучно избегнул встречи с хозяйкой на лестнице.

II

Он не привык к толпе и бежал всякого общества.


ЧАСТЬ ВТОРАЯ


I

Так пролежал он очень долго.

II

Он вышел на улицу и пошел к мосту.


ЭПИЛОГ

Прошло два года.
`, "1 ЧАСТЬ ПЕРВАЯ\n2 I\n2 II\n1 ЧАСТЬ ВТОРАЯ\n2 I\n2 II\n1 ЭПИЛОГ"},
	{"German parts with named chapters", `
DIE LAMPE

Eine Erzählung

von Anna Beispiel



ERSTER TEIL



DER SOHN DES WÄRTERS

Im Schatten des Hauses, in der Sonne des Flußufers bei den Booten wuchs
der Knabe auf, der junge Falke, zusammen mit seinem Freunde.

Sonne bräunte seine Schultern am Ufer.



BEI DEN FISCHERN

Am Abend dieses Tages holten sie die Fischer ein und boten ihnen ihre
Begleitung an. Sie wurden angenommen.



ZWEITER TEIL



AM FLUSSE

Er schenkte sein Gewand einem armen Manne auf der Straße. Er trug nur noch
den Schurz und den Mantel.



DER FÄHRMANN

An diesem Flusse will ich bleiben, dachte er, und blieb.
`, "1 ERSTER TEIL\n2 DER SOHN DES WÄRTERS\n2 BEI DEN FISCHERN\n1 ZWEITER TEIL\n2 AM FLUSSE\n2 DER FÄHRMANN"},
	{"German ordinals", `
Die Lampe

Roman


Erstes Kapitel

Es war spät im Jahr, und der Weg zum Hafen war weiß von Reif; niemand war
ihn seit dem Morgen gegangen.

Zweites Kapitel

Sie lachte. Es war nicht die Antwort, auf die sie gewartet hatte.

Einundzwanzigstes Kapitel

Er stellte die Lampe auf den Tisch.
`, "1 Erstes Kapitel\n1 Zweites Kapitel\n1 Einundzwanzigstes Kapitel"},
	{"Spanish ordinals with summaries", `
El farol

por Ana Ejemplo


PRIMERA PARTE


Capítulo primero. Que trata de la condición del farero y de su gente

Era tarde y el camino del puerto estaba blanco de escarcha; nadie había
pasado por él desde la mañana.

Capítulo segundo. Que trata de la primera salida que de la torre hizo el
ingenioso farero

Ella se rió. No era la respuesta que esperaba.


SEGUNDA PARTE


Capítulo primero. De lo que pasó con el barquero

Puso la lámpara sobre la mesa y la miró un rato.
`, "1 PRIMERA PARTE\n2 Capítulo primero. Que trata de la condición del farero y de su gente\n2 Capítulo segundo. Que trata de la primera salida que de la torre hizo el ingenioso farero\n1 SEGUNDA PARTE\n2 Capítulo primero. De lo que pasó con el barquero"},
	{"Portuguese first chapter in words, then bare numbers", `
O FAROL

de Ana Exemplo



CAPITULO PRIMEIRO

DO TITULO

Uma noite destas, vindo da cidade para o porto, encontrei no barco um
rapaz daqui do bairro, que eu conheço de vista e de chapéu.

CAPITULO II

DO LIVRO

Agora que expliquei o titulo, passo a escrever o livro.

CAPITULO III

A DENUNCIA

Ia a entrar na sala de visitas, quando ouvi proferir o meu nome.
`, "1 CAPITULO PRIMEIRO DO TITULO\n1 CAPITULO II DO LIVRO\n1 CAPITULO III A DENUNCIA"},
	{"Italian", `
LA LANTERNA

di Anna Esempio


CAPITOLO I.

Era tardi, e la strada del porto era bianca di brina; nessuno ci era
passato dalla mattina.

CAPITOLO II.

Lei rise. Non era la risposta che aspettava.

CAPITOLO III.

Posò la lampada sul tavolo.
`, "1 CAPITOLO I.\n1 CAPITOLO II.\n1 CAPITOLO III."},
	{"French bare Roman numbers and names", `
LA LANTERNE

Par Anne Exemple



I

LES TROIS LAMPES DE M. LE GARDIEN

Il était tard, et la route du port était blanche de givre; personne n'y
avait passé depuis le matin.

II

L'ANTICHAMBRE

Elle rit. Ce n'était pas la réponse qu'elle attendait.

III

L'AUDIENCE

Il posa la lampe sur la table.
`, "1 I LES TROIS LAMPES DE M. LE GARDIEN\n1 II L'ANTICHAMBRE\n1 III L'AUDIENCE"},
	{"Chinese without blank lines", `
灯塔记
作者：某某
第一章 夜里
　　夜里很冷，路上没有人。守灯的人从塔上下来，慢慢地走到港口去。
　　“你可以先说一声。”她说。
第二章 早上
　　早上下了雪。他把灯放在桌上，看了很久。
第三章 归来
　　他们回来了。
`, "1 第一章 夜里\n1 第二章 早上\n1 第三章 归来"},
	{"Chinese volumes", `
灯塔记

卷一 港口

第一回　守灯人夜下塔　渡船女晨问路

　　夜里很冷，路上没有人。

第二回　雪满桥头无客过　灯明塔上有人归

　　早上下了雪。

卷二 山上

第三回　旧友重逢

　　他们回来了。
`, "1 卷一 港口\n2 第一回 守灯人夜下塔 渡船女晨问路\n2 第二回 雪满桥头无客过 灯明塔上有人归\n1 卷二 山上\n2 第三回 旧友重逢"},
	{"Japanese numbers with names", `
灯台
例花子

一、午後の港

　その夜はとても寒くて、道には誰もいなかった。灯台守は塔から降りて来た。

二、活版所

　「知らせてくれればよかったのに」と彼女は言った。

三、家

　彼はランプを机の上に置いた。
`, "1 一、午後の港\n1 二、活版所\n1 三、家"},
	{"numbers in brackets below parts with dashes", title + `
— I —


[ 1 ]

¶

[ 2 ]

¶


— II —


[ 3 ]

¶

[ 4 ]

¶
`, "1 — I —\n2 [ 1 ]\n2 [ 2 ]\n1 — II —\n2 [ 3 ]\n2 [ 4 ]"},
	{"etymology and extracts before chapters", title + `
ETYMOLOGY.



¶



EXTRACTS.



¶



CHAPTER 1. Lamps.

¶



CHAPTER 2. The Bag.

¶



Epilogue

¶
`, "front 1 ETYMOLOGY.\nfront 1 EXTRACTS.\n1 CHAPTER 1. Lamps.\n1 CHAPTER 2. The Bag.\n1 Epilogue"},
	{"a one-shot with short lines stays whole", title + `
¶

And then silence

¶

Not yet

¶

The End
`, ""},
	{"prose that begins like headings", title + `
¶

Part of him wanted to stay.

Book in hand, she waited.

Act natural, he told himself.

Chapter and verse, she knew it all.

One of them laughed.

1999 was a good year for lamps.

¶
`, ""},
	{"signs and telegrams inside the story", title + `
¶

The sign at the gate was new:

NO ENTRY

He went in all the same.

¶

BEWARE OF THE TIDE

¶
`, ""},
	{"a list inside the story", title + `
Chapter 1

¶

1. Buy oil.

2. Wipe the glass.

3. Light the lamp.

¶

Chapter 2

¶
`, "1 Chapter 1\n1 Chapter 2"},
	{"numbered scenes inside chapters", title + `
Chapter One

I.

¶

II.

¶

Chapter Two

I.

¶

II.

¶
`, "1 Chapter One\n2 I.\n2 II.\n1 Chapter Two\n2 I.\n2 II."},
	{"the first section has no number", title + `
¶


II


¶


III


¶
`, "1 II\n1 III"},
	{"title and chapter in one line", title + `
The Lamplighter, Chapter One

¶

The Lamplighter, Chapter Two

¶
`, "1 The Lamplighter, Chapter One\n1 The Lamplighter, Chapter Two"},
	{"title and fraction", title + `
The Lamplighter 1/3

¶

The Lamplighter 2/3

¶

The Lamplighter 3/3

¶
`, "1 The Lamplighter 1/3\n1 The Lamplighter 2/3\n1 The Lamplighter 3/3"},
	{"headings between rules", title + `
--- --- ---
Chapter 1: "Snow"
--- --- ---

¶

--- --- ---
Chapter 2: "Rain"
--- --- ---

¶
`, "1 Chapter 1: \"Snow\"\n1 Chapter 2: \"Rain\""},
	{"heading right above its text", title + `
Chapter 1
It was late.

¶

Chapter 2
It was later.

¶
`, "1 Chapter 1\n1 Chapter 2"},
	{"days", title + `
Day One

¶

Day Two

¶

Day Three

¶
`, "1 Day One\n1 Day Two\n1 Day Three"},
	{"a day in prose is no heading", title + `
¶

Day Two

He slept.

¶
`, ""},
	{"interlude and notes in capitals", title + `
PROLOGUE

¶

CHAPTER ONE

¶

INTERLUDE

¶

CHAPTER TWO

¶

AFTERWORD

¶

APPENDIX A

¶
`, "1 PROLOGUE\n1 CHAPTER ONE\n1 INTERLUDE\n1 CHAPTER TWO\nback 1 AFTERWORD\nback 1 APPENDIX A"},
	{"prologue and epilogue around parts", title + `
Prologue

¶


Part One

Chapter 1

¶

Interlude

¶

Part Two

Chapter 2

¶

Epilogue

¶
`, "1 Prologue\n1 Part One\n2 Chapter 1\n2 Interlude\n1 Part Two\n2 Chapter 2\n1 Epilogue"},
	{"contents with dotted pages", title + `
TABLE OF CONTENTS

Chapter One ........... 1
Chapter Two .......... 17
Chapter Three ........ 33


Chapter One

¶

Chapter Two

¶

Chapter Three

¶
`, "1 Chapter One\n1 Chapter Two\n1 Chapter Three"},
	{"contents at the end", `
LA LANTERNE

Par Anne Exemple



PREMIER CHAPITRE

Il était tard, et la route du port était blanche de givre.

DEUXIÈME CHAPITRE

Elle rit. Ce n'était pas la réponse qu'elle attendait.


TABLE DES MATIÈRES

Premier chapitre     1
Deuxième chapitre    9
`, "1 PREMIER CHAPITRE\n1 DEUXIÈME CHAPITRE"},
	{"prologue with contents", title + `
Contents:

Prologue
1. Snow
2. Rain
Epilogue


Prologue

¶

1. Snow

¶

2. Rain

¶

Epilogue

¶
`, "1 Prologue\n1 1. Snow\n1 2. Rain\n1 Epilogue"},
	{"names with ornaments", title + `
~*~ Snow ~*~

¶


~*~ Rain ~*~

¶


~*~ Wind ~*~

¶
`, "1 ~*~ Snow ~*~\n1 ~*~ Rain ~*~\n1 ~*~ Wind ~*~"},
	{"points of view in bold", title + `
**Mara**

¶


**The Keeper**

¶


**Mara**

¶
`, "1 **Mara**\n1 **The Keeper**\n1 **Mara**"},
	{"parts inside chapters", title + `
Chapter 1

Part 1

¶

Part 2

¶

Chapter 2

Part 1

¶

Part 2

¶
`, "1 Chapter 1\n2 Part 1\n2 Part 2\n1 Chapter 2\n2 Part 1\n2 Part 2"},
	{"books of bare numbers", title + `
ONE

¶

TWO

¶

THREE

¶
`, "1 ONE\n1 TWO\n1 THREE"},
	{"ordinal chapters", title + `
Chapter the First: In Which It Snows

¶

Chapter the Second: In Which It Rains

¶
`, "1 Chapter the First: In Which It Snows\n1 Chapter the Second: In Which It Rains"},
	{"letters by correspondents", title + `
LETTER I

_Mrs. Quill to Mr. Voss_

¶

LETTER II

_Mr. Voss to Mrs. Quill_

¶

LETTER III

_Mrs. Quill to Mr. Voss_

¶
`, "1 LETTER I _Mrs. Quill to Mr. Voss_\n1 LETTER II _Mr. Voss to Mrs. Quill_\n1 LETTER III _Mrs. Quill to Mr. Voss_"},
	{"a summary below the number is text", title + `
CHAPTER I.


The keeper gives some account of himself and family. His first
inducements to travel.

¶¶

CHAPTER II.


The boy is described. The keeper falls into the water; how he was
helped out, and by whom.

¶¶

CHAPTER III.


The lamp goes out.

¶¶
`, "1 CHAPTER I.\n1 CHAPTER II.\n1 CHAPTER III."},
	{"markdown", title + `
# The Lamp

## 1. Snow

¶

## 2. Rain

¶
`, "1 ## 1. Snow\n1 ## 2. Rain"},
	{"episodes with names", title + `
Episode 1 - Low Water

¶

Episode 2 - Nine Knots

¶
`, "1 Episode 1 - Low Water\n1 Episode 2 - Nine Knots"},
	{"years as headings are text", title + `
¶

1912

¶

1913

¶
`, ""},
	{"the header again at each part", `
Title: The Lamplighter
Author: Annie Example
Part: 1/3
Rating: PG
Disclaimer: Not mine.

***

¶

Title: The Lamplighter
Author: Annie Example
Part: 2/3
Rating: PG
Disclaimer: See part 1.

***

¶

Title: The Lamplighter
Author: Annie Example
Part: 3/3
Rating: PG
Disclaimer: See part 1.

***

¶
`, "1 Part: 2/3\n1 Part: 3/3"},
	{"the envelope again at each part", `
From: annie@lamp.invalid (Annie)
Newsgroups: alt.lamps.creative
Subject: NEW: The Lamplighter (1/2)
Date: Tue, 4 May 1999 21:07:44 GMT

The Lamplighter (1/2)
by Annie

¶

From: annie@lamp.invalid (Annie)
Newsgroups: alt.lamps.creative
Subject: NEW: The Lamplighter (2/2)
Date: Tue, 4 May 1999 21:08:12 GMT

The Lamplighter (2/2)
by Annie

¶
`, "1 The Lamplighter (1/2)\n1 The Lamplighter (2/2)"},
	{"title and part in the repeated title field", `
Title: The Lamplighter (1/2)
Author: Annie Example
Rating: PG

¶

Title: The Lamplighter (2/2)
Author: Annie Example
Rating: PG

¶
`, "1 The Lamplighter (1/2)\n1 The Lamplighter (2/2)"},
	{"a message inside the story is no part's head", title + `
¶

From: tom@lamp.invalid
To: mara@harbour.invalid
Subject: the lamp
Date: 4 May

It went out again. Can you come?

¶
`, ""},
	{"chapters as an archive's menu names them", `
The Lamplighter

by Annie Example


Category: Harbour Lights
Rating: T


	1. Chapter 1

¶

	2. Chapter 2: Snow

¶
`, "1 1. Chapter 1\n1 2. Chapter 2: Snow"},
	{"an archive's own words below the heading", title + `
Chapter 1: Snow

Chapter Text

¶

Chapter 2: Rain

Chapter Text

¶
`, "1 Chapter 1: Snow\n1 Chapter 2: Rain"},
	{"the last chapter", title + `
CHAPTER I.

¶

CHAPTER II.

¶

CHAPTER THE LAST

¶
`, "1 CHAPTER I.\n1 CHAPTER II.\n1 CHAPTER THE LAST"},
	{"the preface", title + `
THE PREFACE

¶

CHAPTER I.

¶

CHAPTER II.

¶
`, "front 1 THE PREFACE\n1 CHAPTER I.\n1 CHAPTER II."},
	{"pictures are no headings", title + `
[Illustration]



CHAPTER I.

¶



[Illustration: The gate]



¶



CHAPTER II.

¶



[Illustration: The road]



¶
`, "1 CHAPTER I.\n1 CHAPTER II."},
	{"pictures in a one-shot", title + `
¶



[Illustration: The Gate]



¶



[Illustration: The Road]



¶
`, ""},
	{"parts with letters and chapters with decimals", title + `
Part 1a

¶

Part 1b

¶

Part 2

¶
`, "1 Part 1a\n1 Part 1b\n1 Part 2"},
	{"chapters with decimals", title + `
Chapter 1

¶

Chapter 1.5: Snow

¶

Chapter 2

¶
`, "1 Chapter 1\n1 Chapter 1.5: Snow\n1 Chapter 2"},
	{"contents and illustrations", title + `
CONTENTS

I.   THE GATE      1
II.  THE ROAD     17


ILLUSTRATIONS

The gate at night     Frontispiece
The keeper            12



I

THE GATE

¶

II

THE ROAD

¶
`, "1 I THE GATE\n1 II THE ROAD"},
	{"a play with speakers in capitals", title + `
ACT I

SCENE I. A street.

MARA

You could have sent word. There is always someone at the ferry, and the
boy has nothing to do.

KEEPER

I could have. It was late.

MARA

It is always late here.

KEEPER

So it is.

ACT II

SCENE I. The tower.

MARA

The lamp is out.

KEEPER

It is not.
`, "1 ACT I\n2 SCENE I. A street.\n1 ACT II\n2 SCENE I. The tower."},
	{"speakers without acts", title + `
MARA

You could have sent word. There is always someone at the ferry, and the
boy has nothing to do.

KEEPER

¶¶

MARA

¶¶

KEEPER

¶¶

MARA

¶¶
`, ""},
	{"headlines inside a one-shot", title + `
¶¶¶¶¶

The paper had it on the first page:


STORM SINKS FERRY


¶

On the third page was the rest of it.


KEEPER STILL MISSING


¶
`, ""},
	{"nobody is no number", title + `
PART ONE

Chapter 1

¶

No one

¶

PART TWO

Chapter 2

¶

No one

¶
`, "1 PART ONE\n2 Chapter 1\n1 PART TWO\n2 Chapter 2"},
	{"double-spaced text is no title", title + `
I

Mara Saw The Boat Come Round The Point With Nobody At The Oar

and nobody in the bow, and she put the lamp down on the sill again.

"It is late," she said to the boy, who had not asked her anything at

all, and did not look as if he ever would.

II

The Keeper Was Not In The Tower When She Came And The Stairs Were

wet, as if somebody had carried water up them all night long, and

spilt most of it.
`, "1 I\n1 II"},
}
