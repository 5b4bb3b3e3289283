"""The labelled texts: books with the lines of their headings, generated stories, small cases."""
import glob, json, os, re, subprocess, tempfile
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

def norm(s):
    return "".join(c for c in (s or "").casefold() if c.isalnum())

def lines_of(path, language=None):
    b = open(path, "rb").read()
    if b[:2] in (b"\xff\xfe", b"\xfe\xff"): t = b.decode("utf-16")
    else:
        for e in ["utf-8-sig"] + (["cp1251"] if language == "ru" else []) + ["cp1252", "latin-1"]:
            try: t = b.decode(e); break
            except UnicodeDecodeError: pass
    return re.split(r"\r\n|\r|\n", t)

def books(corpus, sets=("dev", "books")):
    """Books with gold labels; each a dict with `path`, `set`."""
    out = []
    for s in sets:
        for f in sorted(glob.glob(os.path.join(corpus, s, "gold", "*.json"))):
            g = json.load(open(f, encoding="utf-8"))
            out.append(dict(g, path=os.path.join(corpus, s, g["file"]), set=s))
    return out

def generated(corpus, seed, n, out=None):
    """Stories of the generator with their truth."""
    out = out or tempfile.mkdtemp()
    subprocess.run(["python3", os.path.join(corpus, "gen", "gen.py"), "--seed", str(seed), "--n", str(n), "--out", out], check=True, stdout=subprocess.DEVNULL)
    res = []
    for f in sorted(glob.glob(os.path.join(out, "*.json"))):
        t = json.load(open(f, encoding="utf-8"))
        res.append(dict(t, path=os.path.join(out, t["file"]), set="gen", id="gen" + t["id"],
                        chapters=[dict(level=1, accept=a) for a in t["chapters_accept"]]))
    return res

def small(corpus):
    """The small cases beside the corpus, those that say what the headings are."""
    res = []
    for f in sorted(glob.glob(os.path.join(corpus, "..", "cases", "*.want.json"))):
        w = json.load(open(f, encoding="utf-8"))
        if "headings" not in w: continue
        alts = [h if isinstance(h, list) else [h] for h in w["headings"]]
        res.append(dict(id="case:" + os.path.basename(f)[:-10], set="cases", kind=w["kind"], path=os.path.realpath(f[:-10] + ".txt"),
                        leveled="levels" in w,
                        chapters=[dict(level=l, accept=[x.lstrip("?") for x in a], optional=a[0].startswith("?")) for a, l in zip(alts, w.get("levels", [1] * len(alts)))]))
    return res

def promised():
    """The product's own stories (testdata/cases, testdata/headings): the headings that they want."""
    res, out = [], tempfile.mkdtemp()
    for f in sorted(glob.glob(os.path.join(ROOT, "testdata", "cases", "*.txtar")) + glob.glob(os.path.join(ROOT, "testdata", "headings", "*.txtar"))):
        parts = re.split(rb"^-- (\S+) --\n", open(f, "rb").read(), flags=re.M)
        files = dict(zip(parts[1::2], parts[2::2]))
        if b"story.txt" not in files or b"settings" in files or not files.keys() & {b"want.book", b"want.headings"}: continue
        if b"parse/doubtful-heading" in files.get(b"want.diagnostics", b""): continue # what shows a doubt is not to be learned
        name = os.path.basename(os.path.dirname(f)) + "-" + os.path.basename(f)[:-6]
        path = os.path.join(out, name + ".txt")
        open(path, "wb").write(files[b"story.txt"])
        if b"want.headings" in files:
            heads = [(int(l), h) for l, h in re.findall(r"^(?:(?:front|back) )?(\d) (.*)$", files[b"want.headings"].decode(), flags=re.M)]
        else: heads = [(len(i) // 2 + 1, json.loads(h)) for i, h in re.findall(r'^( *)(?:front|body|back)\b.*? heading=("(?:[^"\\]|\\.)*")', files[b"want.book"].decode("utf-8", "replace"), flags=re.M)]
        res.append(dict(id="own:" + name, set="own", path=path, chapters=[dict(level=l, accept=[h]) for l, h in heads]))
    return res
