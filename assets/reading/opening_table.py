#!/usr/bin/env python3
"""Prints how title and authors of title pages are read by trees that have not seen them.

  opening_table.py WORK CORPUS [--misses]

WORK is the folder of `opening.py --folds`. The books are those of CORPUS without Project
Gutenberg's frame whose title and authors stand in the first 6,000 characters.
"""
import argparse, concurrent.futures, json, os, subprocess, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import learn, opening_pages as pages

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("work"); ap.add_argument("corpus"); ap.add_argument("--misses", action="store_true")
a = ap.parse_args(); norm, last = pages.norm, lambda name: pages.norm(name.split()[-1])

def told(b):
    s = pages.cut(b); said = norm("\n".join(s.lines)[:6000]); g = b.gold
    ok = g.get("title") and any(norm(t) in said for t in g["title_accept"]) and g["authors"] and all(last(n) in said for n in g["authors"])
    return s if ok else None

def reader(k): return learn.build(os.path.join(a.work, f"sb{k}"), {f"opening.{x}": os.path.join(a.work, f"{k}.{x}") for x in ("trees", "steps")})

def read(b, s):
    d = os.path.join(a.work, "cut", b.id); os.makedirs(d, exist_ok=True); path = os.path.join(d, s.name)
    with open(path, "w", encoding="utf-8", errors="replace") as f: f.write("\n".join(s.lines) + "\n")
    return json.loads(subprocess.run([os.path.join(a.work, f"sb{b.fold}"), "inspect", "--json", path], stdout=subprocess.PIPE).stdout)["metadata"]

for k in range(learn.FOLDS): reader(k)
B = [(b, s) for b in pages.books(a.corpus, learn.fold_of) for s in [told(b)] if s]
with concurrent.futures.ThreadPoolExecutor(2) as ex: M = list(ex.map(lambda x: read(*x), B))
n = [0] * 4
for (b, _), m in zip(B, M):
    g, t, names = b.gold, norm(m["title"]), m["authors"]; titles = list(map(norm, g["title_accept"]))
    ok = [t in titles, any(t.startswith(x) for x in titles), sorted(map(norm, names)) in [sorted(map(norm, x)) for x in g["authors_accept"] if x],
          all(any(last(x) in norm(y) for y in names) for x in g["authors"])]
    n = [x + y for x, y in zip(n, ok)]
    if a.misses and not (ok[1] and ok[3]): print(b.id, *(["title", repr(m["title"]), "wanted", repr(g["title"])] if not ok[1] else []), *(["authors", names, "wanted", g["authors"]] if not ok[3] else []))
print(f"| {len(B)} books | title strict | title loose | authors strict | authors loose |\n|---|---|---|---|---|\n| | " + " | ".join(f"{x / len(B):.3f}" for x in n) + " |")
