"""Stretches of the labelled books in another dress: what heads a section shows by what it stands among.

Books of one shelf look alike: headings in capitals with four lines of white. Here some of
their chapters stand by themselves, below a title of two lines, with headings spelt and set
as people do who write their own files. A stretch is of the fold of its book.
"""
import os, random, re, textwrap
import texts
from texts import norm

LABEL = re.compile(r"^\W*((chapter|kapitel|chapitre|capítulo|capitolo|hoofdstuk|book|letter|part)\b\W*)?([ivxlc]+|\d+|(the )?(first|second|third)|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[.:—–-]*\s+", re.I)
SMALL = set("a an and as at but by for from in into nor of on or the to with de la le les des du der die das und von del el y".split())

ROMAN = re.compile(r"\b[ivxlc]+\b\.?", re.I)

def sentence_case(t):
    if ROMAN.fullmatch(t): return t
    t = t[:1].upper() + t[1:].lower() if t.isupper() or t.istitle() else t
    return re.sub(r"^([A-Z]\w+ )([ivxlc]+)\b", lambda m: m[1] + m[2].upper(), t)
def title_case(t): return " ".join(w.lower() if i and w.lower() in SMALL else w[:1].upper() + w[1:].lower() if (w.isupper() or w.islower()) and not ROMAN.fullmatch(w) else w for i, w in enumerate(t.split()))

def headings_of(g, lines):
    """The headings whose lines are known: (first line, behind the last, gold)."""
    out, base = [], g.get("line_base", 1)
    for c in g["chapters"]:
        a = c.get("line", 0) - base
        if not 0 <= a < len(lines) or not lines[a].strip(): continue
        b = a + c.get("lines", 1)
        if "lines" not in c:
            accept, t, k = [norm(x) for x in c["accept"]], norm(lines[a]), a + 1
            if not any(x.startswith(t) for x in accept): continue
            while k < min(len(lines), a + 8):
                if lines[k].strip():
                    t += norm(lines[k])
                    if not any(x.startswith(t) for x in accept): break
                    b = k + 1
                k += 1
        if out and a < out[-1][1]: continue
        out.append((a, b, c))
    return out

def stretch(H, end, rnd, most):
    """A run of headings, none of them further out than the first: indexes [i, j), and the line where its text ends."""
    i = rnd.randrange(len(H)); top = H[i][2]["level"]; j = i + 1
    edge = lambda k: H[k][0] if k < len(H) else end
    want = rnd.choice([4, 6, 9, 14, 25])
    while j < len(H) and j - i < want and H[j][2]["level"] >= top and edge(j + 1) - H[i][0] < most: j += 1
    return i, j, edge(j)

def dress(rnd):
    """How a file is set: drawn once for all its headings."""
    same = lambda t: t
    return dict(case=[rnd.choice([same, same, title_case, title_case, sentence_case, sentence_case, str.upper]) for _ in range(3)], strip=rnd.random() < .35,
                before=[rnd.choice([0, 0, 1, 1, 1, 2, 2, 3, 4])] * 3, after=rnd.choice([9, 1, 1, 1, 2, 3, 0] if rnd.random() < .3 else [9, 1, 1, 2]),
                deeper=rnd.random() < .4, others=rnd.random() < .6, place=rnd.choice(["same", "same", "left", "left", "left", "centre", "in"]),
                stop=rnd.random(), mark=rnd.choice(["{}"] * 16 + ["_{}_", "*{}*", "**{}**", "~ {} ~", "= {} =", "- {} -", "\"{}\""]), under=rnd.choice([""] * 12 + ["-", "=", "~"]),
                wrap=rnd.choice(["same", "same", "same", "line", "indent", "narrow"]), title=rnd.random() < .8)

def spelt(rows, d, level, rnd):
    """A heading's rows in the file's dress."""
    rows = [r.strip() for r in rows if r.strip()]
    if d["strip"]:
        cut = LABEL.sub("", rows[0])
        if re.fullmatch(LABEL.pattern[:-1] + "*", rows[0], re.I) and len(rows) > 1: rows = rows[1:]
        elif len(norm(cut)) > 3: rows = [cut] + rows[1:]
    case = d["case"][min(level, 3) - 1]
    rows = [case(r.strip("_*") if d["mark"] != "{}" else r) for r in rows]
    if d["stop"] < .35: rows[-1] = rows[-1].rstrip(".") or rows[-1]
    elif d["stop"] > .93 and rows[-1][-1].isalnum(): rows[-1] += "."
    if len(rows) == 1 and len(rows[0]) < 60: rows = [d["mark"].format(rows[0])]
    k = lambda r: (70 - len(r)) // 2 if d["place"] == "centre" else 4 if d["place"] == "in" else 0
    rows = [" " * max(0, k(r)) + r for r in rows]
    if d["under"] and len(rows) == 1: rows.append(d["under"] * len(rows[0]))
    return rows

def blocks(lines, a, b):
    """Runs of lines without a blank in [a, b), each with the blank lines above it."""
    out, gap = [], 0
    for l in lines[a:b]:
        if not l.strip(): gap += 1; continue
        if gap or not out: out.append((gap, []))
        out[-1][1].append(l.rstrip()); gap = 0
    return out

def filled(block, how, wide):
    """A block of prose filled otherwise; others stay."""
    prose = len(block) > 1 and not block[0].startswith("    ") and sum(len(l) for l in block[:-1]) > .72 * wide * (len(block) - 1) and all(len(l) - len(l.lstrip()) < 5 for l in block)
    if how == "same" or not prose and not (len(block) == 1 and len(block[0]) > .6 * wide): return block, prose
    t = " ".join(l.strip() for l in block)
    return ([t] if how == "line" else textwrap.wrap(("    " if how == "indent" else "") + t, 56 if how == "narrow" else 70) or block), True

def varied(g, rnd, path):
    """One stretch of a book in another dress; None when it has no headings whose lines are known."""
    lines = texts.lines_of(g["path"], g.get("language"))
    H, base = headings_of(g, lines), g.get("line_base", 1)
    if len(H) < 2: return None
    end = g.get("body_end_line") or len(lines)
    H = [h for h in H if h[0] < end]
    if len(H) < 2: return None
    i, j, end = stretch(H, end, rnd, rnd.choice([300, 900, 2500]))
    d, out, chapters = dress(rnd), [], []
    if d["title"]: out = [rnd.choice([str.upper, str, str])(g["title"] or "The Harbour"), rnd.choice(["by ", "By ", ""]) + (g["authors"] or ["Ann Marsh"])[0], ""]
    wide = max([len(l) for l in lines[H[i][0]:end][:400]] or [70])
    most = d["before"][0]
    ranks = sorted({h[2]["level"] for h in H[i:j]})
    for k in range(i, j):
        a, b, c = H[k]; level = ranks.index(c["level"]) + 1
        above = 0
        while a - above - 1 >= 0 and not lines[a - above - 1].strip(): above += 1
        n = min(above, 6) if most == 0 else most + (level == 1 and d["deeper"] and len(ranks) > 1)
        while out and not out[-1]: out.pop()
        out += [""] * max(n if out else 0, 1 if out else 0)
        rows = spelt(lines[a:b], d, level, rnd)
        chapters.append(dict(level=level, line=len(out), lines=len(rows), accept=[" ".join(r.strip() for r in rows)], optional=bool(c.get("optional"))))
        out += rows
        for x, (gap, block) in enumerate(blocks(lines, b, H[k + 1][0] if k + 1 < j else end)):
            block, prose = filled(block, d["wrap"], wide)
            if x == 0: gap = min(gap, 4) if d["after"] == 9 else d["after"] if prose or d["after"] else min(gap, 1)
            elif d["others"]: gap = min(gap, max(most, 1)) if most else gap
            if prose and x and d["wrap"] == "indent" and out and out[-1].startswith(" ") is False and gap == 1 and len(out[-1]) > 20: gap = 0
            out += [""] * gap + block
    with open(path, "w", encoding="utf-8", errors="replace") as f: f.write("\n".join(out) + "\n")
    return dict(id="", path=path, set="varied", language=g.get("language"), line_base=0, chapters=chapters)

def stories(books, fold, times, seed, out):
    """Stretches of all books, some of each; their folds go into fold."""
    os.makedirs(out, exist_ok=True); rnd, res = random.Random(seed), []
    for g in books:
        for k in range(times):
            s = varied(g, rnd, os.path.join(out, f"{g['id']}_{k}.txt"))
            if s: s["id"] = f"varied:{g['id']}_{k}"; fold[s["id"]] = fold[g["id"]]; res.append(s)
    return res
