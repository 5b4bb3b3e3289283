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

def lent(L, b, rnd, kin):
    """The page with the title and the author of other books of its fold: the place says what they are, not the words."""
    t, n = rnd.choice(rnd.choice(kin).titles), rnd.choice(rnd.choice(kin).names)
    said = norm(" ".join(l for l, r in L if r in ("title", "title-more")))
    rows, k, out = sum(r in ("title", "title-more") for _, r in L), 0, []
    w = t.split(); rows = min(rows, len(w)); cuts = [round(i * len(w) / max(rows, 1)) for i in range(rows + 1)]
    for l, r in L:
        old = l.strip(); new = None
        if r in ("title", "title-more"):
            if k >= rows: continue
            new = " ".join(w[cuts[k]:cuts[k + 1]]); k += 1
        elif r == "half-title" and said and (norm(old) in said): new = t
        elif r == "author":
            by = re.match(r"^\W*(by|von|par|por|door|av|di|de)\s+", old, re.I); new = (by.group(0) if by else "") + n + ("," if old.endswith(",") else "")
        if new: l = l[:len(l) - len(l.lstrip())] + ("_" if old[0] == "_" else "") + (new.upper() if old.isupper() else new) + (old[-1] if old[-1] in "._" else "")
        out.append((l, r))
    return out

def vary(b, rnd, kin):
    """A title page with some of its lines taken away, moved or written otherwise."""
    L = [(l, b.roles.get(n)) for n, l in enumerate(b.lines[b.start:b.to], b.start) if not l.strip() or n in b.roles]
    if rnd.random() < .4: L = lent(L, b, rnd, kin)
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
    """The stories of testdata/cases with what a careful reader reads in them: txtar files with story.txt and want.book."""
    out = []
    for p in sorted(glob.glob(os.path.join(folder, "*.txtar"))):
        parts = re.split(r"^-- (\S+) --$", open(p, encoding="utf-8", errors="surrogateescape", newline="").read().replace("\r\n", "\n"), flags=re.M)
        files = dict(zip(parts[1::2], [x.lstrip("\n") if i < 0 else x[1:] for i, x in enumerate(parts[2::2])]))
        if "story.txt" in files and "want.book" in files: out.append((files["story.txt"].split("\n"), files["want.book"]))
    return out

def wanted(want, L):
    """What want.book says, with the lines where it stands, as `inspect --json` would say it; None where a line is not found."""
    title = re.search(r"^title: (.*) \((\w+)\)$", want, re.M); at, fields, secs, heads = 0, [], [], []
    keys = [norm(l) for l in L]
    def find(value, start, label=""):
        k = norm(value)[:40]
        if not k: return None
        for n in range(start, len(L)):
            if keys[n] and (norm(label) + k)[:60].startswith(keys[n][:60]) or k in keys[n] and keys[n].startswith(norm(label)): return n
    for m in re.finditer(r'^field (\S+) "(.*?)": (.*)$', want, re.M):
        n = find(m[3], at, m[2])
        if n is None: n = find(m[3], 0, m[2])
        if n is None: return None
        at = n; fields.append(dict(name=m[1], label=m[2], value=m[3], line=n + 1))
    at = max((f["line"] for f in fields), default=0)
    for m in re.finditer(r'^(?:body|front|back) \S+(?: heading="(.*?)")?.*\n((?:  .*\n?)*)', want, re.M):
        first = re.search(r"^  \S+: (.*)$", m[2], re.M)
        n = find(m[1], at) if m[1] else None
        t = find(re.sub(r"[“”‘’…—–]", "", first[1])[:30], (n + 1 if n is not None else at)) if first else None
        if n is None and t is None: continue
        at = t if t is not None else n
        secs.append(dict(line=(n if n is not None else t) + 1, heading=m[1], blocks=[dict(line=t + 1)] if t is not None else []))
        if len(secs) == 3: break
    return dict(metadata=dict(title=title[1] if title else "", title_from=title[2] if title else "", fields=fields), sections=secs)

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
