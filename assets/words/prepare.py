#!/usr/bin/env python3
"""Makes th.txt.zst: Thai words of 2 to 24 letters, sorted, one a line, packed.

    python3 -m venv venv && venv/bin/pip install pythainlp==5.4.0 zstandard==0.25.0
    venv/bin/python prepare.py
"""

import pathlib
import re

import pythainlp
import zstandard

lines = (pathlib.Path(pythainlp.__file__).parent / "corpus/words_th.txt").read_text(encoding="utf-8").splitlines()
words = sorted({w for w in map(str.strip, lines) if re.fullmatch("[\u0e01-\u0e4e]{2,24}", w)})
packed = zstandard.ZstdCompressor(level=22).compress("\n".join(words).encode())
(pathlib.Path(__file__).resolve().parent / "th.txt.zst").write_bytes(packed)
print(len(words), "words")
