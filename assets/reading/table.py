#!/usr/bin/env python3
"""Prints how well stories are read that the trees have not seen.

  table.py WORK CORPUS [--last ID] [--worst N]

WORK is the folder of train.py's --work: its program `reader` gives each story to trees that
have not seen it. Books from --last on (sorted) are counted apart and never listed.
"""
import argparse, collections, concurrent.futures, json, os, subprocess, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import texts

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("work"); ap.add_argument("corpus"); ap.add_argument("--last", default="pg45058"); ap.add_argument("--worst", type=int, default=20)
a = ap.parse_args()
sys.path.insert(0, os.path.join(a.corpus, "..", "tools"))
import score

def read(g):
    r = subprocess.run([os.path.join(a.work, "reader"), "inspect", "--json", "--blocks", g["path"]], stdout=subprocess.PIPE)
    return json.loads(r.stdout)

books = texts.books(a.corpus)
with concurrent.futures.ThreadPoolExecutor(2) as ex: read = list(ex.map(read, books))
rows, said = [], collections.defaultdict(list)
for g, d in zip(books, read):
    S = [s for s in d["sections"] if score.norm(s["heading"]) and s["role"] not in score.NOT_CHAPTERS]
    P = [(s["heading"], s["level"]) for s in S]
    strict, _, _, level = score.chapter_score(g["chapters"], P)
    loose, missed, extra, _ = score.chapter_score(g["chapters"], P, True)
    m, w = d["metadata"], d["words"]
    acc = [set(map(score.norm, c["accept"] + c.get("accept_loose", []))) for c in g["chapters"]]
    hit = {j for _, j in score.lcs(list(range(len(acc))), [score.norm(h) for h, _ in P], lambda i, p: p in acc[i])}
    for j, s in enumerate(S): said["headings"].append((s.get("confidence", 0), j in hit))
    said["titles"].append((m.get("title_confidence", 0), score.title_ok(m["title"], g["title_accept"], g["title_may_be_null"])))
    said["authors"].append((min(m.get("authors_confidence") or [0]), sorted(map(score.norm, m["authors"])) in [sorted(map(score.norm, x)) for x in g["authors_accept"]]))
    rows.append(dict(id=g["id"], set="last third of books" if g["set"] == "books" and g["id"] >= a.last else g["set"], strict=strict, loose=loose, level=level, lost=score.lost(d), missed=missed, extra=extra))

print("| texts | number | strict | loose | levels | words lost |\n|---|---|---|---|---|---|")
mean = lambda v: sum(v) / max(1, len(v))
for name in ("dev", "books", "last third of books", None):
    R = [r for r in rows if name in (r["set"], None)]
    print(f'| {name or "all"} | {len(R)} | {mean([r["strict"] for r in R]):.4f} | {mean([r["loose"] for r in R]):.4f} | {mean([r["level"] for r in R if r["level"] is not None]):.4f} | {sum(r["lost"] for r in R)} |')
print("\n| said with confidence | titles right | authors right | headings right |\n|---|---|---|---|")
for lo, hi, text in ((.9, 2, ">= 0.9"), (.7, .9, "0.7-0.9"), (.5, .7, "0.5-0.7"), (-1, .5, "< 0.5")):
    cells = []
    for k in ("titles", "authors", "headings"):
        v = [ok for c, ok in said[k] if lo <= c < hi]
        cells.append(f"{sum(v)} of {len(v)}")
    print("|", text, "|", " | ".join(cells), "|")
print()
for r in sorted(rows, key=lambda r: r["loose"])[:a.worst + 40]:
    if r["set"] != "last third of books" and a.worst > 0:
        a.worst -= 1
        print(f'{r["id"]:12} {r["loose"]:.3f} missed {len(r["missed"])} {[x[:40] for x in r["missed"][:3]]} extra {len(r["extra"])} {[x[:40] for x in r["extra"][:3]]}')
for r in sorted((r for r in rows if r["level"] is not None), key=lambda r: r["level"])[:24]:
    if r["set"] != "last third of books": print(f'{r["id"]:12} levels {r["level"]:.2f}')
