#!/usr/bin/env python3
"""Learns the roles of the lines above a story: opening.trees and opening.steps.

  opening.py --corpus CORPUS --gen DIR --bin STORYBIND --work DIR [--folds] [--only K]

CORPUS has openings/, dev/ and books/; DIR holds stories of its generator; the stories of
testdata/cases say themselves how they are read. Without --folds it
writes the forest beside this script, learned from everything; with it, WORK/K.trees and
WORK/K.steps, learned without the books of fold K, and prints how the lines of fold K fare.
"""
import argparse, os, pickle, random, shutil
import numpy as np
import learn, opening_invented as invention, opening_pages as pages

CLASSES = pages.CLASSES
IX = {c: i for i, c in enumerate(CLASSES)}
ROUNDS, LEAVES = 48, 15
PARAMS = dict(objective="multiclass", num_class=len(CLASSES), num_leaves=LEAVES, learning_rate=.12, min_data_in_leaf=12, feature_fraction=.3, bagging_fraction=.7, bagging_freq=1,
              max_bin=63, lambda_l2=3, verbose=-1, num_threads=1, seed=5, deterministic=True, force_row_wise=True)
BELIEF = .45  # how much the steps between roles count beside the lines' own scores

def samples(corpus, gen, read=(), seed=1, varied=8, invented=8000, untitled=1500):
    """All pages to learn from, in a fixed order."""
    books, rnd = pages.books(corpus, learn.fold_of), random.Random(seed)
    out = []
    def put(kind, s):
        if s: s.kind = kind; out.append(s)
    for b in books:
        kin = [x for x in books if x.fold == b.fold and x.titles and x.names]
        put("framed", pages.framed(b)); put("cut", pages.cut(b))
        for _ in range(varied): put("varied", pages.vary(b, rnd, kin))
    for _ in range(invented): put("invented", invention.invented(books, rnd))
    for _ in range(untitled): put("invented", invention.untitled(books, rnd))
    ids = sorted(f[:-4] for f in os.listdir(gen) if f.endswith(".txt")) if gen else []
    for i, s in enumerate(pages.generated(gen, ids, None)): s.fold = i % learn.FOLDS; put("generated", s)
    for s in read: put("case", s)
    return out

def known(folder):
    """The stories of testdata/cases: its tests hold that they are read as they say."""
    out = []
    for i, (lines, want) in enumerate(pages.cases(folder)):
        d = pages.wanted(want, lines); s = pages.read_by(d, lines, i % learn.FOLDS, "story.txt", 3.0) if d else None
        if s and not s.lines[0].startswith("From "): out.append(s)
    return out

def measured(binary, S, work):
    """The evidence of each sample, from files written for it."""
    folder = os.path.join(work, "pages"); shutil.rmtree(folder, ignore_errors=True); files = []
    for i, s in enumerate(S):
        d = os.path.join(folder, str(i // 500), str(i)); os.makedirs(d); files.append(os.path.join(d, s.name))
        with open(files[-1], "w", encoding="utf-8", errors="replace") as f: f.write("\n".join(s.lines) + "\n")
    names, E = learn.evidence(binary, "opening", files)
    for s in S: s.lines = None
    return names, [E[f].astype(np.int16 if E[f].max(initial=0) < 32768 else np.int32) for f in files]

KEEP = dict(framed=.5, cut=1, varied=.6, invented=.5, generated=.4, case=1)  # how many of the pages of a kind
def rows(S, E):
    """Measures, roles, folds, weights and samples of the lines that are learned from."""
    X, y, f, w, of = [], [], [], [], []
    for i, (s, e) in enumerate(zip(S, E)):
        if (i * 7919) % 1000 >= KEEP[s.kind] * 1000: continue
        full, text = s.kind == "cut", 0
        for r in e:
            role = s.roles.get(int(r[0]))
            if not role: continue
            text += role == "text"
            if role == "text" and text > (8 if full else 3) and text % (3 if full else 7): continue
            if role == "contents" and r[2] > 20 and r[2] % (2 if full else 6): continue
            if role in ("field", "ads") and r[2] > 8 and r[2] % 3: continue
            X.append(r[2:]); y.append(IX[role]); f.append(s.fold); w.append(s.weight); of.append(i)
    return np.array(X, np.int16), np.array(y), np.array(f), np.array(w), np.array(of)

def steps(S, E, fold=None):
    """What it is worth that a role follows another, counted from the pages; the last row is the beginning."""
    n = np.full((len(CLASSES) + 1, len(CLASSES)), .3)
    for s, e in zip(S, E):
        if s.fold == fold or s.kind == "framed": continue
        before = len(CLASSES)
        for r in e:
            role = s.roles.get(int(r[0]))
            if not role: break
            n[before, IX[role]] += s.weight; before = IX[role]
    p = n / n.sum(1, keepdims=True); all_ = n.sum(0) / n.sum()
    v = BELIEF * (np.log(p) - np.log(all_))
    return np.clip(np.round(v * learn.UNIT), -4 * learn.UNIT, 4 * learn.UNIT).astype(int)

def fit(X, y, w):
    import lightgbm as lgb
    return lgb.train(PARAMS, lgb.Dataset(X, y, weight=w), ROUNDS)

def write(m, names, T, path):
    size = learn.write_forest(m, names, CLASSES, path + ".trees")
    with open(path + ".steps", "w") as f:
        for c, row in zip(CLASSES + ["beginning"], T): f.write(c + "\t" + "\t".join(map(str, row)) + "\n")
    return size

def report(tag, y, p):
    out = [f"{tag}: {len(y)} lines, accuracy {(y == p).mean():.3f}"]
    for c in CLASSES:
        a, b, tp = (y == IX[c]).sum(), (p == IX[c]).sum(), ((y == IX[c]) & (p == IX[c])).sum()
        if a: out.append(f"{c} {2 * tp / (a + b):.2f} ({a})")
    print(", ".join(out), flush=True)

def viterbi(P, T):
    L = np.log(np.maximum(P, 1e-9)) * learn.UNIT; best = L[0] + T[-1]; back = []
    for l in L[1:]:
        M = best[:, None] + T[:-1]; back.append(M.argmax(0)); best = M.max(0) + l
    k = [int(best.argmax())]
    for b in back[::-1]: k.append(int(b[k[-1]]))
    return np.array(k[::-1])

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for o in ("--corpus", "--gen", "--bin", "--work"): ap.add_argument(o, required=True)
    ap.add_argument("--folds", action="store_true"); ap.add_argument("--only", type=int); ap.add_argument("--again", action="store_true", help="take the evidence of the last run")
    a = ap.parse_args(); cache = os.path.join(a.work, "evidence.pickle"); os.makedirs(a.work, exist_ok=True)
    if a.again and os.path.exists(cache): names, S, E = pickle.load(open(cache, "rb"))
    else:
        S = samples(a.corpus, a.gen, known(os.path.join(learn.ROOT, "testdata", "cases"))); names, E = measured(a.bin, S, a.work)
        pickle.dump((names, S, E), open(cache, "wb"))
    X, y, f, w, of = rows(S, E); print(len(S), "pages,", X.shape[0], "lines,", X.shape[1], "measures", flush=True)
    if not a.folds:
        print(write(fit(X, y, w), names, steps(S, E), os.path.join(learn.HERE, "opening")), "bytes"); return
    Y, P, keep = [], [], []
    for k in range(learn.FOLDS) if a.only is None else [a.only]:
        m = fit(X[f != k], y[f != k], w[f != k]); T = steps(S, E, k)
        print(k, write(m, names, T, os.path.join(a.work, str(k))), "bytes", flush=True)
        for s, e in zip(S, E):
            if s.kind != "cut" or s.fold != k or not len(e): continue
            q = m.predict(e[:, 2:]); keep.append((k, s, e[:, 0], q)); p = viterbi(q, T)
            for r, q in zip(e, p):
                if int(r[0]) in s.roles: Y.append(IX[s.roles[int(r[0])]]); P.append(q)
    pickle.dump(keep, open(os.path.join(a.work, "unseen.pickle"), "wb"))
    report("unseen title pages", np.array(Y), np.array(P))

if __name__ == "__main__": main()
