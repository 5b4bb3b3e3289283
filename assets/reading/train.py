#!/usr/bin/env python3
"""Learns the forests of this folder from labelled texts, and prints how well they read texts that they have not seen.

  pip install lightgbm numpy
  train.py CORPUS [--work DIR] [--gen N] [--invented N] [--shelves N] [--small N] [--varied N] [--cases-unseen] [--out DIR]

CORPUS is a folder with dev/, books/ and gen/ as README.md describes them. A book is only
judged by trees that have not seen it: five folds, each with a program of its own, and one
that has learned from all of them, for what is in none. --cases-unseen leaves the small
cases beside the corpus out of all: how they are read then is how their like will be.
"""
import argparse, os, pickle, sys, tempfile
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import headings, headings_invented, headings_shelves, headings_small, headings_varied, learn, texts

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("corpus"); ap.add_argument("--work", default=""); ap.add_argument("--gen", type=int, default=900); ap.add_argument("--invented", type=int, default=1000); ap.add_argument("--shelves", type=int, default=210); ap.add_argument("--small", type=int, default=600); ap.add_argument("--varied", type=int, default=2); ap.add_argument("--seed", type=int, default=771001)
ap.add_argument("--cases-unseen", action="store_true"); ap.add_argument("--out", default=learn.HERE, help="where the trees that have learned from all go; without it, this folder")
a = ap.parse_args()
work = a.work or tempfile.mkdtemp(); os.makedirs(work, exist_ok=True)
gen = os.path.join(work, f"gen{a.seed}")
books = texts.books(a.corpus); fold = learn.fold_of([g["id"] for g in books])
stories = books + texts.generated(a.corpus, a.seed, a.gen, gen) + ([] if a.cases_unseen else texts.small(a.corpus)) + texts.promised()
stories += headings_varied.stories(books, fold, a.varied, 5, os.path.join(work, "varied")) + headings_invented.stories(books, fold, a.invented, 7, os.path.join(work, "invented"), learn.FOLDS)
stories += headings_shelves.stories(books, fold, a.shelves, 11, os.path.join(work, "shelves"), learn.FOLDS)
stories += headings_small.stories(books, fold, a.small, 13, os.path.join(work, "small"), learn.FOLDS)
os.makedirs(a.out, exist_ok=True)
trees = headings.train(stories, work, a.out, fold)
for k in trees: learn.build(os.path.join(work, f"reader{k}"), trees[k])
pickle.dump(fold, open(os.path.join(work, "folds"), "wb"))
# One name for six programs: each story goes to one that has not seen it.
with open(os.path.join(work, "reader"), "w") as f:
    f.write(f"""#!/usr/bin/env python3
import os, pickle, sys
fold = pickle.load(open({os.path.join(work, 'folds')!r}, "rb"))
for x in sys.argv[1:]:
    name = os.path.splitext(os.path.basename(x))[0]
    k = fold.get(name, fold.get("case:" + name))
    if k is not None: break
os.execv({work!r} + "/reader%s" % k, ["storybind"] + sys.argv[1:])
""")
os.chmod(os.path.join(work, "reader"), 0o755)
