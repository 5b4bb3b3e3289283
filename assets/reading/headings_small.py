"""Invented short stories as people type them for a board or a list: few words, replies and
sentences that stand alone, a place and a day above the text, marks of their own between
scenes, a list of contents right above the first chapter.

A short story has little for its headings to be compared with, so what stands alone in it is
taken for one. The books lend their shortest paragraphs, which are none.
"""
import re
import headings_invented, texts
from headings_invented import SHORT, Story, Words
from headings_varied import blocks, headings_of

MARKS = ["xxx", "xXx", "x", "oOo", "o", "~", "...", "***", "* * *", "-----", "+++", "^^^", "%%%", "-x-", "~oOo~", "<><><>", "#", "\\\\//", "=====", "[break]", "-*-"]
PLACES = ["Port Ellery", "The Harbour", "Ulm", "Somewhere north of Leith", "Vane Street", "The ferry", "Room 12", "Tunis"]
WHENS = ["3 March 1931", "the next morning", "June 1944", "2214 CE", "a Tuesday", "0600 hours", "Day 14", "winter", "three years later"]
LABELS = ["Rating: PG", "Fandom: Original", "Summary: {}", "Disclaimer: not mine.", "Words: 1,900", "Warnings: none", "Pairing: none", "A/N: thanks to Ruth.", "Archive: ask first.", "Feedback: yes, please", "Category: drama"]

class SmallWords(Words):
    """And the books' shortest paragraphs, of which none is a heading."""
    def __init__(self, books):
        super().__init__(books); self.short = {}
        for g in books:
            lang = g.get("language") or "en"
            lines = texts.lines_of(g["path"], lang); H = headings_of(g, lines)
            for n, (a, b, c) in enumerate(H[:-1]):
                for _, block in blocks(lines, b, min(H[n + 1][0], b + 400)):
                    t = block[0].strip()
                    if len(block) == 1 and 4 < len(t) < 70 and t[-1] in ".?!”\"" and re.search(r"[a-zà-ÿ]{2}", t) and not re.match(r"[\[(*_]|(chapter|part|book)\b|[IVXLC]+\.", t, re.I): self.short.setdefault(lang, []).append(t)

class Small(Story):
    WAYS = "whole whole whole whole whole whole whole whole named named numbered numbered_below people dates ornamented ornamented parts".split()
    def __init__(self, words, rnd):
        super().__init__(words, rnd); r = rnd
        self.mark, self.long = r.choice(MARKS), r.choice([1, 1, 2]); self.brief = r.random() < .2
    def alone(self): # a sentence, or a reply
        s = self.w.short.get(self.lang) or []
        return self.r.choice(s) if s and self.r.random() < .75 else self.r.choice(SHORT)
    def first_words(self): # the first sentence of a paragraph, which stands alone
        m = re.match(r"[^.!?]{8,60}[.!?]", self.paragraph())
        return m.group() if m else self.alone()
    def look_alike(self):
        k = self.r.randrange(12)
        if k < 5: return [[self.alone()] for _ in range(self.r.choice([1, 1, 2, 4]))]
        if k < 7: return [[self.first_words()]]
        if k < 9: return [[self.mark]]
        if k == 9: return [[self.r.choice(PLACES) + ", " + self.r.choice(WHENS) + self.r.choice(["", "."])]] if self.r.random() < .3 else [[self.mark]]
        return super().look_alike()
    def section(self):
        if self.brief and self.r.random() < .8: return [[self.paragraph()]] # scenes of one paragraph
        self.false = max(self.false, self.r.choice([.1, .3, .5]))
        return super().section()
    def front(self, heads):
        out = super().front([]) # its contents stand closer
        if self.r.random() < .5: out += ([""] if self.r.random() < .5 else []) + [x.format(self.paragraph()[:80]) for x in self.r.sample(LABELS, self.r.choice([1, 2, 4]))]
        if heads and self.r.random() < .3:
            page = self.r.choice(["", "", "   {}", " .... {}", "\t{}"]); n = 3
            out += [""] * self.r.choice([1, 1, 2]) + [self.r.choice(["CONTENTS", "Contents", "Table of Contents", "Contents:"])] + [""] * self.r.choice([0, 1, 1])
            for level, rows in heads:
                n += self.r.randrange(3, 20); out.append("  " * (level - 1) + " ".join(x for x in rows if x) + page.format(n))
            out += [""] * self.r.choice([0, 0, 0, 1])
        elif not heads and self.r.random() < .25:
            out += [""] * self.r.choice([1, 1, 2]) + [self.r.choice(["{}, {}", "{}. {}.", "_{}, {}_", "{1}"]).format(self.r.choice(PLACES), self.r.choice(WHENS))]
        return out

def stories(books, fold, number, seed, folder, folds):
    """Small invented stories, as many for each fold; their folds go into fold."""
    return headings_invented.stories(books, fold, number, seed, folder, folds, SmallWords, Small, "small")
