"""Still more shapes of invented openings (see opening_invented.py): papers for school, entries
of contests, pages in small letters, who posted it and when, kinds of writing round a name,
lines that stand without white.
"""
import re

AWARDS = {"en": ["FIRST PRIZE", "Second Prize", "Third Place", "Honorable Mention", "WINNER", "Runner-up", "Finalist", "Contest entry #{k}", "Entry {k}", "2002 Short Story Contest: First Place", "Category: Fiction, grades 7-9", "Prompt: {o}", "Challenge #{k}: \"{o}\"", "Written for the {o} challenge", "Highly Commended, 1998"],
          "de": ["1. Preis", "Zweiter Platz", "Beitrag zum Schreibwettbewerb 2011", "Anerkennungspreis"], "fr": ["Premier prix", "2e prix du concours de nouvelles", "Mention spéciale du jury"], "es": ["Primer premio", "Finalista", "Accésit del certamen"],
          "it": ["Primo premio", "Racconto finalista"], "pl": ["I nagroda", "Wyróżnienie"], "pt": ["Menção honrosa", "1.º lugar"], "nl": ["Eerste prijs", "Eervolle vermelding"], "ru": ["Первое место", "Финалист конкурса"]}
TEACH = ["Mr. {h}", "Mrs. {h}", "Ms. {h}", "Prof. {h}", "Dr. {h}", "Frau {h}", "Herr {h}", "Mme {h}", "M. {h}", "Sra. {h}"]
CLASS = ["English 10", "English 101", "Creative Writing", "Period {k}", "English 9, Period {k}", "Writing Workshop", "Creative Writing II", "Grade {k}", "Class {k}B", "Deutsch", "Klasse {k}b", "Classe de {k}e A", "Lengua y Literatura", "Block {k}", "Section {k}", "Unit {k} assignment", "Composition", "Language Arts", "Hollin High School", "St. Brannock's School"]

def gap(rnd, *w): return [("", None)] * rnd.choice(w)

def school(w):
    """The head of a paper for school, and the title in the middle."""
    rnd = w.rnd; h, k = w.helper.split()[-1], rnd.randrange(1, 12)
    rows = [(s.format(h=h, k=k), "note") for s in [rnd.choice(TEACH)] * (rnd.random() < .8) + rnd.sample(CLASS, rnd.choice([1, 1, 2]))]
    if rnd.random() < .3: rnd.shuffle(rows)
    if rnd.random() < .25 and len(rows) > 1: rows = [(rows[0][0] + ", " + rows[1][0], "note")] + rows[2:]
    name = w.name + rnd.choice([""] * 5 + [", " + str(k) + "b", ", Grade " + str(k), " (" + str(k + 6) + ")"])
    if rnd.random() < .8: rows += [(w.date(), "imprint")]
    rows = [(name, "author")] + rows
    if rnd.random() < .15: rows = [(re.sub("^", " " * max(0, 60 - len(s)), s), r) for s, r in rows]
    t = w.title if rnd.random() < .8 else w.title.upper()
    return rows + gap(rnd, 1, 1, 2, 3) + [(" " * rnd.choice([0, 20, 26, 30]) + t, "title")]

def contest(w):
    """What a story won, or for what it was written, above title and name or below them."""
    rnd = w.rnd; L = AWARDS.get(w.book.language[:2], AWARDS["en"]); L = L if rnd.random() < .7 else AWARDS["en"]
    top = w.put(rnd.choice(L).format(k=rnd.randrange(1, 60), o=w.other), "note") + (w.put(w.other + rnd.choice([" Writers", " Review", " Contest 2004", " School"]), "note") if rnd.random() < .2 else [])
    name = w.name + rnd.choice([""] * 6 + [", age 12", " (13)", ", Grade 9", ", " + w.third + " School"])
    T, n = w.put(w.cased(w.title), "title"), w.put(rnd.choice(["", "", w.by + " "]) + name, "author")
    page = T + gap(rnd, 0, 1, 1) + n
    if rnd.random() < .15: page = n + gap(rnd, 0, 1) + T
    return top + gap(rnd, 0, 1, 1, 2) + page if rnd.random() < .75 else page + gap(rnd, 0, 1) + top

def small(w):
    """All in small letters, the title in one line or in several."""
    rnd = w.rnd; t, n = w.title.lower(), w.name.lower(); p = t.split()
    rows = w.put(t, "title")
    if len(p) > 3 and rnd.random() < .5:
        cuts = sorted(rnd.sample(range(1, len(p)), rnd.choice([1, 2]))); cuts = [0] + cuts + [len(p)]
        rows = sum((w.put(" ".join(p[a:b]), "title" if a == 0 else "title-more") for a, b in zip(cuts, cuts[1:])), [])
    n = w.put(rnd.choice(["", "", "by ", "~ ", "- "]) + n, "author")
    return rows + gap(rnd, 0, 1, 1, 2) + n if rnd.random() < .85 else n + gap(rnd, 0, 1) + rows

def dated(w):
    """Who posted it and when, in one line."""
    rnd = w.rnd; d, n = w.date(), w.name
    s = rnd.choice(["Posted on {d} by {n}", "Posted by {n} on {d}", "{d} by {n}", "Published {d} by {n}", "Submitted by {n} on {d}", "{n}, {d}", "{n} - {d}", "{n} | {d}", "By {n} - {d}", "Veröffentlicht am {d} von {n}", "{d} par {n}", "Publicado por {n} en {d}", "Written by {n}, {d}"]).format(d=d, n=n)
    rows = [(w.title, "title")] + gap(rnd, 0, 0, 1) + [(s, "author")]
    for _ in range(rnd.choice([0, 0, 1])): rows += gap(rnd, 0, 1) + [(rnd.choice(["Filed under: Fiction", "Tags: short story", "in Stories", "Leave a comment", "4 min read", "3 Comments"]), "note")]
    return rows

ARTICLE = {"de": "Eine ", "fr": "Une ", "es": "Un ", "it": "Un ", "pt": "Um ", "nl": "Een ", "sv": "En ", "da": "En ", "hu": "Egy ", "en": "A "}
def kinds(w):
    """Title, kind of writing and name, in any order."""
    rnd = w.rnd; k = w.fill(rnd.choice(w.kinds)); a = ARTICLE.get(w.book.language[:2], "")
    if rnd.random() < .3 and " " not in k: k = (a + k) if rnd.random() < .7 else "(" + k.lower() + ")"
    T, K, n = w.put(w.title if rnd.random() < .6 else w.title.upper(), "title"), w.put(k, "subtitle"), w.put(w.name, "author")
    g = lambda: gap(rnd, 0, 1, 1, 2)
    return rnd.choice([lambda: T + g() + K + g() + n, lambda: n + g() + T + g() + K, lambda: T + g() + n + g() + K])()

def stacked(w):
    """Series, number, title and name, all without white."""
    rnd = w.rnd; rows = []
    if rnd.random() < .6: rows += w.put(rnd.choice(["The {o} Books", "{o}", "{o} Stories", "The {o} Cycle", "Tales from {o}"]).format(o=w.other), "series") + (w.put(rnd.choice(["II", "3", "Book Two", "No. 4", "#2", "Volume One"]), "series") if rnd.random() < .7 else [])
    n = w.put(rnd.choice(["", "", w.by + " "]) + w.name, "author"); T = w.put(w.title if rnd.random() < .7 else w.title.upper(), "title")
    return n + rows + T if rnd.random() < .2 else rows + T + n

def headed(w):
    """A page with its running head: the name or the title with a number, then the title."""
    rnd = w.rnd; T = w.put(w.title if rnd.random() < .6 else w.title.upper(), "title")
    head = rnd.choice([w.name + " " * rnd.choice([8, 30, 50]) + "1", w.name.split()[-1] + " / " + w.title.upper() + " / 1", w.name.split()[-1] + "/" + w.other.upper() + "/1", w.name + "\t1", w.title + " - Page 1", w.name + " | " + w.title + " | 1"])
    named = head.startswith(w.name + " ") and "|" not in head or "\t" in head
    return [(head, "author" if named else "note")] + gap(rnd, 1, 2, 3) + T + ([] if named else gap(rnd, 0, 1) + w.put(rnd.choice(["", w.by + " "]) + w.name, "author"))

SHAPES = [(school, 5), (contest, 5), (small, 4), (dated, 4), (kinds, 5), (stacked, 4), (headed, 2)]
