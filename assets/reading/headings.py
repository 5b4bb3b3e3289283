"""Headings: labels of passages from the labelled texts, and the two looks.

A passage is 0 (no heading), 1 (it heads a section) or 2 (it goes on with the heading
right above).
"""
import concurrent.futures, os
import numpy as np, lightgbm as lgb
import learn, texts
from texts import norm

FIRST = dict(objective="binary", num_leaves=16, learning_rate=.07, min_data_in_leaf=10, lambda_l2=1, feature_fraction=.4, bagging_fraction=.8, bagging_freq=1,
             verbose=-1, num_threads=1, seed=3, deterministic=True, force_row_wise=True, max_bin=127, boost_from_average=False)
SECOND = dict(FIRST, objective="multiclass", num_class=3, num_leaves=12, min_data_in_leaf=40)
# What is the same for all passages of a file tells one book from another: the second look, of few passages, would learn books by heart.
BLIND = ("wrap", "passages", "shortShare", "strongs", "meanChars", "usual", "size")
ROUNDS = (240, 200)
LINED = ("dev", "books", "varied", "invented", "shelves") # sets whose headings have lines

def label(g, rows, lines):
    """Labels and weights of the passages of a book whose headings have lines."""
    y, w, base, n = np.zeros(len(rows), int), np.ones(len(rows)), g.get("line_base", 1), len(rows)
    T = [norm("".join(lines[a:b])) for a, b in rows[:, :2]]
    for c in g["chapters"]:
        at, acc = c.get("line", 0) - base, [norm(x) for x in c["accept"] + c.get("accept_loose", [])]
        near = [x for x in range(max(0, np.searchsorted(rows[:, 0], at - 3) - 1), min(n, np.searchsorted(rows[:, 0], at + 4)))]
        k = next((x for x in near if rows[x, 0] <= at < rows[x, 1]), None)
        if k is None: k = next((x for x in near if T[x] and any(z.startswith(T[x]) for z in acc)), None)
        if k is None: continue
        weight = .15 if c.get("optional") else 1
        y[k], w[k], t, x = 1, weight, T[k], k + 1
        exact, end = [norm(z) for z in c["accept"]], at + c["lines"] if "lines" in c else None
        while x < n and rows[x, 0] <= rows[x - 1, 1] + 8:
            t += T[x]
            if end is not None and rows[x, 0] < end: y[x], w[x] = 2, weight
            elif t in exact and end is None: y[x], w[x] = 2, weight
            elif t in exact: w[x] = .15 # it may join
            elif end is None and any(z.startswith(t) for z in exact): y[x], w[x] = 2, weight
            else: break
            x += 1
    return y, w

def label_by_text(g, rows, lines, under):
    """Labels of a story whose headings are known by their words, in order; None when they cannot be found.

    The words may stand in a list of contents as well, before the text or behind it: of the first places in
    order and the last places in order those count that have more lines between them and stand in no list;
    under is the column of that measure."""
    n, T = len(rows), [norm("".join(lines[a:b])) for a, b in rows[:, :2]]
    def at(x, acc): # the last of the passages that say it together from x on; None
        t, k = T[x], x
        while t and t not in acc and k + 1 < n and any(z.startswith(t) for z in acc) and rows[k + 1, 0] <= rows[k, 1] + 5: k += 1; t += T[k]
        return k if t and t in acc else None
    def align(order):
        hits, lo, hi = [], 0, n
        for c in g["chapters"][::order]:
            acc = [norm(x) for x in c["accept"]]
            found = next(((x, at(x, acc)) for x in (range(lo, hi) if order > 0 else range(hi - 1, lo - 1, -1)) if at(x, acc) is not None and at(x, acc) < hi), None)
            if found is None:
                if c.get("optional"): continue
                return None
            hits.append((*found, bool(c.get("optional"))))
            if order > 0: lo = found[1] + 1
            else: hi = found[0]
        return sorted(hits)
    def spread(hits):
        at = [rows[h[0], 0] for h in hits]
        return sum(min(b - a, 40) for a, b in zip(at, at[1:])) - 40 * sum(under > 0 and rows[h[0], under] > 0 for h in hits)
    both = [h for h in (align(1), align(-1)) if h is not None]
    if not both: return None
    y, w = np.zeros(n, int), np.ones(n)
    for a, b, optional in max(both, key=spread):
        y[a], y[a + 1:b + 1] = 1, 2
        if optional: w[a:b + 1] = .15
    return y, w

def gather(binary, model, stories):
    """Adds rows, labels and weights to each story; those that cannot be labelled are left out."""
    names, E = learn.evidence(binary, model, [g["path"] for g in stories])
    out = []
    for g in stories:
        lines, rows = texts.lines_of(g["path"], g.get("language")), E[g["path"]]
        got = label(g, rows, lines) if g["set"] in LINED else label_by_text(g, rows, lines, names.index("under") + 2)
        if got is None: continue
        n = max(1, (got[0] == 1).sum())
        share = dict(dev=(30 / (n + 10)) ** .4, books=(30 / (n + 10)) ** .4, gen=.7 * (5 / (n + 5)) ** .4, varied=.25 * (10 / (n + 10)) ** .4, invented=.35 * (10 / (n + 10)) ** .4, shelves=.5 * (20 / (n + 20)) ** .4, cases=3 * (10 / (n + 10)) ** .4, own=2 * (10 / (n + 10)) ** .4)[g["set"]]
        out.append(dict(g, rows=rows, y=got[0], w=got[1] * share, by_text=got))
    return names, out

def fit(stories, params, rounds, blind=()):
    X, y, w = (np.concatenate([s[k] if k != "rows" else s[k][:, 2:] for s in stories]) for k in ("rows", "y", "w"))
    if params is FIRST: y = (y > 0).astype(int)
    X[:, list(blind)] = 0
    return lgb.train(params, lgb.Dataset(X, y, weight=w), rounds)

def first_look(names, stories, path):
    m = fit(stories, FIRST, ROUNDS[0])
    return m, learn.write_forest(m, names, [], path)

def second_look(names, stories, path):
    m = fit(stories, SECOND, ROUNDS[1], [names.index(n) for n in BLIND])
    return m, learn.write_forest(m, names, ["none", "heads", "goes on"], path)

def entry_of_heading(names, stories):
    """Labels by text may name the entry of printed contents for the heading: where the first look knows better, the two change places."""
    chance = names.index("chance") + 2
    for s in stories:
        lines, rows, y = texts.lines_of(s["path"]), s["rows"], s["y"]
        T = [norm("".join(lines[a:b])) for a, b in rows[:, :2]]
        for i in range(len(T)):
            if y[i] != 1 or rows[i, chance] >= 60: continue
            for j in range(i + 1, len(T)):
                if y[j] == 0 and rows[j, chance] > 800 and T[i] in (T[j], "".join(T[j:j + 2])):
                    y[i], y[j], s["swapped"] = 0, 1, True
                    if T[i] != T[j]: y[j + 1] = 2
                    break

def polish(path, promises):
    """Moves leaves by a thousandth of a logit until all promises are read rightly, and well enough to be told without a doubt where an entry of contents says what a heading says."""
    d = bytearray(open(path, "rb").read()); trees = learn.leaves_of(d)
    rows = [(r, y, s.get("swapped")) for s in promises for r, y in zip(s["rows"][:, 2:], s["y"])]
    places = [[learn.leaf_at(t, r) for t in trees] for r, _, _ in rows]
    for turn in range(30):
        moved = 0
        for (r, y, swapped), at in zip(rows, places):
            s = [0, 0, 0]
            for t, o in zip(trees, at): s[t[0]] += learn.leaf(d, o)
            k = max((c for c in range(3) if c != y), key=lambda c: s[c])
            if s[y] - s[k] >= (950 if swapped else 1): continue
            moved += 1
            for t, o in zip(trees, at):
                if t[0] in (k, y): learn.move(d, o, 1 if t[0] == y else -1)
        if not moved: break
    open(path, "wb").write(d)
    print("promises left:", moved)

LEVEL = dict(SECOND, num_leaves=12, min_data_in_leaf=15)

def level_labels(g, rows, lines):
    """The level of each heading that is one (1 to 3), and 0 for others; their weights."""
    y, base, T = np.zeros(len(rows), int), g.get("line_base", 1), [norm("".join(lines[a:b])) for a, b in rows[:, :2]]
    if g["set"] in LINED:
        for c in g["chapters"]:
            at = c.get("line", 0) - base
            for x in np.where((rows[:, 0] <= at + 1) & (rows[:, 1] > at - 1))[0]:
                if any(z.startswith(T[x]) or T[x].startswith(z) for z in map(norm, c["accept"])): y[x] = min(3, c["level"])
    else:
        got = label_by_text(g, rows, lines, 0) # all of them are headings: none stands in a list
        if got is None or len(rows) != (got[0] > 0).sum(): return None
        y = np.array([c["level"] for c in g["chapters"] if not c.get("optional")] + [0] * len(rows))[:len(rows)]
    n = max(1, (y > 0).sum())
    return y, np.where(y > 0, (20 / (n + 10)) ** .7 * (1 if g["set"] in ("dev", "books") else .3), 0)

def gather_levels(binary, stories):
    names, E = learn.evidence(binary, "levels", [g["path"] for g in stories])
    out = []
    for g in stories:
        rows = E[g["path"]]
        got = level_labels(g, rows, texts.lines_of(g["path"], g.get("language"))) if len(rows) else None
        if got is not None: out.append(dict(id=g["id"], set=g["set"], rows=rows[got[0] > 0], y=got[0][got[0] > 0] - 1, w=got[1][got[0] > 0]))
    return names, out

def level_look(names, stories, path):
    m = fit(stories, LEVEL, 60)
    return learn.write_forest(m, names, ["1", "2", "3"], path)

def train(stories, work, home, fold):
    """Learns all looks for each fold, and for all into the folder home. fold says of books, and of what was made of them, which is theirs; the others get theirs here. Returns {fold: {file: path}}; None is all."""
    plain = learn.build(os.path.join(work, "plain"))
    names, S = gather(plain, "headings", stories)
    for s in ("gen", "cases", "own"): fold.update(learn.fold_of([g["id"] for g in S if g["set"] == s]))
    out = {k: {f: os.path.join(work, f"fold{k}", f) for f in ("headings.trees", "sections.trees", "levels.trees")} for k in range(learn.FOLDS)}
    leveled = [s for s in S if s["set"] in ("dev", "books", "own") or s["set"] == "cases" and s.get("leveled")]
    def sees(of, k): return [s for s in of if fold[s["id"]] != k]
    def unseen(of, k): return [s for s in of if fold[s["id"]] == k]
    def first(k):
        os.makedirs(os.path.join(work, f"fold{k}"), exist_ok=True)
        first_look(names, sees(S, k), out[k]["headings.trees"])
        return gather(learn.build(os.path.join(work, f"fold{k}", "first"), {"headings.trees": out[k]["headings.trees"]}), "sections", unseen(S, k))
    def then(k):
        second_look(names2, sees(second, k), out[k]["sections.trees"])
        return gather_levels(learn.build(os.path.join(work, f"fold{k}", "second"), {f: out[k][f] for f in ("headings.trees", "sections.trees")}), unseen(leveled, k))
    def last(k): level_look(names3, sees(third, k), out[k]["levels.trees"])
    with concurrent.futures.ThreadPoolExecutor(2) as ex:
        got = list(ex.map(first, range(learn.FOLDS))); names2, second = got[0][0], [s for g in got for s in g[1]]
        got = list(ex.map(then, range(learn.FOLDS))); names3, third = got[0][0], [s for g in got for s in g[1]]
        list(ex.map(last, range(learn.FOLDS)))
    print("levels:", level_look(names3, third, os.path.join(home, "levels.trees")), "bytes")
    out[None] = {f: os.path.join(home, f) for f in ("headings.trees", "sections.trees", "levels.trees")}
    size = first_look(names, S, out[None]["headings.trees"])[1]
    # The small stories are promises: they are seen once more as the program will see them, and those misread count more.
    b = learn.build(os.path.join(work, "final"), {"headings.trees": out[None]["headings.trees"]})
    promises = gather(b, "sections", [s for s in S if s["set"] in ("own", "cases")])[1]
    entry_of_heading(names2, promises)
    for turn in range(5):
        m, more = second_look(names2, second + promises, out[None]["sections.trees"])
        wrong = 0
        for s in promises:
            miss = m.predict(s["rows"][:, 2:]).argmax(1) != s["y"] if len(s["rows"]) else np.zeros(0, bool)
            s["w"][miss] *= 3
            wrong += miss.sum()
        print("promises misread:", wrong)
        if wrong == 0: break
    polish(out[None]["sections.trees"], promises)
    print("headings: two looks,", size + more, "bytes,", sum(len(s["rows"]) for s in S), "passages of", len(S), "stories")
    return out
