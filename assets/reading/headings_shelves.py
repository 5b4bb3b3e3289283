"""Invented books of the kinds that a shelf has few of: magazines, poems behind tales, readers, sermons, and what stands behind the end.

They are longer than what headings_invented.py makes, and set as printed books were: what is
a heading shows by how often its like stands, and by what lies between. In the words of one
fold's books, as there.
"""
import os, random, textwrap
from headings_invented import NAMES, Words
from headings_varied import sentence_case, title_case

PLACES = ["OTRANTO", "Eversley", "Port Orr", "CAMP NEAR ULM", "London", "Westminster", "Paris", "HARBOUR HILL"]
MONTHS = "January February March April May June July August September October November December".split()
NUMBERS = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN".split()
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
SURNAMES = ["Brand", "Nott", "Vane", "Pell", "Marsh", "Crane", "Orr"]

class Shelf:
    """A book that is being written: its lines, and where its headings stand."""
    def __init__(self, words, rnd):
        self.w, self.r, self.out, self.heads = words, rnd, [], []
        self.lang = "en" if "en" in words.prose else next(iter(words.prose))
        self.names = list(dict.fromkeys(words.names[self.lang])); rnd.shuffle(self.names)
        self.wrap, self.indent, self.inset = rnd.choice([60, 68, 72, 76]), rnd.choice([0, 0, 0, 2]), rnd.choice([0, 0, 2, 4])
        self.stop, self.long, self.brief = rnd.choice([".", ".", "", ""]), rnd.choice([1, 1, 2, 3]), rnd.random() < .3

    def gap(self, n):
        while self.out and not self.out[-1]: self.out.pop()
        if self.out: self.out += [""] * n
    def put(self, *rows): self.out += rows
    def head(self, level, *rows, before=1, after=1, optional=False):
        self.gap(before)
        self.heads.append(dict(level=level, line=len(self.out), lines=len(rows), accept=[" ".join(r.strip() for r in rows if r)], optional=optional))
        self.out += list(rows) + [""] * after
    def prose(self, n, least=0):
        for _ in range(n):
            t = self.r.choice(self.w.prose[self.lang])
            self.put(*textwrap.wrap(" " * self.indent + t[max(0, len(t) - 1400):] if len(t) > least else t, self.wrap), "")
    def verse(self, n):
        V = self.w.verse.get(self.lang) or self.w.verse.get("en") or [["The bell is down,", "the bell is deep,"]]
        for _ in range(n): self.put(*[" " * self.inset + l for l in self.r.choice(V)], "")
    def text(self, verses=.3):
        if self.r.random() < verses: self.verse(self.long * self.r.choice([2, 3, 5, 8]))
        else: self.prose(self.long * self.r.choice([1, 2, 3, 5, 9]))
    def name(self):
        t = self.names.pop() if self.names else self.r.choice(self.w.titles[self.lang]) + " " + self.r.choice(SURNAMES)
        return t.split(" of ")[0].split(",")[0].split(" to ")[0] if self.brief else t
    def person(self): return self.r.choice(NAMES[:7]) + " " + self.r.choice(SURNAMES)
    def date(self): return f"{self.r.choice(MONTHS)} {self.r.randrange(1, 29)}, {self.r.randrange(1790, 1920)}"
    def title_page(self):
        up = self.r.choice([str.upper, str.upper, str])
        self.put(up(self.r.choice(self.w.titles[self.lang])[:60]), "", self.r.choice(["by", "By"]), "", self.person().upper(), "", "")
        if self.r.random() < .5: self.put("HARBOUR PRESS", "1911", "", "")
    def contents(self, heads):
        self.gap(3); self.put("CONTENTS", "")
        for h in heads: self.put(h + self.r.choice(["", f"   {self.r.randrange(5, 300)}"]))
        self.gap(3)
    def chapters(self, level, n, before, form):
        for i in range(n):
            self.head(level, *form(i), before=before, after=self.r.choice([1, 1, 2])); self.prose(self.r.choice([4, 7, 12]))

    # Kinds of books.
    def miscellany(self): # Punch, a school paper: every piece has its name in capitals, and no more white than a paragraph
        r = self.r; before, some = r.choice([1, 1, 1, 2]), r.random() < .5
        rule, ruled = r.choice(["*" * 5, "       *       *       *       *       *", "-" * 20, "* * *"]), r.choice([.1, .1, .8, .95])
        self.put(self.r.choice(self.w.titles[self.lang]).upper()[:50], "", f"VOL. {r.randrange(1, 130)}.", "", "", self.date().upper() + ".", "", "")
        for i in range(r.choice([12, 18, 25, 40])):
            self.head(1, self.name().upper() + self.stop, before=4 if i == 0 or some and r.random() < .2 else before)
            if r.random() < .25: self.put(r.choice(["({})", "[{}]", "_{}_"]).format(sentence_case(r.choice(self.names or NAMES)) + "."), "")
            self.text(.35)
            if r.random() < .2: self.put(f"[Illustration: {r.choice(NAMES).upper()}.]" if r.random() < .5 else "[Illustration]", "")
            if r.random() < ruled: self.put(rule, "")
    def tales_and_poems(self): # stories with chapters, and behind them poems in capitals
        r = self.r; self.title_page(); before, brief = r.choice([1, 1, 2]), r.random() < .6
        def tales():
            for _ in range(r.choice([1, 2, 3])):
                n = r.choice([3, 4, 6]); self.head(1, self.name().upper() + self.stop, before=4, after=2)
                self.chapters(2, n, r.choice([2, 3]), lambda i: [f"CHAPTER {NUMBERS[i]}{self.stop}"])
        def poems():
            self.brief = brief
            for _ in range(r.choice([8, 14, 22])): self.head(1, self.name().upper() + self.stop, before=before); self.verse(self.long * r.choice([3, 5, 8]))
        tales(); poems()
        if r.random() < .4: tales()
    def departments(self): # a magazine for the young: long pieces, and departments of small ones
        r = self.r; self.title_page(); before = r.choice([1, 2, 2])
        for _ in range(r.choice([3, 5, 8])):
            self.head(1, self.name().upper() + self.stop, before=r.choice([3, 4, 4]))
            if r.random() < .5: self.put(f"By {self.person()}.", "")
            if r.random() < .45:
                for _ in range(r.choice([4, 8, 12])): self.head(2, title_case(self.name()) + self.stop, before=before); self.text(.1) if r.random() < .2 else self.prose(r.choice([1, 1, 2]))
            else: self.prose(r.choice([6, 12, 20]))
    def reader(self): # poems under their names, and under each who wrote it
        r = self.r; n = r.choice([12, 25, 40]); names = [title_case(self.name()) for _ in range(n)]; self.title_page()
        if r.random() < .7: self.contents(names)
        parts = r.choice([0, 0, 2, 3]); before = r.choice([1, 2, 2, 3])
        for i, t in enumerate(names):
            if parts and i % (n // parts + 1) == 0: self.head(1, r.choice(["{} HALF YEAR", "PART {}", "{} TERM"]).format(NUMBERS[i * parts // n]), before=4, after=2)
            self.head(2 if parts else 1, t, before=before); self.verse(r.choice([1, 2, 4, 6]))
            if r.random() < .6: self.put(" " * 30 + (self.person().upper() + "." if r.random() < .6 else "--_" + self.person() + "._"), "")
    def essays(self): # names in small letters, some of them questions, some with a stop
        r = self.r; self.title_page(); mark = r.choice(["{}", "{}", "_{}_"]); before, after = r.choice([(2, 1), (3, 2), (4, 2), (3, 1)])
        for _ in range(r.choice([8, 15, 30])): self.head(1, mark.format(sentence_case(self.name()) + r.choice([".", ".", "?", ""] if self.stop else [""])), before=before, after=after); self.prose(r.choice([1, 2, 4]))
    def numbered(self, n):
        form = self.r.choice([lambda i: [f"CHAPTER {ROMAN[i]}{self.stop}"], lambda i: [f"CHAPTER {ROMAN[i]}{self.stop}", "", self.name().upper() + self.stop], lambda i: [f"{ROMAN[i]}. {title_case(self.name())}"], lambda i: [f"{ROMAN[i]}{self.stop}"]])
        self.chapters(1, n, self.r.choice([2, 3, 4]), form)
    def with_list(self): # chapters, and behind the end what else the house has
        r = self.r; self.title_page(); self.numbered(r.choice([6, 10, 18]))
        self.gap(4)
        if r.random() < .6: self.put(r.choice(["THE END", "THE END.", "FINIS", "The End"]), "", "", "")
        if r.random() < .5: self.put(r.choice(["BOOKS BY THE SAME AUTHOR", "CRANE & ORR'S LIST", "POPULAR NOVELS", "NEW BOOKS FOR BOYS AND GIRLS"]), "", "")
        dress, by, long = r.choice(["={}=", "{}", "{}", "_{}_", "{}.", "\"{}\""]), r.random() < .6, r.random() < .7; before = r.choice([1, 2, 2])
        case = r.choice([str.upper, str.upper, title_case])
        for _ in range(r.choice([4, 8, 16, 30])):
            self.gap(before); self.put(dress.format(case(self.name())) + ("" if not by or r.random() < .5 else f" By {self.person()}"), "" if r.random() < .5 else f"_By {self.person()}_", "")
            if long: self.put(*textwrap.wrap(r.choice(self.w.prose[self.lang])[:r.choice([120, 250, 400])], self.wrap), "")
            if r.random() < .5: self.put(r.choice(["Price, $1.50 net", "12mo. Cloth, $1.25", "Illustrated. 75 cents", "Crown 8vo, 6s."]), "")
        if r.random() < .6: self.put(r.choice(["CRANE & ORR, PUBLISHERS, NEW YORK", "Grosset & Orr, New York"]), "")
    def datelines(self): # letters inside a memoir's chapters: where and when they were written heads none
        r = self.r; self.title_page(); right = r.random() < .3
        form = r.choice([lambda i: [f"CHAPTER {ROMAN[i]}{self.stop}"], lambda i: [self.name().upper()]])
        for i in range(r.choice([2, 3, 5, 8])):
            self.head(1, *form(i), before=r.choice([3, 4]))
            for _ in range(r.choice([2, 4])):
                self.prose(r.choice([1, 2, 4]))
                t = f"{r.choice(PLACES)}, {self.date()}."; self.put(t.rjust(self.wrap) if right else t, "")
                if r.random() < .7: self.put(r.choice(["MY DEAR SISTER:", "Dear Ellen,", "_My Dear ----:_"]), "")
                self.prose(r.choice([1, 2])); self.put(r.choice(["Your affectionate brother,", "Yours ever,", ""]), "", self.r.choice(NAMES[:7]).upper() + ".", "")
    def sermons(self): # below each heading the place, and a verse of the book
        r = self.r; self.title_page(); before = r.choice([1, 2, 3])
        for i in range(r.choice([5, 10, 18])):
            self.head(1, f"SERMON {ROMAN[i]}{r.choice(['.', ''])}  {self.name().upper()}" if r.random() < .9 else f"SERMON {ROMAN[i]}.", before=4, after=before)
            self.put(r.choice([f"{r.choice(PLACES[1:])}, {1860 + i}.", f"{r.choice(PLACES[1:])}. {self.date()}.", f"{r.choice(PLACES[1:])}, First Sunday in Advent, {1870 + i}."]), "")
            if r.random() < .7: self.put(*textwrap.wrap(f"{r.choice(['ISAIAH', 'ST. JOHN', 'PSALM'])} {ROMAN[r.randrange(20)].lower()}. {r.randrange(1, 30)}. \"{r.choice(self.w.prose[self.lang])[:140]}\"", self.wrap), "")
            self.prose(r.choice([5, 8, 12]))
    def with_notes(self): # notes by the pages that they are for
        r = self.r; self.title_page(); self.numbered(r.choice([5, 8, 14]))
        self.head(1, r.choice(["NOTES", "NOTES.", "EXPLANATORY NOTES"]), before=4, after=2, optional=True); page = r.randrange(1, 4); mark = r.choice(["{}", "{}", "Page {}", "P. {}.", "[{}]"]); after = r.choice([1, 1, 4])
        for _ in range(r.choice([10, 25, 40])): self.put(mark.format(page)); self.put(*[""] * after); page += r.randrange(1, 6); self.prose(r.choice([1, 2, 3]))

    KINDS = "miscellany miscellany tales_and_poems departments departments reader reader essays with_list with_list with_list datelines sermons with_notes".split()

def stories(books, fold, number, seed, folder, folds):
    """Books of these kinds, as many for each fold; their folds go into fold."""
    os.makedirs(folder, exist_ok=True); rnd, out = random.Random(seed), []
    for k in range(folds):
        words = Words([g for g in books if fold[g["id"]] == k])
        for n in range(number // folds):
            s = Shelf(words, rnd); kind = s.KINDS[n % len(s.KINDS)]; getattr(s, kind)()
            path = os.path.join(folder, f"{k}_{n}.txt"); id = f"shelves:{k}_{n}"
            with open(path, "w", encoding="utf-8", errors="replace") as f: f.write("\n".join(s.out) + "\n")
            fold[id] = k; out.append(dict(id=id, kind=kind, path=path, set="shelves", language=s.lang, line_base=0, chapters=s.heads))
    return out
