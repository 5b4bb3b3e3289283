#!/usr/bin/env python3
"""Learns kinds.trees: is a run of lines prose, verse, or prose that is set off?

  kinds.py --corpus DIR --gen DIR [--below ID] [--folds] [--out FILE]

DIR of --corpus holds blocks/ID.json (kinds of passages by their lines) and books/ID.txt; that of --gen generated
stories with their truth (NNNN.txt, NNNN.json). The cases of testdata/cases are learned from, too. --below: only books before this id. --folds prints, for five folds by book,
what trees say of books they have not seen, and leaves their forests beside FILE as FILE.0 to FILE.4 (build with
`learn.build(overlay)` to try them). Measures come from the program (`storybind evidence --model kinds`): only runs that it
cannot settle by their form.

Of each book excerpts are made besides: a few blocks in a file of their own, wrapped at another column, ragged, unwrapped,
one paragraph a line, with indented paragraphs; verse flush, further in, with longer lines. Prose that a text sets off
although its HTML edition does not counts as set off: nobody can see more in the text.
"""
import argparse, collections, glob, json, os, random, tempfile, textwrap
import lightgbm as lgb
import numpy as np
import learn

CLASSES = ["prose", "verse", "quote"]
KIND = {"prose": 0, "verse": 1, "quote": 2}
ROUNDS = 90
PARAMETERS = dict(objective="multiclass", num_class=3, learning_rate=.1, num_leaves=16, min_data_in_leaf=20, feature_fraction=.4,
                  bagging_fraction=.8, bagging_freq=1, lambda_l2=3, verbose=-1, seed=1, deterministic=True, num_threads=1)
WEIGHT = {"book": 1, "excerpt": .6, "generated": .8, "case": 3}
MOST = {0: 300, 1: 60, 2: 60}  # runs of a class by which one book is heard in full

def lines(path):
    return open(path, "rb").read().decode("latin1").replace("\r\n", "\n").replace("\r", "\n").split("\n")

def labels(corpus, book):
    """The class of each labelled line, and the labelled blocks as (class, paragraphs)."""
    d = json.load(open(f"{corpus}/blocks/{book}.json"))
    text = lines(f"{corpus}/books/{book}.txt")
    flush, verse = set(d["flush"]), set(d["pre_like_verse"])
    by_line, blocks = {}, []
    for i, (a, b, kind) in enumerate(d["blocks"]):
        k = 0 if i in flush else 1 if i in verse else KIND.get(kind)
        for n in range(a, b): by_line[n] = k if k is not None else kind
        paragraphs, run = [], []
        for row in text[a:b] + [""]:
            if row.strip(): run.append(row.rstrip().expandtabs())
            elif run: paragraphs.append(run); run = []
        if k is not None: blocks.append((k, paragraphs))
    return text, by_line, blocks

def wrapped(text, width):
    try: return [r.encode("utf8").decode("latin1") for r in textwrap.wrap(text.encode("latin1").decode("utf8"), width, break_long_words=False, break_on_hyphens=False)]
    except UnicodeDecodeError: return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)

def ragged(text, width, rng):
    out, words = [], text.split()
    while words:
        row, most = words.pop(0), rng.choice([width, width, width, width - 3, width - 6, width - 12])
        while words and len(row) + 1 + len(words[0]) <= most: row += " " + words.pop(0)
        out.append(row)
    return out

def excerpt(blocks, rng):
    """Some blocks in a file of their own: its lines, and the class of each (None: blank)."""
    special = [i for i, b in enumerate(blocks) if b[0]]
    short = [i for i, b in enumerate(blocks) if b[0] == 0 and len(b[1]) == 1 and len(b[1][0]) < 3]
    at = rng.choice(special) if special and rng.random() < .5 else rng.choice(short if short and rng.random() < .5 else range(len(blocks)))
    size = rng.choice([3, 4, 6, 8, 12, 16])
    first = max(0, at - rng.randrange(size))
    style = rng.choice(["as is", "as is", "wrap", "wrap", "wrap", "ragged", "long", "long", "long", "line", "line", "line"])
    width, first_in = rng.choice([40, 45, 52, 60, 64, 68, 72, 78]), rng.choice([2, 3, 4, 5, 8])
    by_indent = rng.random() < .3 and style in ("as is", "wrap", "line")
    verse_in, long_verse, quote_in = rng.choice(["keep", "keep", "flush", "four", "flush"]), rng.random() < .2, rng.choice([2, 4, 5, 8])
    out, kinds, last = [], [], None
    for kind, paragraphs in blocks[first:first + size]:
        for p in paragraphs:
            left = min(len(r) - len(r.lstrip()) for q in paragraphs for r in q)
            if kind == 1:
                rows = [r[left:] for r in p]
                if long_verse and len(rows) > 2: rows = [" ".join([rows[i]] + [r.lstrip() for r in rows[i + 1:i + 2]]) for i in range(0, len(rows), 2)]
                rows = [" " * {"keep": left, "flush": first_in + 4 if by_indent and rng.random() < .5 else 0, "four": 4}[verse_in] + r for r in rows]
            else:
                text, inset = " ".join(r.strip() for r in p), quote_in if kind == 2 else 0
                rows = {"as is": lambda: [r.strip() for r in p], "wrap": lambda: wrapped(text, width - 2 * inset), "ragged": lambda: ragged(text, width - inset, rng)}.get(style, lambda: [text])()
                rows = [" " * inset + r for r in rows]
                if by_indent and kind == 0: rows[0] = " " * first_in + rows[0]
            if out and not (kind == 0 and last == 0 and (by_indent or style == "line" and rng.random() < .6)):
                out.append(""); kinds.append(None)
            out += rows; kinds += [kind] * len(rows); last = kind
    return out, kinds

def letters(s): return "".join(c for c in s.casefold() if c.isalnum())

def truth(story):
    """The kinds of a generated story's text: what all its prose says, and all its lines that stay lines."""
    prose, kept = "", ""
    for b in json.load(open(story[:-4] + ".json"))["blocks"]:
        if b["kind"] == "para": prose += letters(b["source"])
        elif b["kind"] == "verse": kept += "".join(letters(l) for s in b["stanzas"] for l in s)
        elif b["kind"] in ("sign", "signature"): kept += "".join(map(letters, b.get("lines") or [b.get("text", "")]))
    return prose, kept

def case(path):
    """A case's story, and what its want.book says is prose, stays in lines, is set off."""
    text = open(path, encoding="utf8", errors="surrogateescape", newline="").read()
    story = text.split("-- story.txt --\n", 1)[-1].split("\n-- ", 1)[0]
    said, inside = ["", "", ""], None
    for line in text.split("-- want.book --\n", 1)[-1].split("\n"):
        t = line.strip(); depth = len(line) - len(line.lstrip())
        if t == "verse" or t == "quote (inscription)": inside = inside if inside == "quote" else "kept"
        elif t == "quote": inside, at = "quote", depth
        elif t.startswith("| ") and inside: said[1] += letters(t[2:])
        elif t.startswith("paragraph: "):
            if inside == "quote" and depth <= at: inside = None
            said[2 if inside == "quote" else 0] += letters(t[11:])
            if inside != "quote": inside = None
        elif not t.startswith("|"): inside = None
    return story, said

def gather(binary, corpus, books, gen, folder):
    """Rows of (source, book, class, measures)."""
    rows, found, names = [], {}, None
    def runs(files): 
        nonlocal names
        names, out = learn.evidence(binary, "kinds", files)
        return out
    for book in books:
        text, by_line, blocks = labels(corpus, book)
        path = f"{corpus}/books/{book}.txt"
        for r in runs([path])[path]:
            kinds = {by_line.get(n) for n in range(r[0], min(r[1], len(text))) if text[n].strip()}
            if len(kinds) == 1 and (k := kinds.pop()) in (0, 1, 2): rows.append(("book", book, k, r[2:]))
        rng, made = random.Random("k" + book), {}
        if len(blocks) < 20: continue
        for i in range(min(80, 40 + sum(1 for b in blocks if b[0]))):
            out, kinds = excerpt(blocks, rng)
            at = f"{folder}/{book}-{i}.txt"
            open(at, "w", encoding="latin1", errors="replace").write("\n".join(out) + "\n")
            made[at] = kinds
        for at, found in runs(sorted(made)).items():
            for r in found:
                kinds = {k for k in made[at][r[0]:r[1]] if k is not None}
                if len(kinds) == 1: rows.append(("excerpt", book, kinds.pop(), r[2:]))
    cases = {}
    for path in sorted(glob.glob(f"{learn.ROOT}/testdata/cases/*.txtar")):
        if os.path.basename(path).startswith(("decode-", "envelope-")): continue  # bytes that are no text, mailboxes
        story, said = case(path)
        at = f"{folder}/{os.path.basename(path)[:-6]}.txt"
        open(at, "w", encoding="utf8", errors="surrogateescape", newline="").write(story)
        cases[at] = story.replace("\r\n", "\n").split("\n"), said
    for at, found in runs(sorted(cases)).items():
        text, said = cases[at]
        for r in found:
            run = letters("".join(text[r[0]:r[1]]))
            kinds = [k for k in range(3) if run and run in said[k]]
            if len(kinds) == 1: rows.append(("case", os.path.basename(at), kinds[0], r[2:]))
    stories = [f for f in sorted(glob.glob(f"{gen}/*.txt")) if b"\0" not in open(f, "rb").read()]
    for at, found in runs(stories).items():
        raw = open(at, "rb").read()
        try: text = raw.decode("utf8")
        except UnicodeDecodeError: text = raw.decode("latin1")
        text = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        prose, kept = truth(at)
        for r in found:
            said = letters("".join(text[r[0]:r[1]]))
            if len(said) > 5 and (said in prose) != (said in kept): rows.append(("generated", os.path.basename(at)[:-4], 0 if said in prose else 1, r[2:]))
    return names, rows

def main():
    a = argparse.ArgumentParser(); a.add_argument("--corpus", required=True); a.add_argument("--gen", required=True); a.add_argument("--below", default="~"); a.add_argument("--folds", action="store_true")
    a.add_argument("--out", default=os.path.join(learn.HERE, "kinds.trees")); a = a.parse_args()
    books = sorted(os.path.basename(f)[:-5] for f in glob.glob(a.corpus + "/blocks/*.json"))
    fold = learn.fold_of(books)
    with tempfile.TemporaryDirectory() as folder:
        names, rows = gather(learn.build(folder + "/storybind"), a.corpus, [b for b in books if b < a.below], a.gen, folder)
    source, book, y, x = (np.array(c) for c in zip(*rows))
    at = {n: i for i, n in enumerate(names)}
    y[(source != "case") & (y == 0) & (x[:, at["indent"]] >= 2) & (x[:, at["by-indent"]] == 0) & (x[:, at["rows"]] > 1)] = 2
    count = collections.Counter(zip(book, y, source))
    weight = np.array([min(1, (MOST[k] / count[(b, k, s)]) ** .5) * WEIGHT[s] for b, k, s in zip(book, y, source)])
    folds = np.array([fold[b] if b in fold else int(b) % learn.FOLDS if b.isdigit() else sum(b.encode()) % learn.FOLDS for b in book])
    learned = lambda which: lgb.train(PARAMETERS, lgb.Dataset(x[which], y[which], weight=weight[which], feature_name=names), num_boost_round=ROUNDS)
    if a.folds:
        said = np.zeros(len(y), int)
        for f in range(learn.FOLDS):
            m = learned(folds != f); said[folds == f] = m.predict(x[folds == f]).argmax(1)
            learn.write_forest(m, names, CLASSES, f"{a.out}.{f}")
        for s in WEIGHT:
            for k, name in enumerate(CLASSES):
                here = source == s; right = weight[here & (y == k) & (said == k)].sum()
                if (y[here] == k).any(): print(f"{s:10s} {name:6s} runs {((y == k) & here).sum():6d}  recall {right / weight[here & (y == k)].sum():.4f}  precision {right / weight[here & (said == k)].sum():.4f}")
    print(learn.write_forest(learned(np.ones(len(y), bool)), names, CLASSES, a.out), "bytes")

if __name__ == "__main__":
    main()
