"""Invented stories in the words of one fold's books, headed as people head what they write.

What is invented is the shape: how sections are named and set, what stands above and below
a heading, and what looks like a heading and is none. Each way to head is a function that
gives rows of (level, the heading's lines); a story says itself where its headings are.
"""
import os, random, re, textwrap
import texts
from headings_varied import LABEL, headings_of, blocks, sentence_case, title_case

WORDS = dict(
    en=dict(chapter="Chapter", part="Part", book="Book", pro="Prologue", inter="Interlude", epi="Epilogue", note="Author's Note", pre="Preface", after="Afterword", letter="Letter", ords="First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split(), last="the Last", nums="One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split(), day="Day", by="by", months="January March May June October December".split()),
    de=dict(chapter="Kapitel", part="Teil", book="Buch", pro="Prolog", inter="Zwischenspiel", epi="Epilog", note="Nachbemerkung", pre="Vorwort", after="Nachwort", letter="Brief", ords="Erstes Zweites Drittes Viertes Fünftes Sechstes Siebtes Achtes".split(), last="Letztes", nums="Eins Zwei Drei Vier Fünf Sechs Sieben Acht".split(), day="Tag", by="von", months="Januar März Mai Juni Oktober Dezember".split()),
    fr=dict(chapter="Chapitre", part="Partie", book="Livre", pro="Prologue", inter="Intermède", epi="Épilogue", note="Note de l'auteur", pre="Préface", after="Postface", letter="Lettre", ords="Premier Deuxième Troisième Quatrième Cinquième Sixième Septième Huitième".split(), last="dernier", nums="Un Deux Trois Quatre Cinq Six Sept Huit".split(), day="Jour", by="par", months="janvier mars mai juin octobre décembre".split()),
    es=dict(chapter="Capítulo", part="Parte", book="Libro", pro="Prólogo", inter="Interludio", epi="Epílogo", note="Nota de la autora", pre="Prefacio", after="Epílogo", letter="Carta", ords="Primero Segundo Tercero Cuarto Quinto Sexto Séptimo Octavo".split(), last="último", nums="Uno Dos Tres Cuatro Cinco Seis Siete Ocho".split(), day="Día", by="de", months="enero marzo mayo junio octubre diciembre".split()))
NAMES = ["Marta", "Josef", "Ellen", "Tom", "Anneke", "Ruth", "Pavel", "Inga", "Lise", "Old Pettibone", "The Thin Man", "Mrs. Crane", "Captain Orr"]
DIVISION = re.compile(r"\b(chapter|letter|book|part|act|scene|kapitel|buch|chapitre|livre|capítulo|capitolo|libro|hoofdstuk|fejezet|rozdział|kabanata|глава|第)\b|第|^\W*[ivxlc]+\W*$", re.I)
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
SIGNS = ["MOTHER WORSE COME HOME", "No smoking", "NO SMOKING", "TICKETS PLEASE", "WANTED FOR THEFT OF A BRIDGE", "Closed", "THIS WAY TO THE BOATS", "HE IS RISEN", "FERRY SUSPENDED UNTIL FURTHER NOTICE", "CLOSED FOR THE SEASON", "NO ADMITTANCE", "LOST: ONE DOG", "WET PAINT", "PRIVATE", "BEWARE OF THE BULL", "TO LET", "Ring twice", "Back in ten minutes", "ARRIVE TUESDAY STOP BRING LAMP STOP", "ELLEN MARSH, 1841-1902", "Here lies a patient man", "THREE DEAD IN FERRY FIRE", "Platform 2", "No fishing"]
ITEMS = ["one lamp, cracked", "the green coat", "eleven chairs", "salt, matches, string", "the letter", "two pounds of flour", "a dog", "a hat, wet", "the blue cup", "candles"]
SHORT = ["“No.”", "\"Why?\"", "“And the dog?”", "Nothing.", "He waited.", "It rained.", "“Go home, Tom.”", "\"Yes,\" she said.", "Then the light went.", "Silence.", "— Non.", "– Ja.", "Not yet.", "She laughed.", "Three o'clock. Four."]
GREETS = ["Dear Ellen,", "My dear Sister,", "Dear Sir,", "Dearest Tom --"]
LEAVES = [["Your loving sister,", "Marta"], ["Yours,", "T."], ["I remain, Sir, your obedient servant,", "JOSIAH CRANE"], ["Ever yours,", "Ellen"]]

class Words:
    """What one fold's books lend: paragraphs, verses, names of headings, by language."""
    def __init__(self, books):
        self.prose, self.verse, self.names, self.titles = {}, {}, {}, {}
        for g in books:
            lang = g.get("language") or "en"
            lines = texts.lines_of(g["path"], lang); H = headings_of(g, lines)
            if not H: continue
            self.titles.setdefault(lang, []).append(g.get("title") or "The Harbour")
            for a, b, c in H:
                t = LABEL.sub("", " ".join(l.strip() for l in lines[a:b])).strip(" .—-_*")
                if 3 < len(t) < 60 and re.match(r"\w", t) and not re.search(r"\d", t) and not DIVISION.search(t): self.names.setdefault(lang, []).append(t)
            for _, block in blocks(lines, H[0][1], min(H[-1][0] + 2000, g.get("body_end_line") or len(lines)))[:4000]:
                t = " ".join(l.strip() for l in block)
                if len(block) > 1 and block[0].startswith("  ") and max(map(len, block)) < 60 and len(block) < 9: self.verse.setdefault(lang, []).append([l.strip() for l in block])
                elif 60 < len(t) < 1400 and not re.match(r"[\[{(]|\W*[A-Z\d .]{9,}", t) and t[-1] in ".!?”\"»’'" : self.prose.setdefault(lang, []).append(t)

class Story:
    def __init__(self, words, rnd):
        self.r, self.lang = rnd, rnd.choice([l for l in words.prose if len(words.prose[l]) > 80] + ["en"] * 4)
        if self.lang not in words.prose: self.lang = "en"
        self.w, self.k = words, WORDS.get(self.lang, WORDS["en"])
        self.names = list(dict.fromkeys(words.names.get(self.lang) or words.names["en"])); rnd.shuffle(self.names)
        self.case = rnd.choice([str.upper, title_case, title_case, sentence_case, sentence_case, sentence_case, str])
        self.tail = rnd.choice([""] * 9 + [".", ".", "?", "!", "..."])
        self.long = rnd.choice([1, 1, 2, 4]); self.verses, self.letters, self.script = rnd.random() < .1, False, False
        self.false = rnd.choice([0, 0, .05, .15])

    def name(self): # the next name, in this story's case
        t = self.names.pop() if self.names else self.r.choice(NAMES)
        if t.isupper() and self.case is str: t = title_case(t)
        return self.case(t) + self.tail
    def paragraph(self): return self.r.choice(self.w.prose[self.lang])

    # Ways to head: each gives [(level, rows)].
    def named(self): return [(1, [self.name()]) for _ in range(self.n)]
    def ornamented(self):
        m = self.r.choice(["~ {} ~", "*{}*", "**{}**", "_{}_", "- {} -", "-- {} --", "= {} =", "* {} *", "[{}]", "{}:", "\"{}\"", "<< {} >>", "-={}=-"])
        return [(1, [m.format(self.name())]) for _ in range(self.n)]
    def number(self, i):
        return {0: str(i + 1), 1: ROMAN[i % 20], 2: self.k["nums"][i % len(self.k["nums"])]}[self.how]
    def numbered_below(self): # a number, and a name on the line below it
        a = self.r.choice(["{}", "{}.", self.k["chapter"] + " {}", self.k["chapter"] + " {}.", "({})", "- {} -"]); g = self.r.choice([0, 0, 1, 1, 2])
        up = self.r.choice([str.upper, str])
        return [(1, [up(a.format(self.number(i)))] + [""] * g + [self.name()]) for i in range(self.n)]
    def numbered(self):
        a = self.r.choice(["{}. {t}", "{}: {t}", self.k["chapter"] + " {}: {t}", self.k["chapter"] + " {}", self.k["chapter"].upper() + " {}", "{}", "{}.", "({})", "[{}]", "-{}-", "{} - {t}"])
        rows = [(1, [a.format(self.number(i), t=self.name())]) for i in range(self.n)]
        if self.r.random() < .5: rows = self.framed(rows)
        return rows
    def framed(self, rows): # what has no number among what has
        up = self.r.choice([str.upper, str]); k = self.k
        if self.r.random() < .7: rows = [(1, [up(k[self.r.choice(["pro", "pre"])])])] + rows
        if self.r.random() < .7: rows.append((1, [up(k[self.r.choice(["epi", "after", "note"])])]))
        if self.r.random() < .4 and len(rows) > 4: rows.insert(self.r.randrange(2, len(rows) - 1), (1, [up(k["inter"]) + self.r.choice(["", ": " + self.name(), " I"])]))
        return rows
    def ordinals(self):
        a = self.r.choice([self.k["chapter"] + " the {}", "{} " + self.k["chapter"], "The {} " + self.k["chapter"], self.k["chapter"] + " {}"]); up = self.r.choice([str.upper, str])
        o = self.k["ords"][:max(2, min(self.n, 7))]
        if self.r.random() < .3: o = o[:-1] + [self.k["last"].replace("the ", "")]
        g = self.r.random() < .3
        return [(1, [up(a.format(x))] + ([self.name()] if g else [])) for x in o]
    def parts(self): # parts or books above chapters whose numbers go on or begin again, or names
        up, again, out, i = self.r.choice([str.upper, str]), self.r.random() < .5, [], 0
        head = self.r.choice([self.k["part"] + " {}", self.k["book"] + " {}", "{n}", "{n}", self.k["part"] + " {}: {n}"]); sub = self.r.choice(["{}", "{}.", self.k["chapter"] + " {}", "{n}", "{n}", "{}. {n}"])
        if head == "{n}" and sub == "{n}": return self.names_over_names()
        for p in range(self.r.choice([2, 3, 4])):
            out.append((1, [up(head.format(self.number(p), n=self.name()))])); i = 0 if again else i
            for _ in range(self.r.choice([2, 3, 4])): out.append((2, [sub.format(self.number(i), n=self.name())])); i += 1
        return out
    def names_over_names(self):
        out = []
        for _ in range(self.r.choice([2, 3, 4])):
            out.append((1, [self.name().upper()])); keep, self.case = self.case, title_case
            out += [(2, [self.name()]) for _ in range(self.r.choice([2, 3, 4]))]; self.case = keep
        return out
    def inner(self): # stories, some of them with numbered sections
        out = []
        for _ in range(max(3, self.n // 2)):
            out.append((1, [self.name()]))
            if self.r.random() < .7: out += [(2, [ROMAN[i] + self.dot]) for i in range(self.r.choice([2, 3, 4]))]
        return out
    def signed(self): # each with its author: of a magazine, an anthology
        by = self.r.choice(["by ", "By ", "BY ", ""]); self.below = lambda: [by + self.r.choice(NAMES) + " " + self.r.choice(["Brand", "Nott", "Vane", "Pell", "Marsh"])]
        self.below_gap = self.r.choice([0, 0, 1]); return self.named()
    def people(self):
        p = self.r.sample(NAMES, self.r.choice([2, 2, 3])); s = self.r.choice(["{}", "{}", "**{}**", "{}'s POV", "{}:"]); up = self.r.choice([str, str, str.upper])
        return [(1, [up(s.format(p[i % len(p)]))]) for i in range(self.n)]
    def dates(self):
        m, d, out = self.r.choice(self.k["months"]), self.r.randrange(1, 9), []
        a = self.r.choice(["{d} {m}", "{m} {d}", "{m} {d}, 1911", "{d}. {m}", "Monday, {m} {d}", "{w} {i}", "{w} {i}", "{m} {d}th"])
        for i in range(self.n): out.append((1, [a.format(d=d, m=m, w=self.k["day"], i=i + 1) + self.dot])); d = min(28, d + self.r.randrange(1, 4))
        return out
    def correspondence(self):
        self.letters, a = True, self.r.choice([self.k["letter"] + " {}", self.k["letter"].upper() + " {}", "{}"])
        self.below = lambda: [" to ".join(self.r.sample(NAMES, 2))] if self.r.random() < .5 else []
        return [(1, [a.format(self.number(i))]) for i in range(self.n)]
    def poems(self):
        self.verses = True; return self.r.choice([self.named, self.named, self.numbered_below, self.ornamented, self.names_over_names])()
    def whole(self): # no headings at all, and much that looks like one
        self.false = self.r.choice([.1, .3, .3]); self.script = self.r.random() < .15; return []

    WAYS = "named named named named ornamented numbered_below numbered_below numbered ordinals parts parts names_over_names inner inner signed signed people dates correspondence poems poems poems whole whole whole whole whole whole".split()

    def look_alike(self):
        """What looks like a heading, and is none."""
        r, P = self.r, self.paragraph
        k = r.randrange(20)
        if k == 0: return [[self.centred(r.choice(SIGNS))]]
        if k == 1: return [[r.choice(SIGNS)], [P()[:200]]]
        if k == 2: return [[x] for x in r.sample(SHORT, r.choice([1, 2, 5]))]
        if k == 3: return [[f"{i + 1}. {x[0].upper() + x[1:]}." for i, x in enumerate(r.sample(ITEMS, 4))]]
        if k == 4: return [[f"{i + 1}. {x}"] for i, x in enumerate(r.sample(ITEMS, 3))]
        if k == 5: return [[r.choice(GREETS)], [P()]] + [r.choice(LEAVES)]
        if k == 6: return [[r.choice(["* * *", "***", "---", "#", "~~~", "o0o", "-----"])]]
        if k == 7: return [[self.centred(r.choice(["* * *", "*", "• • •"]))], [r.choice(["9:40 p.m.", "Later.", "Monday, late.", "Three days later", "The same night"])]]
        if k == 8: return [[f"[{r.choice(['Illustration', 'Note', 'Footnote 3', '12', 'Pg 41'])}: {title_case(r.choice(ITEMS))}]"]]
        if k == 9: return [["    " + l for l in r.choice(self.w.verse.get(self.lang) or [["A bell, a bell,", "and nobody to tell"]])]]
        if k == 10: return [[r.choice(["London,", "Harbour Hill,", "Wien,"]) + " " + r.choice(["3 May 1871.", "the 9th of June.", "Tuesday night."])], [r.choice(GREETS)], [P()]]
        if k == 11: return [[f"[{r.randrange(1, 40)}] {P()[:90]}"]]
        if k == 12: return [["- " + x for x in r.sample(ITEMS, 3)]]
        if k == 14: return [["[Illustration]"], [r.choice([str.upper, title_case])(r.choice(ITEMS))]]
        if k == 15: return self.scene()
        if k == 16: return [[f"{r.choice(['Step', 'Rule', 'Item', 'Day', 'Question'])} {i + 1}{r.choice(['.', ':', ''])} {x[0].upper() + x[1:]}."] for i, x in enumerate(r.sample(ITEMS, 3))]
        if k == 17: return [[P()[:90].rsplit(" ", 1)[0] + ":"], [r.choice(SIGNS)]] + [[r.choice(SIGNS)]] * (r.random() < .3)
        if k == 18: return [[self.centred(x)] for x in r.sample(SIGNS, 2)] if r.random() < .5 else [[r.choice(NAMES).upper() + "."]]
        if k == 13: return [[r.choice(NAMES).upper() + ". " + r.choice(SHORT)] for _ in range(4)]
        return [[r.choice(["Whoever holds the lamp shall row", "It was signed", "The note said", "He read aloud"]) + ":"], [r.choice(SIGNS).capitalize() + "."]]
    def motto(self): # whose words they are stands behind a dash
        r = self.r; t = self.paragraph()[:r.choice([40, 60])].rsplit(" ", 1)[0].rstrip(",;:-") + "."
        return [r.choice(["{}", "{}", "\"{}\"", "“{}”", "_{}_"]).format(t), r.choice(["-- ", "—", "--", "    -- "]) + r.choice(NAMES + ["Old proverb", "The Ferryman's Song", "a saying of the river", "Timetable, Ulm"])]
    def told(self): # what a chapter tells of, a place, a date
        r = self.r; t = self.paragraph()[:r.choice([60, 90])].rsplit(" ", 1)[0]
        return r.choice([["In which " + t[:1].lower() + t[1:] + "."], [t + "."], ["_" + r.choice(["London", "Ulm", "The ferry"]) + ", 3 May_"], ["(" + t + ")"], []])
    def scene(self): # of a film
        r = self.r; out = [[r.choice(["INT. ", "EXT. "]) + r.choice(["KITCHEN", "HARBOUR WALL", "MILL", "CAR"]) + " - " + r.choice(["DAY", "NIGHT", "LATER"])]] if r.random() < .7 else []
        for _ in range(r.choice([1, 2, 4])):
            says = [r.choice(NAMES).upper(), self.paragraph()[:r.choice([30, 60, 120])]]
            out += [[self.paragraph()[:90]]] * (r.random() < .3) + ([says] if r.random() < .7 else [[says[0]], [says[1]]])
        return out
    def centred(self, t): return " " * max(2, (68 - len(t)) // 2) + t

    def section(self):
        out, r = [], self.r
        if self.verses:
            V = self.w.verse.get(self.lang) or self.w.verse.get("en") or [["A bell, a bell,", "and nobody to tell"]]
            return [[" " * self.inset + l for l in r.choice(V)] for _ in range(r.choice([1, 2, 3, 5]))]
        if self.script: return [b for _ in range(r.choice([2, 4])) for b in self.scene()]
        if self.letters: out.append([r.choice(GREETS)])
        for _ in range(r.randrange(1, 3 * self.long + 1)):
            if r.random() < self.false: out += self.look_alike()
            out.append([self.paragraph()])
        if self.letters: out.append(r.choice(LEAVES))
        return out

    def write(self):
        """Lines and headings."""
        r = self.r
        self.n, self.how, self.dot, self.inset = r.choice([3, 4, 5, 7, 10]), r.randrange(3), r.choice(["", ".", ""]), r.choice([0, 0, 2, 4, 10])
        self.below, self.below_gap = lambda: [], r.choice([0, 1, 1])
        if r.random() < .25: self.below = r.choice([self.motto, self.motto, self.told])
        heads = getattr(self, r.choice(self.WAYS))()
        gap, wrap, indent = r.choice([1, 1, 1, 1, 0, 2]), r.choice([0, 0, 60, 68, 72, 76]), r.choice([0, 0, 0, 3])
        if gap == 0: indent = 3
        above = max(1, gap) + r.choice([0, 0, 0, 1, 1, 2, 3]); under = max(gap, 1) if r.random() < .75 else r.choice([0, 2, 2, 3])
        place, line, deeper = r.choice(["", "", "", "centre", "in"]), r.choice([""] * 12 + ["-", "="]), r.choice([0, 0, 1, 2])
        out, chapters = self.front(heads), []
        def put(block, prose=True):
            if len(block) == 1 and prose and len(block[0]) > 50 and wrap: out.extend(textwrap.wrap(" " * indent + block[0], wrap))
            else: out.extend([" " * indent + block[0]] + block[1:] if prose and not self.verses else block)
        for s, (level, rows) in enumerate([(0, [])] + heads):
            if level:
                out += [""] * (above + (deeper if level == 1 and max(l for l, _ in heads) > 1 else 0))
                if place: rows = [("    " if place == "in" else " " * max(0, (68 - len(x)) // 2)) + x if x else x for x in rows]
                if line and len(rows) == 1: rows = rows + [line * len(rows[0])]
                chapters.append(dict(level=level, line=len(out), lines=len(rows), accept=[" ".join(x.strip() for x in rows if x)]))
                out += rows
                b = self.below()
                if b: out += [""] * self.below_gap + b
                if s < len(heads) and heads[s][0] > level and r.random() < .8: continue # the first of its sections stands right below
            elif heads and r.random() < .85: continue
            blocks = [b for _ in range(1 if heads else 3) for b in self.section()]
            for k, b in enumerate(blocks):
                out += [""] * ((under if level else 2) if k == 0 else 1 if self.verses else gap if len(b[0]) > 50 and len(blocks[k - 1][-1]) > 50 else max(gap, 1))
                put(b, k > 0 or indent == 0 or r.random() < .5)
        if r.random() < .3: out += ["", "", r.choice(["THE END", "The End", "END", "Fin", "[end]", "-- The End --"])]
        if r.random() < .08: out += ["", ""] + [x for t in r.sample(self.w.titles[self.lang] * 4, 3) for x in [t.upper() + ". 12mo, $1.25", ""]]
        return out, chapters

    def front(self, heads):
        """Title, name, and what else stands above a story."""
        r, t = self.r, r_title(self)
        out = [] if r.random() < .06 else [t] + [""] * r.choice([0, 1, 1]) + ([] if r.random() < .15 else [r.choice(["by ", "By ", "", self.k["by"] + " "]) + r.choice(NAMES[:9]) + " Marsh"])
        if r.random() < .2: out += ["", r.choice(["For Ellen", "Rating: PG", "Summary: " + self.paragraph()[:80], "First published 1911", "Disclaimer: not mine."])]
        if heads and r.random() < .22:
            page = r.choice(["", "", "   {}", " .... {}", ", {}"]); out += ["", "", r.choice(["CONTENTS", "Contents", "Table of Contents", "INDEX"]) if r.random() < .85 else "", ""]
            gap = r.random() < .3; n = 3
            for level, rows in heads:
                n += r.randrange(3, 20); out += ["  " * (level - 1) + r.choice(["", ""]) + " ".join(x for x in rows if x) + page.format(n)] + ([""] if gap else [])
                if r.random() < .15: out += textwrap.wrap("    " + self.paragraph()[:100], 60)
            out += ["", ""]
        return out

def r_title(s): return s.r.choice([str.upper, str, str])(s.r.choice(s.w.titles.get(s.lang) or ["The Harbour"])[:60])

def stories(books, fold, number, seed, folder, folds, lend=Words, kind=Story, name="invented"):
    """Invented stories, as many for each fold; their folds go into fold."""
    os.makedirs(folder, exist_ok=True); rnd, out = random.Random(seed), []
    for k in range(folds):
        words = lend([g for g in books if fold[g["id"]] == k])
        for n in range(number // folds):
            s = kind(words, rnd); lines, chapters = s.write()
            path = os.path.join(folder, f"{k}_{n}.txt"); id = f"{name}:{k}_{n}"
            with open(path, "w", encoding="utf-8", errors="replace") as f: f.write("\n".join(lines) + "\n")
            fold[id] = k; out.append(dict(id=id, path=path, set="invented", language=s.lang, line_base=0, chapters=chapters))
    return out
