"""Openings to learn from: labelled title pages, as they stand and changed; invented ones.

A sample is a text with a role for lines of its opening. All words of a sample are
those of books of one fold, so that a book is never judged by what was learned from it.
"""
import glob, json, os, random, re

CLASSES = ["text", "heading", "title", "half-title", "subtitle", "series", "by", "author", "title+author", "credit", "imprint", "inscription", "contents", "ads", "note", "field", "title-more"]
OF = {c: c for c in CLASSES}
OF |= {"prose": "text", "verse": "text", "dateline": "text", "alt-title": "subtitle", "contributor": "credit", "credentials": "credit", "date": "imprint", "rights": "imprint",
       "dedication": "inscription", "epigraph": "inscription", "epigraph-source": "inscription", "contents-heading": "contents", "contents-entry": "contents", "list-heading": "contents",
       "list-entry": "contents", "transcriber": "note", "illustration": "note", "cast": "note", "rule": "note", "other": "note"}
CREDITS = ("produced by", "proofread", "transcrib", "e-text", "etext", "internet archive", "pgdp", "scanned", "prepared by", "html version", "http", "images", "generously")
START = re.compile(r"^\W*(START OF|\*\*\* ?START|.*END.THE SMALL PRINT).*(GUTENBERG|PRINT)", re.I)
END = re.compile(r"^\W*(END OF|\*\*\* ?END).*(GUTENBERG)", re.I)
norm = lambda s: "".join(c for c in (s or "").casefold() if c.isalnum())

class Sample:
    def __init__(self, fold, name, lines, roles, weight=1.0):
        self.fold, self.name, self.lines, self.roles, self.weight = fold, name, lines, roles, weight

def more(roles):
    """The lines of a title behind its first have a role of their own."""
    before, last, out = None, 0, {}
    for n, r in sorted(roles.items()):
        out[n] = "title-more" if r == "title" and before in ("title", "title-more") and n - last < 6 else r
        before, last = out[n], n
    return out

def load(path):
    b = open(path, "rb").read()
    for e in ("utf-8-sig", "utf-16" if b[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "cp1252", "latin-1"):
        try: return b.decode(e).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        except UnicodeError: pass

class Book:
    """A labelled book: its lines, the stretch without frame, the roles of its opening."""
    def __init__(self, corpus, path, fold):
        o = json.load(open(path, encoding="utf-8")); g = json.load(open(os.path.join(corpus, o["set"], "gold", o["id"] + ".json"), encoding="utf-8"))
        self.id, self.fold, self.gold = o["id"], fold, g
        self.path = os.path.join(corpus, o["set"], o["file"]); self.lines = L = load(self.path)
        self.roles = more({int(k): OF[v] for k, v in o["roles"].items()})
        a, b = 0, len(L)
        for i, l in enumerate(L[:600]):
            if START.match(l): a = i + 1
        for i in range(len(L) - 1, max(a, len(L) // 2), -1):
            if END.match(L[i]): b = i
        k = a
        if a:
            while k < a + 40 and (not L[k].strip() or any(w in L[k].lower() for w in CREDITS)): k += 1
        self.start, self.end, self.to = k, b, max(self.roles) + 1
        self.language = g.get("language") or "en"
        prose = [n for n, r in sorted(self.roles.items()) if r == "text"]
        self.body = prose[0] if prose else self.to
        self.titles = [t for t in g["title_accept"][:2] if t and len(t) < 70] if g.get("title") else []
        for c in g.get("chapters", []):
            t = re.sub(r"^(chapter|book|part|act|scene|letter|kapitel|chapitre|capítulo|hoofdstuk|глава|часть|teil)?\W*[\divxlc]+\b[\s.:—-]*", "", c["title"], flags=re.I).strip(" .—-")
            if 2 <= len(t.split()) <= 8 and len(t) < 50 and re.match(r"\w", t): self.titles.append(t if not t.isupper() else t.title())
        self.names = [a for a in g["authors"] if 3 < len(a) < 40]

def books(corpus, fold_of):
    ps = sorted(glob.glob(os.path.join(corpus, "openings", "*.json")))
    folds = fold_of([os.path.basename(p)[:-5] for p in ps])
    return [Book(corpus, p, folds[os.path.basename(p)[:-5]]) for p in ps]

def framed(b): return Sample(b.fold, b.gold["file"], b.lines, dict(b.roles), 1.0)

def cut(b):
    roles = {n - b.start: r for n, r in b.roles.items() if n >= b.start}
    for n in range(b.start, min((n for n in b.roles if n >= b.start), default=b.start)):  # what is left of a frame
        if b.lines[n].strip(): roles[n - b.start] = "note"
    return Sample(b.fold, b.id + ".txt", b.lines[b.start:b.end], roles, 2.0)

def slug(rnd, t):
    w = re.sub(r"[^\w ]", "", t).split()
    return rnd.choice(["_", "-", " ", ""]).join(w) if rnd.random() < .6 else "".join(w)[:8].lower()

def sentence_case(t):
    w = t.split(); return " ".join([w[0]] + [x if x.isupper() and len(x) > 3 else x.lower() for i, x in enumerate(w[1:])])

def recase(rnd, t):
    return rnd.choice([str.upper, str.title, sentence_case, sentence_case, lambda s: s, str.lower])(t)

BY = {"en": ["by", "By", "BY"], "de": ["von", "Von", "VON"], "fr": ["par", "Par", "PAR"], "es": ["por", "Por", "POR"], "nl": ["door", "DOOR", "van"], "it": ["di", "DI"], "fi": ["Kirj.", "kirjoittanut"], "pt": ["por", "POR"], "sv": ["av", "AF"], "hu": ["írta", "Irta"], "pl": ["napisał"]}
HANDLES = "moonharbour starry_nights kestrel77 Annie the_night_clerk Wick inkwell QuietFox tess_a Ro ferryman88 Lark MirrorLake nightingale".split()

def vary(b, rnd):
    """A title page with some of its lines taken away, moved or written otherwise."""
    L = [(l, b.roles.get(n)) for n, l in enumerate(b.lines[b.start:b.to], b.start) if not l.strip() or n in b.roles]
    drop = {r for r in ("half-title", "imprint", "subtitle", "series", "credit", "inscription", "contents", "ads", "note") if rnd.random() < .35}
    if rnd.random() < .15: drop.add("author"); drop.add("by")
    how = {k: rnd.random() for k in ("case", "names", "indent", "gap", "by", "join")}
    up, seen = rnd.choice(["upper", "title", "sentence", "same", "same"]), 0
    out = []
    for i, (l, r) in enumerate(L):
        if r in drop: continue
        t = l.strip()
        if r in ("title", "title-more", "half-title") and how["case"] < .6:
            if up == "upper": t = t.upper()
            elif up == "title": t = t.title().replace("'S", "'s")
            elif up == "sentence": t = t.capitalize() if not seen else t.lower()
            seen += r == "title"
        if r == "author" and how["names"] < .5: t = t.upper() if rnd.random() < .3 else t.title().replace("By ", "by ").replace("'S", "'s")
        if r == "by" and how["by"] < .4: continue
        if r == "author" and how["by"] < .3: t = re.sub(r"^\W*by\b\W*", "", t, flags=re.I) or t
        if how["indent"] < .35: l2 = t
        elif how["indent"] < .55 and r not in ("text", "contents", None) and len(t) < 64: l2 = " " * ((70 - len(t)) // 2) + t
        else: l2 = l[:len(l) - len(l.lstrip())] + t
        out.append((l2, r))
    out = squeeze(out, 1 if how["gap"] < .25 else 2 if how["gap"] < .4 else 9)
    if how["join"] < .2:  # title and author without a gap
        out = [x for i, x in enumerate(out) if x[1] is not None or not (0 < i < len(out) - 1 and out[i - 1][1] in ("title", "title-more", "by", "subtitle") and next((r for _, r in out[i:] if r), None) in ("author", "by"))]
    body = b.lines[b.to:min(b.end, b.to + rnd.choice([30, 120, 400, 2000]))]
    if rnd.random() < .2: out, body = unwrap(out, body)
    name = slug(rnd, b.titles[0]) if b.titles and rnd.random() < .35 else b.id
    return sample(b.fold, name, out, body)

def squeeze(out, most):
    k, res = 0, []
    for l, r in out:
        k = k + 1 if r is None else 0
        if k <= most: res.append((l, r))
    while res and res[0][1] is None: res.pop(0)
    return res

def unwrap(out, body):
    """Paragraphs as one line each."""
    res, buf = [], []
    for l, r in out:
        if r == "text": buf.append(l.strip()); continue
        if buf: res.append((" ".join(buf), "text")); buf = []
        res.append((l, r))
    tail, p = [], buf
    for l in body:
        if l.strip(): p.append(l.strip())
        elif p: tail += [" ".join(p), ""]; p = []
    if buf and tail: res.append((tail.pop(0), "text"))
    return res, tail

def sample(fold, name, out, body, weight=1.0):
    return Sample(fold, name[:60].replace("/", "") + ".txt", [l for l, _ in out] + list(body), {i: r for i, (_, r) in enumerate(out) if r}, weight)

def paragraphs(b, rnd, n):
    """n paragraphs of running text, in lines."""
    lo, hi = b.body, max(b.body + 50, b.end - 400)
    at = rnd.randrange(lo, hi) if hi > lo else lo
    while at < b.end and b.lines[at].strip(): at += 1
    P, p = [], []
    for l in b.lines[at:b.end]:
        if l.strip(): p.append(l.strip())
        elif p:
            if len(" ".join(p)) > 60 or '"' in p[0] or "“" in p[0]: P.append(p)
            p = []
        if len(P) == n: break
    return P

def set_body(rnd, P):
    """Paragraphs as files set them."""
    how = rnd.choice(["wrap", "wrap", "wrap", "long", "indent", "lines"]); out = []
    for p in P:
        if how == "wrap": out += p + [""]
        elif how == "long": out += [" ".join(p), ""]
        elif how == "lines": out += [" ".join(p)]
        else: out += ["    " + p[0]] + p[1:]
    return out, how

PLACES = ["Lower Town", "14 Quay Street", "P.O. Box 12", "Harbour Hill, OR 97201", "Box 88, Mill Road", "22 Rue du Port", "Springfield, Ohio"]
MONTHS = "January February March April May June July August September October November December".split()
SUBTITLE = ["A Tale of {0}", "A Story of {0}", "a {0} story", "or, {0}", "Being the Story of {0}", "({0})", "A Novel", "a fable", "A Comedy in Three Acts", "A Romance", "The first of the {0} stories", "and Other Stories", "Erzählung", "Roman", "Nouvelle", "novela corta", "рассказ", "a short story in two parts", "(a {0} fanfic)"]
SINGLES = ["Author: {n}", "Author: {n}", "author: {n}", "By: {n}", "Rating: PG-13", "Rating: T", "Summary: {s}", "Summary: {s}", "Fandom: {t}", "Pairing: {f}/{g}", "Disclaimer: Not mine, none of it.", "Written by: {n}", "Genre: Drama", "Auteur : {n}", "Autor: {n}", "Автор: {n}", "Auteur: {n}", "Autore: {n}", "Författare: {n}", "Category: Humor", "Spoilers: none", "Archive: Please ask first.", "Warnings: none", "Title: {t}", "Length : 512 words", "Notes: {s}", "Series: {t}", "Feedback: yes please"]
NOTES = ["This is my first story, so please be kind.", "FILE: {s8}.TXT", "[From a magazine of 1952.]", "Version 1.1", "About {k} words", "Posted by {n}", "All the people in this story are invented.", "First published in The Quay Review", "Downloaded from the Ferry House BBS", "Please send a stamp if you want the next one", "I wrote this in one night and nobody has read it yet.", "[Transcriber's note: spelling as in the print.]", "Work Header", "*** This file may be passed on freely ***"]
HEADS = ["Chapter 1", "CHAPTER I", "Chapter One", "I", "1", "1.", "Prologue", "PROLOGUE", "PART ONE", "Chapter 1: {t}", "I. {t}", "{t}", "{T}", "Kapitel 1", "Chapitre premier", "Capítulo 1", "Глава 1", "Chapter the First", "Act One", "-1-", "[1]"]

def invented(B, rnd):
    """A page as amateurs, boards and magazines have it, in words of one fold's books."""
    fold = rnd.randrange(5); pool = [b for b in B if b.fold == fold and b.titles]
    b = rnd.choice(pool); kin = [x for x in pool if x.language == b.language] or [b]
    t = rnd.choice(rnd.choice(kin).titles); t2 = rnd.choice(rnd.choice(kin).titles)
    named = [x for x in kin if x.names] or [x for x in pool if x.names]
    n = rnd.choice(rnd.choice(named).names); m = rnd.choice(rnd.choice(pool).names or ["Ida Fell"])
    if rnd.random() < .25: n = rnd.choice(HANDLES)
    elif rnd.random() < .3 and " " in n and " " in m: n = n.split()[0] + " " + m.split()[-1]
    P = paragraphs(b, rnd, rnd.choice([3, 4, 5, 8, 25, 60])); body, how = set_body(rnd, P)
    if not P: return None
    words = dict(t=t2, T=t2.upper(), n=n, f=n.split()[0], g=m.split()[0], s=" ".join(P[-1][:1])[:60].rsplit(" ", 1)[0] + ".", s8=re.sub(r"\W", "", t)[:8].upper(), k=rnd.choice(["1,900", "500", "12,000"]))
    fill = lambda s: s.format(t2, **words)
    by = rnd.choice(BY.get(b.language[:2], BY["en"]) if rnd.random() < .7 else BY["en"])
    gap = lambda *w: [("", None)] * rnd.choice(w)
    align = rnd.choice(["left", "left", "centre", "centre", "right", "some"])
    def put(s, r):
        a = align if align != "some" else rnd.choice(["left", "centre"])
        k = (72 - len(s)) // 2 if a == "centre" else 72 - len(s) if a == "right" else 0
        return [(" " * max(0, k) + s, r)]
    T = rnd.choice([lambda s: s] * 5 + [str.upper] * 4 + [sentence_case] * 4 + [str.lower])(t)
    T = rnd.choice(["{}"] * 16 + ['"{}"', "“{}”", "_{}_", "*{}*", "**{}**", "# {}", "*** {} ***", "{}.", "{}...", "{}!", "{}?", "...{}", "~ {} ~", "{} (1/3)", "-- {} --", "= {} ="]).format(T)
    if rnd.random() < .04: T = "   ".join(" ".join(w) for w in T.upper().split())
    box = rnd.random() < .05
    Title = put(T, "title")
    if len(t.split()) > 3 and rnd.random() < .2:
        w = T.split(); k = rnd.randrange(1, len(w)); Title = put(" ".join(w[:k]), "title") + gap(0, 0, 1) + put(" ".join(w[k:]), "title-more")
    kind = rnd.random(); Who = []
    N = rnd.choice([n] * 6 + [n.upper()] * 2 + [n + " and " + m, n + ", " + m, n + rnd.choice([", M.A.", ", Ph.D."]), n + ", 1997", n + " <" + n.split()[0].lower() + "@example.org>", n + " (" + m + ")"])
    if kind < .34: Who = put(by + rnd.choice([" ", " ", " ", ": "]) + N, "author")
    elif kind < .46: Who = put(by, "by") + gap(0, 1, 1, 2) + put(N, "author")
    elif kind < .68: Who = put(n if rnd.random() < .7 else n.upper(), "author")
    elif kind < .76: Who = put(rnd.choice(["Written by ", "A story by ", "Story by ", "A tale by ", "a fanfic by ", "written and illustrated by ", "The following story is by ", "as told by "]) + N, "author")
    elif kind < .82: Who = put(rnd.choice(["(c) 1987", "Copyright 1993", "© 2004", "May 1999", "1996"]), "imprint") + put(n, "author")
    sub = [] if rnd.random() < .75 else put(fill(rnd.choice(SUBTITLE)), "subtitle")
    ser = [] if rnd.random() < .88 else put(fill(rnd.choice(["{0} #3", "Book Two of the {0}", "Part Two of Three", "{0}: Part One", "The {0} Series", "No. 14", "EPISODE #14", "The Adventures of {0}", "VOLUME I", "{0}, Book 2"])), "series")
    tail = []
    for _ in range(rnd.choice([0, 0, 0, 1, 1, 2, 3])):
        k = rnd.random()
        if k < .2: x = put(rnd.choice(["(c) 1998 ", "Copyright 1993 by ", "© 2004 ", "Copyright (c) 1991 "]) + n, "imprint")
        elif k < .32: x = put(rnd.choice([rnd.choice(MONTHS) + " 1999", "May 3, 1992", "1929", "12/04/1998", "New York, 1929", "London: Hay & Co., 1912", "Harbour Press", "Second Edition", "Quay Press, Boston"]), "imprint")
        elif k < .4: x = put(rnd.choice(["Translated by " + m, "Illustrated by " + m, "Edited by " + m, "Cover art: " + m, "with drawings by " + m, "beta'd by " + m, "Author of \"" + t2 + "\""]), "credit")
        elif k < .52: x = put(rnd.choice(["For " + m, "Dedicated to " + m, "To my mother", "for everyone who waited"]), "inscription")
        elif k < .6: x = [(l, "inscription") for l in P[0][:rnd.choice([1, 2])]] + put(rnd.choice(["-- ", "— "]) + m, "inscription")
        elif k < .75: x = put(fill(rnd.choice(NOTES)), "note")
        elif k < .85: x = put(rnd.choice(["* * *", "-----", "=" * 40, "~~~", "***", "••••"]), "note")
        else: x = put(rnd.choice([n.split()[0].lower() + "@example.org", "http://stories.example.net/" + n.split()[0].lower()]), "note")
        tail += gap(0, 1, 1, 2) + x
    lead = []
    if rnd.random() < .13:
        for _ in range(rnd.choice([1, 1, 2])): lead += put(fill(rnd.choice(NOTES)), "note") + gap(0, 0, 1)
        lead += gap(1, 2)
    elif rnd.random() < .06:  # a manuscript's first page
        rows = [(n, "author")] + [(p, "note") for p in rnd.sample(PLACES, rnd.choice([1, 2, 3]))] + [(rnd.choice(["May 3, 1992", "1,900 words", "(503) 555-0142", "about 2,000 words"]), "imprint")]
        lead = [(" " * max(0, 72 - len(s)) + s if align != "left" else s, r) for s, r in rows] + gap(1, 3); Who = Who if rnd.random() < .5 else []
    order = rnd.random()
    if box: Title = put("*" * 40, "note") + Title; sub = []
    if order < .09 and kind >= .46 and kind < .68 and not box: page = lead + ser + Who + gap(1, 2, 1) + Title + sub + tail
    elif order < .16 and " by " not in T: page = lead + put(T + rnd.choice([" by ", " by ", ", by ", " -- by "]) + n, "title+author") + tail
    else: page = lead + ser + gap(0, 1) + Title + gap(0, 0, 1) + sub + gap(0, 0, 1, 1, 2) + Who + tail
    if box: page += put("*" * 40, "note")
    if rnd.random() < .22:
        s = rnd.choice(SINGLES)
        if not (Who and "{n}" in s and rnd.random() < .8):
            F = [(fill(s), "field")]
            for _ in range(rnd.choice([0, 0, 0, 1, 2])): F += gap(0, 1) + [(fill(rnd.choice(SINGLES[4:])), "field")]
            page = (Title if "{n}" in s else page) + gap(0, 1, 1) + F
    page += gap(1, 1, 2, 3, 4)
    heads = rnd.random()
    if heads < .1:
        ents = [rnd.choice(rnd.choice(kin).titles) for _ in range(rnd.choice([2, 3, 5, 9]))]
        page += [(rnd.choice(["Contents", "CONTENTS", "Inhalt", "Table of Contents", "Índice", "Table"]), "contents")] + gap(1) + [(f"{['I','II','III','IV','V','VI','VII','VIII','IX'][i]}. {e}", "contents") for i, e in enumerate(ents)] + gap(1, 2, 3) + [("I. " + ents[0], "heading")] + gap(1)
    elif heads < .4: page += [(fill(rnd.choice(HEADS)), "heading")] + gap(1, 1, 2)
    k = rnd.choice([4, 8, 12])
    page += [(l, "text" if l.strip() else None) for l in body[:k]]
    name = rnd.choice([slug(rnd, t), slug(rnd, t + " by " + n), "story", "0042", slug(rnd, t2)]) if rnd.random() < .5 else "x"
    end = body[k:] + ([] if rnd.random() < .7 else ["", rnd.choice(["THE END", "The End", "END OF " + t.upper(), "fin", n, " " * 50 + n])])
    return sample(fold, name, page, end)

def untitled(B, rnd):
    """A text that begins without any title: with a heading, a speech, a sentence, a letter."""
    fold = rnd.randrange(5); pool = [b for b in B if b.fold == fold]; b = rnd.choice(pool)
    P = paragraphs(b, rnd, rnd.choice([3, 5, 8, 25, 60]))
    if not P: return None
    body, how = set_body(rnd, P); page = []
    k = rnd.random()
    if k < .25: page = [(rnd.choice(HEADS).format(t=rnd.choice(b.titles or ["The Mill"]), T="THE MILL"), "heading"), ("", None)]
    elif k < .55:  # a short first sentence alone
        s = " ".join(rnd.choice(P)); s = re.split(r"(?<=[.!?])\s", s)
        s = min((x for x in s if x), key=lambda x: abs(len(x) - rnd.choice([15, 25, 40, 60])))
        page = [(s, "text"), ("", None)]
    elif k < .62: page = [('"' + rnd.choice(["The boat is over there.", "Wait!", "Who goes there?", "Not again,", "You can't be serious."]) + '"', "text"), ("", None)]
    elif k < .7: page = [(rnd.choice(["Tuesday, 9 a.m.", "May 3, 1992", "London, 1912", "Dear Diary,", "Dear Annie,", "12:03", "INT. KITCHEN - NIGHT", "[TODO: mend this]", "New York. The harbour.", "Night."]), "text"), ("", None)]
    page += [(l, "text" if l.strip() else None) for l in body[:14]]
    return sample(fold, rnd.choice(["x", "story", slug(rnd, rnd.choice(b.titles or ["The Mill"]))]), page, body[14:])

def generated(folder, ids, fold):
    """Archive stories with known truth, made by a generator: NNNN.txt and NNNN.json."""
    out = []
    for i in ids:
        p = os.path.join(folder, i)
        d = json.load(open(p + ".json", encoding="utf-8")); L = load(p + ".txt"); roles = {}
        titles, names = {norm(t) for t in d["title_accept"]}, {norm(a) for a in d["authors"]}
        starts = {norm(b.get("text") or b.get("source") or "")[:40] for b in d["blocks"][:3] if b["kind"] == "para"}
        heads = {norm(c) for c in sum(d["chapters_accept"], [])}; labels = {norm(f["label"]) for f in d["fields_raw"]}
        free = [norm(x) for x in d["header_free_lines"]]; fields = named = titled = False
        for n, l in enumerate(L[:140]):
            k = norm(l)
            if not k:
                if l.strip(): roles[n] = "note"
                continue
            if any(s and (k.startswith(s[:30]) or s.startswith(k) and len(k) > 24) for s in starts): roles[n] = "text"; break
            bare = re.sub(r"^by", "", k); t = re.sub(r"(part)?\d+(of|)\d*$", "", k)
            if ":" in l and norm(l.split(":")[0]) in labels: roles[n] = "field"; fields = True
            elif k in heads: roles[n] = "heading"; break
            elif k in titles or t in titles: roles[n] = "half-title" if titled or "title" in labels else "title"; titled = True
            elif bare in names or any(bare.startswith(a) and k.startswith("by") for a in names): roles[n] = "author"; named = True
            elif k == "by": roles[n] = "by"
            elif any(a and k.endswith("by" + a) and any(k.startswith(x) for x in titles) for a in names): roles[n] = "title+author"
            elif any(k in x or x in k for x in free): roles[n] = "note"
            elif fields: roles[n] = "field"
            elif re.search(r"copyright|©|\(c\)", l.lower()): roles[n] = "imprint"
            elif not roles: continue  # an envelope
            else: break
        if roles: out.append(Sample(fold, i + ".txt", L, roles, .5))
    return out

def cases(folder):
    """The stories of testdata/cases with what a careful reader read of them: txtar files with story.txt."""
    out = []
    for p in sorted(glob.glob(os.path.join(folder, "*.txtar"))):
        parts = re.split(r"^-- (\S+) --$", open(p, encoding="utf-8", errors="surrogateescape", newline="").read().replace("\r\n", "\n"), flags=re.M)
        files = dict(zip(parts[1::2], [x.lstrip("\n") if i < 0 else x[1:] for i, x in enumerate(parts[2::2])]))
        if "story.txt" in files: out.append((os.path.basename(p)[:-6], files["story.txt"]))
    return out

def read_by(d, L, fold, name, weight=1.5):
    """Roles of lines from what `inspect --json` says of a story that is known to be read rightly."""
    roles, m = {}, d["metadata"]; f = sorted(m["fields"], key=lambda x: x["line"]); first = None
    secs = [s for s in d["sections"] if s.get("blocks")]
    heads = {s["line"] - 1 for s in d["sections"] if s.get("heading")}
    body = min([b["line"] - 1 for s in secs for b in s["blocks"]] + [h for h in heads] + [len(L)])
    for i, x in enumerate(f):
        n = x["line"] - 1
        if n >= body or n > 120: continue
        end = min([y["line"] - 1 for y in f[i + 1:] if y["line"] - 1 > n] + [body])
        role = "field" if x["label"] else {"title": "title", "author": "author", "subtitle": "subtitle", "series": "series", "contributor": "credit", "date": "imprint", "dedication": "inscription"}.get(x["name"], "note")
        if role == "note" and re.search(r"copyright|©|\(c\)|press\b|publish|edition|london|new york|verlag", x["value"], re.I): role = "imprint"
        left = norm(x["value"])
        for k in range(n, end):
            w = norm(L[k])
            if not w:
                if L[k].strip(): roles.setdefault(k, "note")
                continue
            if k > n and w not in left: break
            if role == "author" and roles.get(k) == "title": roles[k] = "title+author"
            elif role == "author" and w in ("by", "von", "par", "por", "di", "av", "van"): roles[k] = "by"
            elif role == "title" and k > n: roles.setdefault(k, "title-more")
            else: roles.setdefault(k, role)
    start = max(roles, default=-1)
    said = norm(m["title"])
    for k in range(0, start):
        if L[k].strip() and k not in roles:
            w = norm(L[k])
            roles[k] = "half-title" if w and w == said else "note" if not w or start >= 0 else None
    told = 0
    for k in range(max(start + 1, min(body, start + 1 if start >= 0 else body)), min(len(L), body + 40)):
        if not L[k].strip() or k in roles: continue
        if k < body:
            w = norm(L[k])
            if w and w == said: roles[k] = "half-title"
            elif not w: roles[k] = "note"
            continue
        roles[k] = "heading" if k in heads else "text"; told += 1
        if told > 6: break
    return Sample(fold, name, L, roles, weight) if roles else None
