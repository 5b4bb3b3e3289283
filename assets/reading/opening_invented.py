"""Invented openings, as people of archives, boards, disks and lists have written them.

What is invented is the shape; the titles, names and sentences are those of the books
of one fold. Each shape is a function that returns rows: a line and its role, or ""
and None for a blank line.
"""
import os, random, re, textwrap
from opening_pages import BY, HANDLES, paragraphs, sample, sentence_case, set_body, slug
from opening_words import LANGUAGES
import opening_letters, opening_sites

PLACES = ["Lower Town", "14 Quay Street", "P.O. Box 12", "Harbour Hill, OR 97201", "Box 88, Mill Road", "22 Rue du Port", "Springfield, Ohio", "Apt. 4B", "Leeds LS2", "7 Linden Court", "Kestrel Press"]
MONTHS = "January February March April May June July August September October November December".split()
SUBTITLE = ["A Tale of {0}", "A Story of {0}", "a {0} story", "or, {0}", "Being the Story of {0}", "({0})", "A Novel", "a fable", "A Comedy in Three Acts", "A Romance", "The first of the {0} stories", "and Other Stories", "Erzählung", "Roman", "Nouvelle", "novela corta", "рассказ", "a short story in two parts", "(a {0} fanfic)"]
SINGLES = ["Author: {n}", "Author: {n}", "author: {n}", "By: {n}", "Rating: PG-13", "Rating: T", "Summary: {s}", "Summary: {s}", "Fandom: {t}", "Pairing: {f}/{g}", "Disclaimer: Not mine, none of it.", "Written by: {n}", "Genre: Drama", "Auteur : {n}", "Autor: {n}", "Автор: {n}", "Auteur: {n}", "Autore: {n}", "Författare: {n}", "Category: Humor", "Spoilers: none", "Archive: Please ask first.", "Warnings: none", "Title: {t}", "Length : 512 words", "Notes: {s}", "Series: {t}", "Feedback: yes please", "Kirjoittaja: {n}", "Yazar: {n}", "Penulis: {n}", "Szerző: {n}", "Συγγραφέας: {n}", "Forfatter: {n}", "Autora: {n}", "Autorin: {n}", "Fic by: {n}", "Story by: {n}"]
NOTES = ["This is my first story, so please be kind.", "FILE: {s8}.TXT", "[From a magazine of 1952.]", "Version 1.1", "About {k} words", "Posted by {n}", "All the people in this story are invented.", "First published in The Quay Review", "Downloaded from the Ferry House BBS", "Please send a stamp if you want the next one", "I wrote this in one night and nobody has read it yet.", "[Transcriber's note: spelling as in the print.]", "Work Header", "*** This file may be passed on freely ***", "{s8}.txt", "1.3K reads  77 votes  12 comments", "24 hours - 2400 baud - (503) 555-0142", "With an introduction", "With a short preface", "Contains two maps", "Second draft", "Not for the list yet", "With an Introduction and Notes", "with a glossary", "With Two Maps and a Plan", "Includes an afterword by the author", "This work is licensed under a Creative Commons License.", "Licensed under CC BY-SA 4.0", "Released under the CC0 licence", "[Reprinted from {t} by permission]", "A {t} story", "Complete in one part"]
HEADS = ["Chapter 1", "CHAPTER I", "Chapter One", "I", "1", "1.", "Prologue", "PROLOGUE", "PART ONE", "Chapter 1: {t}", "I. {t}", "{t}", "{T}", "Kapitel 1", "Chapitre premier", "Capítulo 1", "Глава 1", "Chapter the First", "Act One", "-1-", "[1]", "BY {T}", "By {t}", "By the River", "BY NIGHT"]
RATINGS = ["G", "PG", "PG-13", "R", "NC-17", "K+", "T", "Teen And Up Audiences", "General Audiences", "Mature", "PG-15", "FRT"]
REMARKS = ["All of this happened. None of it is true.", "None of the places is mine. The weather is.", "Don't sue. I have nothing.", "The characters belong to other people.", "Comments are welcome, by mail please.", "This may be passed on as it stands.", "Warning: somebody falls in the water.", "I own nothing but the plot.", "Not beta read, so be gentle.", "Thanks to all who waited.", "I wrote this in a week and it shows.", "This is my first try, so please tell me what you think.", "You may copy this for your friends, but do not sell it.", "Feedback keeps me going!", "No money is made from this.", "Any likeness to real people is an accident.",
           "Written for the winter exchange; I hope you like it.", "If you have read this far, write to me.", "This one has sat on my disk since 1993.", "Sorry for the wait, everybody.", "My thanks to the list for the patience.", "Please ask before you archive this.", "Reviews are welcome and flames are not.", "I do not own the show or the people in it.", "There is no such ferry, and no such town."]
CONTENTS = ["Contents", "CONTENTS", "Inhalt", "Table of Contents", "Índice", "Table", "Contenido", "Sommaire", "Indice", "Inhoud", "Spis treści", "Table des matières"]
BOARDS = ["Ferry House BBS", "the Last Stop BBS", "The Attic", "Northern Lights BBS", "the Mill Archive", "Quay Online"]

def strange(rnd):
    """A name that no list knows."""
    return "".join(rnd.choice("b d f g h k l m n r s t v w z ch sh th kw nd br tr".split()) + rnd.choice("a e i o u ai ei ou ua".split()) for _ in range(rnd.choice([1, 2, 2, 3]))).title() + rnd.choice(["", "", "n", "l", "r", "s", "k"])

GIVEN = []
def given():
    """Given names, as the program lists them."""
    if not GIVEN: GIVEN.extend(l.strip("*\n").title() for l in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../internal/parse/says/names/given.txt"), encoding="utf-8"))
    return GIVEN

def worded(rnd, prose):
    """A title of everyday words, taken from the prose."""
    N = sorted(set(re.findall(r"\b(?:the|a|an|his|her) ([a-z]{4,11})\b", " ".join(" ".join(p) for p in prose))))
    if len(N) < 3: return ""
    a, b, c = (x.title() for x in rnd.sample(N, 3))
    return rnd.choice(["The {a}", "{a}", "{a}s", "{a} and {b}", "The {a} {b}", "{a} {b}", "A {a} of {b}s", "The {a} in the {b}", "{a} {b} {c}", "{a}, {b}, {c}", "The {a}'s {b}", "No {a} for {b}", "Of {a}s and {b}s", "The Last {a}", "Little {a}", "One {a} Too Many"]).format(a=a, b=b, c=c)

class Words:
    """What one page is filled with: all of it from the books of one fold."""
    def __init__(self, B, rnd):
        self.rnd = rnd; self.fold = rnd.randrange(5)
        pool = [b for b in B if b.fold == self.fold and b.titles]; self.book = b = rnd.choice(pool)
        kin = [x for x in pool if x.language == b.language] or [b]
        self.kin, pick = kin, lambda: rnd.choice(rnd.choice(kin).titles)
        self.title, self.other, self.third = pick(), pick(), pick()
        named = [x for x in kin if x.names] or [x for x in pool if x.names]
        n, m = rnd.choice(rnd.choice(named).names), rnd.choice(rnd.choice(pool).names or ["Ida Fell"])
        if rnd.random() < .25: n = rnd.choice(HANDLES)
        elif rnd.random() < .3 and " " in n and " " in m: n = n.split()[0] + " " + m.split()[-1]
        self.name, self.helper = n, m
        self.by = rnd.choice(BY.get(b.language[:2], BY["en"]) if rnd.random() < .7 else BY["en"])
        self.prose = paragraphs(b, rnd, rnd.choice([3, 4, 5, 8, 25, 60]))
        self.kinds, self.lists = SUBTITLE, CONTENTS
        if rnd.random() < .14: self.speak(rnd.choice(sorted(LANGUAGES)), pool)
        k = rnd.random()
        if k < .06: self.name = strange(rnd) + " " + strange(rnd)
        elif k < .2: self.name = rnd.choice(given()) + " " + rnd.choice([m.split()[-1], strange(rnd), n.split()[-1]])
        if b.language == "en" and self.prose and rnd.random() < .25: self.title = worded(rnd, self.prose) or self.title
        self.align = rnd.choice(["left", "left", "centre", "centre", "right", "some"])
        if self.prose:
            first = self.prose[-1]
            self.sentence = " ".join(first[:1])[:60].rsplit(" ", 1)[0] + "."
            self.remark = rnd.choice(REMARKS)
    def speak(self, language, pool):
        """Takes titles, names and words of a language that the books have little of."""
        rnd = self.rnd; T, N, self.kinds, by, self.lists, P = LANGUAGES[language]; near = [b for b in pool if b.language[:2] == language]
        self.title, self.other = rnd.sample(T, 2); self.third = rnd.choice(T); self.name, self.helper = rnd.sample(N, 2); self.by = rnd.choice(by)
        self.prose = near and rnd.random() < .6 and paragraphs(rnd.choice(near), rnd, rnd.choice([4, 8, 25])) or [textwrap.wrap(p, 70) for p in rnd.sample(P, len(P))]
    def fill(self, s):
        return s.format(self.other, t=self.other, T=self.other.upper(), n=self.name, f=self.name.split()[0], g=self.helper.split()[0], s=self.sentence, s8=re.sub(r"\W", "", self.title)[:8].upper(), k=self.rnd.choice(["1,900", "500", "12,000"]))
    def mail(self): return self.name.split()[0].lower() + self.rnd.choice(["@example.org", "@mail.example.net", "77@example.com"])
    def date(self):
        r = self.rnd; y, m = r.randrange(1979, 2016), r.choice(MONTHS)
        return r.choice([f"{m} {y}", f"{m} {r.randrange(1, 28)}, {y}", f"{r.randrange(1, 28)} {m[:3]} {y}", str(y), f"{r.randrange(1, 12)}/{r.randrange(1, 28)}/{y % 100:02}", f"{y}-{r.randrange(1, 12):02}-11"])
    def cased(self, t):
        return self.rnd.choice([lambda s: s] * 5 + [str.upper] * 4 + [sentence_case] * 4 + [str.lower])(t)
    def put(self, s, role):
        a = self.align if self.align != "some" else self.rnd.choice(["left", "centre"])
        k = (72 - len(s)) // 2 if a == "centre" else 72 - len(s) if a == "right" else 0
        return [(" " * max(0, k) + s, role)]

def gap(rnd, *w): return [("", None)] * rnd.choice(w)

def dressed(w):
    """The title as amateurs dress it, in one row or two."""
    rnd, T = w.rnd, w.cased(w.title)
    T = rnd.choice(["{}"] * 18 + ['"{}"', "“{}”", "'{}'", "_{}_", "*{}*", "**{}**", "# {}", "*** {} ***", "{}.", "{}...", "{}!", "{}!!!", "{}?", "...{}", "~ {} ~", "{} (1/3)", "-- {} --", "= {} =", "=) {} (=", "<{}>", "FIC: {}", "[{}]"]).format(T)
    if rnd.random() < .05: T = "   ".join(" ".join(x) for x in T.upper().split())
    if len(w.title.split()) > 3 and rnd.random() < .2:
        p = T.split(); k = rnd.randrange(1, len(p))
        return w.put(" ".join(p[:k]), "title") + gap(rnd, 0, 0, 1) + w.put(" ".join(p[k:]), "title-more")
    row = w.put(T, "title"); inset = len(row[0][0]) - len(row[0][0].lstrip())
    return row + ([(" " * inset + rnd.choice("-=~*_") * len(T), "note")] if rnd.random() < .08 else [])

def extras(w, n):
    """A name with what is written behind names."""
    rnd, m = w.rnd, w.helper
    return rnd.choice([n] * 6 + [n.upper()] * 2 + [n + " and " + m, n + ", " + m, n + rnd.choice([", M.A.", ", Ph.D."]), n + ", " + w.date(), n + " <" + w.mail() + ">", n + " (" + w.mail() + ")", n + " (" + m + ")", n + ", aged 14", n + " aka " + rnd.choice(HANDLES), n + ", author and alias", n + " - http://example.org/~" + n.split()[0].lower(), n + " (c) " + w.date()[-4:]])

def credited(w):
    """Who wrote it, in rows; how, from 0 to 1, is told too."""
    rnd, n, how = w.rnd, w.name, w.rnd.random()
    N = extras(w, n)
    if how < .33: return how, w.put(w.by + rnd.choice([" ", " ", " ", ": "]) + N, "author")
    if how < .37: return how, w.put(rnd.choice(["a novel by", "A Science Fiction Novel by", "_A Story by_", "a tale by", "A GHOST STORY BY", "a short story by"]), "by") + gap(rnd, 0, 0, 1) + w.put(N, "author")
    if how < .4: return how, w.put(w.by + " " + N, "author") + gap(rnd, 0, 0, 1) + w.put(rnd.choice(["Vicar of {}", "Professor of Greek at {}", "Late Fellow of {} College", "Surgeon to the {} Hospital", "a member of the {} Writers' Circle", "Class of {}", "Chaplain to the Bishop of {}", "M.A., LL.D.", "of {}", "Sergeant, {} Rifles", "Editor of \"{}\""]).format(w.other), "credit")
    if how < .5: return how, w.put(w.by, "by") + gap(rnd, 0, 1, 1, 2) + w.put(N, "author")
    if how < .68: return how, w.put(n if rnd.random() < .7 else n.upper(), "author")
    if how < .78: return how, w.put(rnd.choice(["Written by ", "A story by ", "Story by ", "A tale by ", "a fanfic by ", "written and illustrated by ", "The following story is by ", "as told by ", "A story of small things by ", "an original work by "]) + N, "author")
    if how < .83: return how, w.put(rnd.choice(["(c) 1987", "Copyright 1993", "© 2004", "May 1999", "1996"]), "imprint") + w.put(n, "author")
    return how, []

def tail(w):
    """What stands below title and name."""
    rnd, n, m, out = w.rnd, w.name, w.helper, []
    for _ in range(rnd.choice([0, 0, 0, 1, 1, 2, 3])):
        k = rnd.random()
        if k < .2: x = w.put(rnd.choice(["(c) 1998 ", "Copyright 1993 by ", "© 2004 ", "Copyright (c) 1991 "]) + n, "imprint")
        elif k < .32: x = w.put(rnd.choice([w.date(), w.date(), "1929", "New York, 1929", "London: Hay & Co., 1912", "Leeds: " + m.split()[-1] + " & Sons, 1988", "Harbour Press", "Second Edition", "Quay Press, Boston"]), "imprint")
        elif k < .4: x = w.put(rnd.choice(["Translated by " + m, "Illustrated by " + m, "Edited by " + m, "Cover art: " + m, "with drawings by " + m, "beta'd by " + m, "Author of \"" + w.third + "\""]), "credit")
        elif k < .5: x = w.put(rnd.choice(["For " + m, "Dedicated to " + m, "To my mother", "for everyone who waited"]), "inscription") + (w.put("-- " + "".join(p[0] + "." for p in n.split()), "inscription") if rnd.random() < .2 else [])
        elif k < .6: x = [(l, "inscription") for l in w.prose[0][:rnd.choice([1, 2])]] + w.put(rnd.choice(["-- ", "— ", "- "]) + m, "inscription")
        elif k < .75: x = w.put(w.fill(rnd.choice(NOTES)), "note")
        elif k < .85: x = w.put(rnd.choice(["* * *", "-----", "=" * 40, "~~~", "***", "••••"]), "note")
        else: x = w.put(rnd.choice([w.mail(), "http://stories.example.net/" + n.split()[0].lower()]), "note")
        out += gap(rnd, 0, 1, 1, 2) + x
    return out

def plain(w):
    """Title and name, and what may stand round them."""
    rnd, T = w.rnd, dressed(w); how, who = credited(w); end = tail(w)
    sub = [] if rnd.random() < .75 else w.put(w.fill(rnd.choice(w.kinds)), "subtitle")
    ser = [] if rnd.random() < .88 else w.put(w.fill(rnd.choice(["{0} #3", "Book Two of the {0}", "Part Two of Three", "{0}: Part One", "The {0} Series", "The Works of " + w.name, "THE NOVELS AND TALES OF " + w.name.upper(), "No. 14", "EPISODE #14", "The Adventures of {0}", "VOLUME I", "{0}, Book 2"])), "series")
    lead = []
    if rnd.random() < .15:
        loud = T[0][0].strip().isupper() and rnd.random() < .6
        for _ in range(rnd.choice([1, 1, 2])): lead += w.put((str.upper if loud else str)(w.fill(rnd.choice(NOTES))), "note") + gap(rnd, 0, 0, 1)
        lead += gap(rnd, 1, 2)
    order = rnd.random()
    if order < .34 and .5 <= how < .68: page = lead + ser + who + gap(rnd, 0, 1, 2, 1) + T + gap(rnd, 0, 0, 1) + sub + end
    elif order < .19 and " by " not in T[0][0] and len(T) == 1:
        page = lead + w.put(T[0][0].strip() + rnd.choice([" by ", " by ", ", by ", " -- by ", "   (c) 1994 ", "  /  "]) + rnd.choice([w.name, w.name, w.name + ". Begun 12/97, finished 3/98.", w.name + ", " + w.date()]), "title+author") + end
    else: page = lead + ser + gap(rnd, 0, 1) + T + gap(rnd, 0, 0, 1) + sub + gap(rnd, 0, 0, 1, 1, 2) + who + end
    if rnd.random() < .36:
        s = rnd.choice(SINGLES)
        if not (who and "{n}" in s and rnd.random() < .8):
            F = [(w.fill(s), "field")]
            for _ in range(rnd.choice([0, 0, 0, 1, 2])): F += gap(rnd, 0, 1) + [(w.fill(rnd.choice(SINGLES[4:])), "field")]
            page = ([(rnd.choice([sentence_case, sentence_case, str.lower, str])(w.title), "title")] if "{n}" in s or rnd.random() < .4 else page) + gap(rnd, 0, 0, 1) + F
    return page

def boxed(w):
    """Title and name in a box of signs."""
    rnd = w.rnd; T = w.cased(w.title); wide = rnd.choice([30, 42, 60]); inner = [(T, "title")]
    if rnd.random() < .7: inner.append((rnd.choice(["by ", "By ", "written by "]) + w.name, "author"))
    if rnd.random() < .4: inner.append((rnd.choice(["(c) " + w.date()[-4:], "all rights reserved", "Copyright " + w.date()[-4:] + " " + w.name]), "imprint"))
    top, side = rnd.choice([("+-+", "|"), ("***", "*"), ("###", "#"), ("===", ""), ("[][]", ""), ("/\\/", ""), (".-.", "|"), ("~~~", "")])
    rule = (top[0] + top[1] * (wide - 2) + top[-1]) if len(top) == 3 else (top * wide)[:wide]
    side_ = lambda s: (side + s.center(wide - 2) + side) if side else (s.center(wide).rstrip() if rnd.random() < .5 else s)
    empty = [(side_(""), "note")] * rnd.choice([0, 1, 1]) if side else []
    rows = [(rule, "note")] + empty + [(side_(s), r) for s, r in inner] + empty + [(rule, "note")]
    if len(inner) == 1 and rnd.random() < .6: rows += gap(rnd, 0, 1) + credited(w)[1]
    return rows + (gap(rnd, 1) + dotted(w) if rnd.random() < .25 else [])

def dotted(w):
    """Labels with their colons in one column, or with dots up to them."""
    rnd = w.rnd; d = rnd.choice([".", " ", " "]); j = rnd.choice([": ", ": ", " : ", " = "])
    F = [("Author", w.name), ("Genre", "SF"), ("Finished", w.date()), ("Filename", w.fill("{s8}.TXT")), ("Length", w.fill("{k} words")), ("Desc", w.sentence), ("Type", "Story"), ("Date", w.date()), ("Rating", rnd.choice(RATINGS)), ("Version", "1.0")]
    return [(k.ljust(12, d) + j + v, "field") for k, v in rnd.sample(F, rnd.choice([2, 3, 4, 5]))]

def described(w):
    """A file's description as boards list it, above the title."""
    T = w.cased(w.title)
    rows = dotted(w) + gap(w.rnd, 1, 2) + w.put(T, "title")
    if w.rnd.random() < .5: rows += [(w.rnd.choice("=-~*") * len(T), "note")]
    return rows + (gap(w.rnd, 0, 1) + credited(w)[1] if w.rnd.random() < .6 else [])

def archived(w):
    """A page of an archive, copied with its labels and the values below them."""
    rnd, n = w.rnd, w.name; inset = rnd.choice(["", "", "    ", "\t"]); rows = []
    F = [("Rating", rnd.choice(RATINGS)), ("Archive Warning", "No Archive Warnings Apply"), ("Category", rnd.choice(["Gen", "F/M, Gen", "M/M"])), ("Fandom", w.other), ("Relationship", w.helper.split()[-1] + "/" + n.split()[-1]), ("Characters", w.helper + ", " + n), ("Additional Tags", "Rain, Letters"), ("Language", "English"),
         ("Stats", rnd.choice(["Published:2019-05-03Words:512Chapters:1/1Comments:4Kudos:31Hits:507", "Published: 2016-11-02 Words: 1204 Chapters: 1/1"]))]
    keep = [f for f in F if f[0] in ("Rating", "Fandom") or rnd.random() < .6]
    if rnd.random() < .5: rows += [(rnd.choice(["Work Header", "Back to Search", "Actions", "Skip header", "Main Content"]), "note")] + gap(rnd, 1)
    for k, v in keep: rows += [(k + ":", "field"), (inset + v, "field")] if rnd.random() < .97 else [(k + ": " + v, "field")]
    rows += gap(rnd, 1, 2) + [(w.title if rnd.random() < .7 else w.cased(w.title), "title")] + gap(rnd, 0, 1, 1) + [(rnd.choice(["", "", "by "]) + n, "author")] + gap(rnd, 1)
    for k in ("Summary", "Notes"):
        if rnd.random() < .7: rows += [(k + rnd.choice([":", ":", ""]), "field")] + gap(rnd, 0, 1, 1) + [(inset + (w.sentence if k == "Summary" else w.remark), "field")] + gap(rnd, 1)
    return rows + ([(rnd.choice(["Work Text:", "Chapter Text"]), "field")] if rnd.random() < .7 else [])

def listed(w):
    """Title and name, then the facts without labels, as sites of fan fiction list them."""
    rnd = w.rnd; T, n = w.title if rnd.random() < .7 else w.cased(w.title), w.name
    rows = [(rnd.choice(["FIC: ", "Fic: ", "", "", "", ""]) + T + rnd.choice(["", "", ", 1/1", " (1/1)"]), "title")] + gap(rnd, 0, 0, 1)
    facts = [(rnd.choice([f"Rated: Fiction {rnd.choice(['K', 'K+', 'T'])} - English - Drama - Chapters: 1 - Words: 1,204", "1.2K reads  88 votes  14 comments", rnd.choice(RATINGS), w.fill("{k} words"), w.fill("{f}/{g}"), w.fill("{f} x {g}"), w.sentence, w.fill("Fandom: {t}"), "Teen And Up Audiences, No Archive Warnings Apply", w.date()]), "field") for _ in range(rnd.choice([1, 2, 3]))]
    facts = [(s, "note" if s == w.sentence or "reads" in s else r) for s, r in facts]
    who = [(rnd.choice(["By: ", "by ", "", "", "by: "]) + n, "author")]
    return rows + (who + gap(rnd, 0, 1) + facts if rnd.random() < .75 else facts + gap(rnd, 0, 1) + [("by " + n, "author")])

def magazine(w):
    """A page of a disk magazine or a serial: its banner, the part, the title, what went before."""
    rnd = w.rnd; rule = rnd.choice(["-" * 60, "=" * 69, "*" * 40, "[]" * 20, "~" * 50, "_" * 43, "#" * 46]); mag = rnd.choice(["The Adventures of {0}", "{0}", "{0} MAGAZINE", "The {0} Review", "D I S K   T A L E S", "Tales of {0}"]).format(w.other)
    if rnd.random() < .4: mag = rnd.choice(['"{}"', "{}", " {} "]).format(mag)
    if rnd.random() < .3: mag = mag.upper()
    rows = [(rule, "note")] * (rnd.random() < .7) + [(mag if rnd.random() < .5 else mag.center(68).rstrip(), "series")]
    if rnd.random() < .5: rows += [(rule, "note")]
    for s in rnd.sample(["A monthly tale, free of charge", "Volume 3, Number 2" + w.date().rjust(40), "The Electronic Magazine of Short Fiction", "Edited by " + w.helper, "It may be passed on as it stands.", "Copyright 1991 by " + w.helper + ".", "a free magazine for people who read", "Issue Nine", "All the people in it are invented.", "Issue 14"], rnd.choice([1, 2, 3])):
        rows += [(s, "credit" if s.startswith("Edited") else "imprint" if "Copyright" in s or "Volume" in s or "Issue" in s else "note")]
    rows += [(rule, "note")] + gap(rnd, 1, 2)
    if rnd.random() < .5: rows += [(rnd.choice(["EPISODE #14", "PART #3", "Part Four", "No. 7", "Episode 2"]), "series")] + gap(rnd, 1, 1, 2)
    rows += [((" " * rnd.choice([0, 10, 17, 24])) + rnd.choice([w.title, w.title.upper(), w.cased(w.title), "** " + w.title.upper() + " **"]), "title")] + gap(rnd, 1)
    if rnd.random() < .3:
        a, b = rnd.choice([(">>>", "<<<"), ("(((", ")))"), ("<<", ">>"), ("[", "]"), ("***", "***")]); t = [x for p in w.prose[:1] for x in p][:rnd.choice([1, 2, 3])] or [w.sentence]
        t[0], t[-1] = a + t[0], (t[-1] if len(t) > 1 else a + t[0]) + b
        rows += [(x, "note") for x in t] + gap(rnd, 1)
    return rows + w.put(rnd.choice(["by ", "By ", "by ", "A story by ", "fiction by "]) + w.name, "author") + (gap(rnd, 1) + [(rule, "note")] if rnd.random() < .2 else [])

def posted(w):
    """A board's or a list's sentence that says who wrote it, above the title."""
    rnd, n = w.rnd, w.name; board = rnd.choice(BOARDS)
    rows = [(rnd.choice(["The following story is by " + n, "The Following Story is by " + n, "This story was written by " + n, "The following is a work of fiction by " + n + ".", "The story below was written by " + n + " for " + board, "A tale by " + n, "What follows was written by " + n, "Another story by " + n]), "author")]
    if rnd.random() < .6: rows += gap(rnd, 0, 0, 1) + [(rnd.choice([board, "and uploaded to " + board, "All rights reserved.", "from the files of " + board, w.remark]), "note")]
    T = w.title if rnd.random() < .6 else w.cased(w.title)
    return rows + gap(rnd, 1, 2) + [(" " * rnd.choice([0, 0, 4, 20]) + rnd.choice(['"{}"', "{}", "{}", "“{}”", "-- {} --"]).format(T), "title")]

def manuscript(w):
    """The first page of a manuscript: name, address, words, and the title in the middle."""
    rnd, n = w.rnd, w.name; side = rnd.choice(["left", "right", "both"])
    block = [(n, "author")] + [(p, "note") for p in rnd.sample(PLACES, rnd.choice([1, 2, 3]))] + [(w.mail(), "note")] * (rnd.random() < .3) + [(rnd.choice([w.date(), "1,900 words", "(503) 555-0142", "about 2,000 words", "Second draft, " + w.date()]), "imprint")]
    if side == "both": block[0] = (n.ljust(52) + "about 3,400 words", "author"); block[1] = (block[1][0].ljust(58) + "First rights", "note")
    if rnd.random() < .12: block.insert(0, (w.fill("{s8}.txt"), "note"))
    rows = [(s.rjust(72) if side == "right" else s, r) for s, r in block] + gap(rnd, 1, 1, 3)
    T = rnd.choice([w.title, w.title.upper(), w.title]); c = rnd.random() < .7
    rows += [(T.center(72).rstrip() if c else T, "title")]
    if rnd.random() < .5:
        b = rnd.random() < .4
        for s, r in ([("by", "by"), (n, "author")] if b else [("by " + n, "author")]): rows += gap(rnd, 0, 1) + [(s.center(72).rstrip() if c else s, r)]
    return rows

def paired(w):
    """Who loves whom, the title, and lines of a song."""
    rnd = w.rnd; rows = [(w.fill(rnd.choice(["{f}/{g}", "{f} x {g}", "{g}/{f}", "{f} + {g}", "{f}/{g}, PG"])), "field")] + gap(rnd, 0, 1, 1) + [(rnd.choice([w.title, w.title, w.title.lower()]), "title")] + gap(rnd, 0, 1, 1)
    song = [l for p in w.prose for l in p][:rnd.choice([1, 2, 2, 4])]
    rows += [(l[:44].rsplit(" ", 1)[0] + rnd.choice([",", "", "."]), "inscription") for l in song] + [(" " * rnd.choice([0, 3, 30]) + rnd.choice(["- ", "-- ", "— ", "by "]) + w.helper, "inscription")]
    return rows + (gap(rnd, 1) + [("by " + w.name, "author")] if rnd.random() < .3 else [])

def tight(w):
    """No blank line anywhere: title, name, a remark between ornaments, the story."""
    rnd = w.rnd; mark = rnd.choice(["••••", "~~~~", "oooo", "****", "----", "xXx"])
    rows = [(w.title if rnd.random() < .7 else w.cased(w.title), "title")] + [(rnd.choice(["by ", "", "", "By "]) + extras(w, w.name), "author")]
    if rnd.random() < .6: rows += [(mark, "note"), (w.remark, "note"), (mark, "note")]
    elif rnd.random() < .6: rows += [(rnd.choice(["Introduction: ", "Foreword: ", "Disclaimer: ", "Warning: ", "A/N: "]) + w.remark, "field") for _ in range(rnd.choice([1, 2]))]
    return rows

def thanked(w):
    """Fields, words to the reader, then title and name, then the story."""
    rnd = w.rnd; rows = [(w.fill(s), "field") for s in rnd.sample(["Rating: PG", "Pairing: {f}/{g}", "Archive: Ask first.", "Keywords: Angst", "Spoilers: season two", "Category: Gen", "Feedback: please!", "Fandom: {t}"], rnd.choice([2, 3, 4]))] + gap(rnd, 1, 2)
    if rnd.random() < .6: rows += [(rnd.choice(["Thanks to everybody who read this in three drafts and never asked when it would be done. ", "This one goes to all who wrote to me in the winter. ", "I would like to thank my sister, who does not read such stories and read this. ", "For everybody at the round table. "]) + " ".join(rnd.sample(REMARKS, rnd.choice([0, 1, 2, 3]))), "note")] + gap(rnd, 1)
    rows += w.put(w.title if rnd.random() < .6 else w.cased(w.title), "title") + gap(rnd, 0, 1) + w.put(rnd.choice(["by ", "By "]) + extras(w, w.name), "author")
    return rows + (gap(rnd, 0, 1) + [("E-mail: " + w.mail(), "field")] if rnd.random() < .4 else [])

def rated(w):
    """Title and name, and a box of what the rating means."""
    rnd = w.rnd; rule = rnd.choice("*-~=") * rnd.choice([24, 40])
    rows = [(w.title if rnd.random() < .7 else w.cased(w.title), "title"), (rnd.choice(["by ", ""]) + w.name, "author")] + gap(rnd, 1)
    return rows + [(rule, "note"), (rnd.choice(["Overall rating : ", "My rating = ", "Rating: ", "Our Ratings : "]) + rnd.choice(RATINGS), "field")] + [(s, "field") for s in rnd.sample(["MV (mild violence)", "L (strong language)", "S (sexual situations)", "D (drug use)", "V - violence"], 2)] + [(rule, "note")]

def numbered(w):
    """The series above the title, with the number in a line of its own or in brackets."""
    rnd = w.rnd; k = rnd.choice(["Book Two", "BOOK I", "Part 3", "Volume 2", "Book 1.5", "Episode 4"]); T = rnd.choice([w.title, w.title.upper()]); who = credited(w)[1]
    if rnd.random() < .4: return w.put(T, "title") + gap(rnd, 0, 0, 1) + w.put(rnd.choice([f"({w.other} #2)", f"{w.other}, {k}", f"{k} of {w.other}", f"[{w.other} 0]"]), "series") + gap(rnd, 0, 1) + who
    S = w.other.upper() if T.isupper() else w.other
    return w.put(S, "series") + gap(rnd, 0, 0, 1) + w.put(k.upper() if rnd.random() < .3 else k, "series") + gap(rnd, 1, 2) + w.put(T, "title") + gap(rnd, 0, 1) + who

def lone(w):
    """A title that is a shout, or dressed, and no name."""
    rnd = w.rnd; T = rnd.choice(["{}!!", "{}... the one and only   " + " ".join("STORY") + " !", "Here it is... {}!", "{}!!!!", "ALL ABOUT {}!", "...{}...", "=) {} (="]).format(w.cased(w.title))
    return [(T, "title")]

def markdown(w):
    """Title and name as Markdown sets them."""
    rnd = w.rnd; T = [("# " + w.title, "title")] if rnd.random() < .8 else [(w.title, "title"), (rnd.choice("=-") * len(w.title), "note")]
    sub = [(rnd.choice(["## {}", "### {}", "*{}*", "**{}**"]).format(w.fill(rnd.choice(w.kinds))), "subtitle")] if rnd.random() < .2 else []
    who = [(rnd.choice(["**{}**", "*{}*", "## {}", "### {}", "_{}_", "**{b} {}**", "*{b} {}*", "{b} **{}**", "{b} {}", "### {b} {}"]).format(w.name, b=w.by), "author")]
    return T + gap(rnd, 0, 1, 1) + sub + gap(rnd, 0, 1, 1) + who + (gap(rnd, 1) + [(rnd.choice(["---", "***", "* * *"]), "note")] if rnd.random() < .4 else [])

SHAPES = [(markdown, 3), (plain, 48), (boxed, 5), (described, 3), (archived, 6), (listed, 5), (magazine, 6), (posted, 4), (manuscript, 6), (paired, 4), (tight, 5), (thanked, 4), (rated, 2), (numbered, 4), (lone, 2)] + opening_sites.SHAPES + opening_letters.SHAPES

def invented(B, rnd):
    w = Words(B, rnd)
    if not w.prose: return None
    shape = rnd.choices([s for s, _ in SHAPES], [n for _, n in SHAPES])[0]
    page = shape(w); body, how = set_body(rnd, w.prose)
    if shape is tight: body, how = [" ".join(p) for p in w.prose], "lines"
    else: page += gap(rnd, 1, 1, 2, 3, 4)
    heads = rnd.random()
    if shape is tight: pass
    elif heads < .08:
        ents = [rnd.choice(rnd.choice(w.kin).titles) for _ in range(rnd.choice([2, 3, 5, 9]))]
        how = rnd.choice(["{r}. {e}", "{r}. {e}", "{e}", "{e}", "{i}. {e}", "{i} {e}", "{e} .... {p}", "  {e}"]); up = rnd.choice([str, str, str.upper])
        ents = [how.format(r=["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][i], i=i + 1, e=up(e), p=3 + i * 11) for i, e in enumerate(ents)]
        page += [(rnd.choice(w.lists), "contents")] + gap(rnd, 0, 1, 1) + [(e, "contents") for e in ents] + gap(rnd, 1, 2, 3) + [(re.sub(r" \.+ \d+$", "", ents[0].strip()), "heading")] + gap(rnd, 1)
    elif heads < .35: page += [(w.fill(rnd.choice(HEADS)), "heading")] + gap(rnd, 1, 1, 2)
    k = rnd.choice([4, 8, 12])
    page += [(l, "text" if l.strip() else None) for l in body[:k]]
    n = w.name
    name = rnd.choice([slug(rnd, w.title), slug(rnd, w.title + " by " + n), "story", "0042", slug(rnd, w.other)]) if rnd.random() < .5 else "x"
    end = body[k:] + ([] if rnd.random() < .7 else ["", rnd.choice(["THE END", "The End", "END OF " + w.title.upper(), "fin", n, " " * 50 + n])])
    return sample(w.fold, name, page, end)

def untitled(B, rnd):
    """A text that begins without any title: with a heading, a speech, a sentence, a letter."""
    fold = rnd.randrange(5); pool = [b for b in B if b.fold == fold]; b = rnd.choice(pool)
    P = paragraphs(b, rnd, rnd.choice([3, 5, 8, 25, 60]))
    if not P: return None
    body, how = set_body(rnd, P); page = []
    k = rnd.random()
    if k < .1 and len(b.titles) > 3 and len(body) > 40:  # the first of several chapters that have names and no numbers
        up = rnd.choice([str, str.upper]); page = [(up(b.titles[-1]), "heading"), ("", None)]
        for i in range(20, len(body), max(20, len(body) // 3)): body[i:i] = ["", "", up(rnd.choice(b.titles)), ""]
    elif k < .25: page = [(rnd.choice(HEADS[:11] + HEADS[13:21]).format(t=rnd.choice(b.titles or ["The Mill"]), T="THE MILL"), "heading"), ("", None)]
    elif k < .55:  # a short first sentence alone
        s = " ".join(rnd.choice(P)); s = re.split(r"(?<=[.!?])\s", s)
        s = min((x for x in s if x), key=lambda x: abs(len(x) - rnd.choice([15, 25, 40, 60])))
        page = [(s, "text"), ("", None)]
    elif k < .62:
        a, z = rnd.choice([('"', '"'), ("“", "”"), ("'", "'"), ("„", "“"), ("«", "»")])
        page = [(a + rnd.choice(["The boat is over there.", "Wait!", "Who goes there?", "Not again,", "You can't be serious.", "Nobody is to move."]) + z, "text"), ("", None)]
    elif k < .7: page = [(rnd.choice(["Tuesday, 9 a.m.", "May 3, 1992", "London, 1912", "Dear Diary,", "Dear Annie,", "12:03", "INT. KITCHEN - NIGHT", "[TODO: mend this]", "{second draft}", "New York. The harbour.", "Night."]), "text"), ("", None)]
    page += [(l, "text" if l.strip() else None) for l in body[:14]]
    return sample(fold, rnd.choice(["x", "story", slug(rnd, rnd.choice(b.titles or ["The Mill"]))]), page, body[14:])
