"""More shapes of invented openings (see opening_invented.py): what sites print round a story
that is copied from them, names and titles in brackets, dedications, words counted at the top.
"""
import re, textwrap

COUNTS = ["1.2K", "88", "3", "210", "4.1K", "37", "12", "0"]

def gap(rnd, *w): return [("", None)] * rnd.choice(w)

def counted(w):
    """Title, name, and what a site counts below them, each in a line or all in one."""
    rnd = w.rnd; n = rnd.choice(COUNTS)
    rows = [(w.title, "title")] + gap(rnd, 0, 0, 1) + [(rnd.choice(["by ", "", "", "By ", "by @"]) + w.name, "author")] + gap(rnd, 0, 1, 1)
    if rnd.random() < .35: return rows + [(c, "note") for c in rnd.sample(COUNTS, rnd.choice([1, 2, 3]))]
    facts = ["{n} Reads   88 Votes   3 Comments", "{n} reads · 12 votes", "{n} views", "★ {n}  ·  3 comments", "{n} min read", "·", "Ongoing, First published May 03", "Complete, First published Jan 2017", "COMPLETE", "Mature", "Follow", "Share", "Original  ONGOING  Fantasy  Adventure", "Original COMPLETED Drama  Short Story", "Tags: winter, letters", "#original #drama #shortstory", "Published on {d}", "Last updated {d}", "{d}", "Save", "{n} Likes", "English   Rated T   Words: 1,204", "Story by {m}", "5 pages", "Fiction, Drama", "12 chapters"]
    for s in rnd.sample(facts, rnd.choice([1, 2, 2, 3])): rows += [(s.format(n=n, d=w.date(), m=w.helper), "field" if "Words:" in s else "note")] + gap(rnd, 0, 0, 1)
    return rows

def board(w):
    """Where it was posted, by whom and when, above the title."""
    rnd = w.rnd; n = w.name.replace(" ", rnd.choice(["_", "", "-"]))
    rows = [(rnd.choice(["r/shortstories", "r/WritingPrompts", "Forum: Original Fiction", "Original Fiction", "Stories > Original > Drama", "Home » Stories » Drama", "The Quay Forum", "/r/stories", "Creative Corner"]), "note")] * (rnd.random() < .8)
    who = rnd.choice(["Posted by u/" + n, "•Posted by u/" + n, "u/" + n, "posted by " + n, "Posted by: " + n, n + " wrote:", "Submitted by " + n, "by " + n + " » " + w.date(), "Post by " + n])
    rows += gap(rnd, 0, 0, 1) + [(who, "author")] + gap(rnd, 0, 0, 1)
    if rnd.random() < .7: rows += [(rnd.choice(["3 years ago", "5 months ago", "2 yr. ago", w.date(), "Mon " + w.date() + " 9:14 pm", "#1"]), "note")]
    return rows + gap(rnd, 0, 1, 1) + [(rnd.choice(["", "", "[Story] ", "Re: "]) + w.title + rnd.choice(["", "", "", " [Part 1]"]), "title")]

def bracketed(w):
    """Title and name each in brackets, or one of them."""
    rnd = w.rnd; a, b = rnd.choice(["[]", "[]", "()", "{}", "<>", "{}"]); sp = rnd.choice(["", "", " "])
    T = w.title if rnd.random() < .6 else w.title.upper()
    k = rnd.random(); by = rnd.choice(["", "", "", "by "])
    t = a + sp + T + sp + b if k < .75 else T
    n = a + sp + by + w.name + sp + b if k < .45 or k >= .75 else by + w.name
    return w.put(t, "title") + gap(rnd, 0, 0, 1) + w.put(n, "author")

def dedicated(w):
    """Title and name; a dedication with much white around it."""
    rnd = w.rnd; T = w.title if rnd.random() < .5 else w.title.upper(); loud = T.isupper() and rnd.random() < .5
    rows = w.put(T, "title") + gap(rnd, 1, 1, 2) + w.put(rnd.choice([w.by + " ", w.by + " ", ""]) + w.name, "author") + gap(rnd, 1, 2, 3)
    f = w.helper.split()[0]
    d = rnd.choice([["To " + f], ["For " + f], ["to " + f + ", who waited"], ["For my mother, who never liked the rain."], ["To", "my brother"], ["To my wife"], ["For " + w.helper], ["To " + w.helper + ","], ["For all of you"], ["TO", w.helper], ["For " + f + ", again."], ["This story is for " + f + "."], ["In memory of " + w.helper], ["Dedicated to my friends at the " + w.other], ["To the one who knows"], ["For everyone who stayed."], ["For", f, "and", w.third.split()[-1]], ["in memoriam"], ["Für " + f], ["à " + f], ["Para " + f], ["To whom it may concern"]])
    for s in d: rows += w.put(s.upper() if loud else s, "inscription")
    return rows + gap(rnd, 0, 1, 2, 3)

def measured(w):
    """Words counted, a file's name or a date at the top, then title and name."""
    rnd = w.rnd; k = rnd.choice(["1,200", "3,400", "850", "12000", "5 000", "2.5k"])
    top = rnd.choice(["Approx. {k} words", "Approx {k} words", "approximately {k} words", "{k} words", "Word count: {k}", "Words: {k}", "c. {k} words", "Length: {k} words", "About {k} words", "wc: {k}", "FILE: {s8}.TXT", "File: {s8}.txt", "{s8}.TXT", "Series: 2", "Part: 1", "Draft 3", "Version 2", "Short story, {k} words", "[{k} words]", "({k} words)", "No. 14", "1/1", "For immediate release", "Entry no. 12"])
    lead = [(w.fill(top.replace("{k}", k)), "field" if ":" in top and "FILE" not in top.upper() else "note")] + gap(rnd, 1, 1, 2, 3)
    T = w.put(w.title if rnd.random() < .6 else w.cased(w.title), "title"); n = w.put(rnd.choice([w.by + " ", w.by + " ", ""]) + w.name, "author")
    how = rnd.random()
    if how < .25: return [(w.name, "author")] + gap(rnd, 0, 0, 1) + lead + gap(rnd, 0, 1) + T
    if how < .35: return T + gap(rnd, 0, 1) + n + gap(rnd, 0, 1) + lead
    return lead + T + gap(rnd, 0, 1, 1) + n

def said(w):
    """A sentence that says who wrote it or whose it is, over one line or two."""
    rnd, n = w.rnd, w.name
    s = rnd.choice(["The following story was written by {n} and first appeared on {b}.", "The following is copyrighted by {n}.", "The following story is copyright {n} and may be passed on as it stands.", "The following story is by {n}, who would like to hear from you.", "This story is the work of {n}. It was first posted to {b}.", "The story that follows was written by {n} in the winter of 1996.", "Here is a story by {n}.", "A story by {n}, who asks that nobody change a word of it.", "What you are about to read was written by {n} for {b}.", "The author of this story is {n}.", "This is a work of fiction by {n}."]).format(n=n, b=rnd.choice(["the Ferry House BBS", "the Northern Lights BBS", "the list", "alt.stories.original", "The Quay Review"]))
    rows = [(l, "author" if i == 0 else "note") for i, l in enumerate(textwrap.wrap(s, rnd.choice([60, 70, 200])))]
    T = w.title if rnd.random() < .6 else w.cased(w.title)
    return rows + gap(rnd, 1, 2, 2) + w.put(rnd.choice(['"{}"', "{}", "{}", "{}"]).format(T), "title") + (gap(rnd, 0, 1) + w.put("by " + n, "author") if rnd.random() < .15 else [])

def bare(w):
    """Nothing but a title and a name, either of which stands above."""
    rnd = w.rnd; up = rnd.random(); sub = []
    T, n = w.title if up < .65 else w.title.upper(), w.name if up < .8 or rnd.random() < .5 else w.name.upper()
    if rnd.random() < .2: sub = gap(rnd, 0, 1, 1) + w.put(w.fill(rnd.choice(w.kinds + ["Being a True Account", "A Ghost Story", "An Idyll", "A Story in Letters", "in four letters"])), "subtitle")
    t = w.put(T + rnd.choice([""] * 12 + ["?", "!", ".", "..."]), "title"); g = gap(rnd, 0, 1, 1, 2)
    if len(w.title.split()) > 4 and rnd.random() < .4:
        p = T.split(); k = rnd.randrange(2, len(p) - 1); t = w.put(" ".join(p[:k]), "title") + w.put(" ".join(p[k:]), "title-more")
    return w.put(n, "author") + g + t + sub if rnd.random() < .5 else t + sub + g + w.put(n, "author")

SHAPES = [(counted, 3), (board, 3), (bracketed, 3), (dedicated, 4), (measured, 4), (said, 3), (bare, 10)]
