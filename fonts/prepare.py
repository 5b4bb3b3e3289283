#!/usr/bin/env python3
"""Makes the prepared faces from the families as they were published.

    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0 uharfbuzz==0.57.0 zstandard==0.25.0
    npm pack @expo-google-fonts/{eb-garamond,literata,atkinson-hyperlegible-next,atkinson-hyperlegible-mono}
    npm pack @expo-google-fonts/{noto-sans-symbols,noto-sans-symbols-2,noto-sans-math,noto-emoji}
    npm pack @expo-google-fonts/{noto-serif-sc,noto-serif-tc,noto-serif-jp,noto-serif-kr,noto-serif-hebrew,noto-naskh-arabic,noto-serif-devanagari}
    for f in *.tgz; do d=${f#expo-google-fonts-}; d=${d%-[0-9]*}; mkdir $d && tar -xzf $f -C $d; done
    apt-get download fonts-noto-core fonts-noto-mono && for d in fonts-noto-*.deb; do dpkg -x $d debian; done  # in the same folder
    venv/bin/python prepare.py FOLDER_OF_THE_UNPACKED_PACKAGES

It writes beside itself, packed: copies of the faces, their text subsets, the symbol
face, and the faces of other scripts; and the licences. The same packages give the same bytes.
"""

import io
import pathlib
import shutil
import sys

from fontTools import subset
import zstandard
from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

HERE = pathlib.Path(__file__).resolve().parent

# The faces of a family, by the names that embed.go knows.
FAMILIES = {
    "eb-garamond": {
        "regular": "400Regular/EBGaramond_400Regular",
        "italic": "400Regular_Italic/EBGaramond_400Regular_Italic",
        "bold": "600SemiBold/EBGaramond_600SemiBold",
        "bolditalic": "600SemiBold_Italic/EBGaramond_600SemiBold_Italic",
    },
    "literata": {
        "regular": "400Regular/Literata_400Regular",
        "italic": "400Regular_Italic/Literata_400Regular_Italic",
        "bold": "700Bold/Literata_700Bold",
        "bolditalic": "700Bold_Italic/Literata_700Bold_Italic",
    },
    "atkinson-hyperlegible-next": {
        "regular": "400Regular/AtkinsonHyperlegibleNext_400Regular",
        "italic": "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic",
        "bold": "700Bold/AtkinsonHyperlegibleNext_700Bold",
        "bolditalic": "700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic",
    },
    "atkinson-hyperlegible-mono": {"regular": "400Regular/AtkinsonHyperlegibleMono_400Regular"},
}

# What nearly every story in a Latin alphabet needs: Basic Latin, Latin-1, Latin
# Extended-A, spaces, dashes, quotation marks, primes, dagger, bullet, ellipsis,
# per mille, guillemets, euro, trade mark, minus.
TEXT = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, *range(0x2002, 0x200B),
        *range(0x2010, 0x2016), *range(0x2018, 0x2023), 0x2026, 0x202F, 0x2030, 0x2032, 0x2033,
        0x2039, 0x203A, 0x2042, 0x2044, 0x20AC, 0x2116, 0x2122, 0x2212, 0x2766, 0x2767]

# The symbol face, in the order of preference: where a character comes from first.
# Of the emoji: faces, hearts, hands and what else text messages in stories use;
# all of them would double the size of everything here.
EMOJI = [*range(0x1F600, 0x1F650), *range(0x1F910, 0x1F930), *range(0x1F970, 0x1F97B), *range(0x1F440, 0x1F450), *range(0x1F464, 0x1F480),
         *range(0x1F493, 0x1F4A0), *range(0x1F4A0, 0x1F4B0), *map(ord, "🌀🌈🌊🌍🌑🌕🌙🌞🌟🌧🌱🌲🌸🌹🌻🍀🍁🍂🍎🍕🍪🍫🍰🍷🍺🎁🎂🎃🎄🎈🎉🎵🎶🏆🏠"
         "🐈🐉🐍🐎🐝🐦🐱🐶🐺🐻👀👑👹👻👼👽👿💀💃💊💋💌💍💎💐💰📖📚📝📞📧📱📷🔑🔒🔔🔥🔪🔫🔮🕯🖤🗡🚀🚗🚨🤍🤎🦄🦇🦋🧡")]
# Letters of other scripts that people draw faces with: ಠ_ಠ ʕ•ᴥ•ʔ ᕕ(ᐛ)ᕗ.
KAOMOJI = [*map(ord, "ᴥᴖᴗ‿⁀⁔⌐°ʖʕʔʘɷ"), *range(0x20A0, 0x20C1)]
BOXES = range(0x2500, 0x2580)
MONO = 632  # the width of Atkinson Hyperlegible Mono's letters
SYMBOLS = [
    ("debian", "NotoSansMono", BOXES),
    ("debian", "NotoSans", KAOMOJI),
    ("debian", "NotoSansKannada", [0xCA0, 0xCA5, 0xCAA]),
    ("debian", "NotoSansCanadianAboriginal", list(map(ord, "ᐛᕕᕗᕙᐖᗜᗢ"))),
    ("noto-sans-symbols-2", "NotoSansSymbols2", [*range(0x2190, 0x2400), *range(0x2580, 0x2800), *range(0x2900, 0x2C00), *range(0x1F650, 0x1F680)]),
    ("noto-sans-symbols", "NotoSansSymbols", [*range(0x2190, 0x2400), *range(0x2460, 0x2800)]),
    ("noto-sans-math", "NotoSansMath", [*range(0x2032, 0x2058), *range(0x2100, 0x2150), *range(0x2190, 0x23D0), *range(0x2500, 0x2800)]),
    ("noto-emoji", "NotoEmoji", [*range(0x2300, 0x2C00), *EMOJI]),
    ("literata", "Literata", [0x2042]),
    ("eb-garamond", "EBGaramond", [0xFFFD]),
]


def charset(codec, rows, cells=range(0xA1, 0xFF)):
    """The characters of a double-byte character set, row by row."""
    found = set()
    for row in rows:
        for cell in cells:
            try:
                found.update(map(ord, bytes([row, cell]).decode(codec)))
            except UnicodeDecodeError:
                pass
    return found


# The faces of other scripts: folder -> faces by style, characters, and by how much
# they are made smaller so that they stand well beside the text families' letters.
# East Asian faces hold the characters that schools teach and newspapers print:
# GB 2312; Big5's first level; JIS X 0208 (levels 1 and 2); all 11,172 syllables.
WIDE_MARKS = {0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x203B, 0x2103,
              *range(0x2160, 0x217C), *range(0x2460, 0x249C), *range(0x3000, 0x3100), *range(0x31F0, 0x3200),
              *range(0x3220, 0x3244), *range(0x3280, 0x32B1), *range(0xFE30, 0xFE50), *range(0xFF01, 0xFFEF)}
GB2312 = charset("gb2312", range(0xA1, 0xF8))
BIG5 = charset("big5", range(0xA1, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]) | set(range(0x3105, 0x3130))
JIS = charset("euc_jp", range(0xA1, 0xF5))
HANGUL = {*range(0xAC00, 0xD7A4), *range(0x3131, 0x318F), *range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
NOT_LATIN = {*range(0x300, 0x370), *range(0x530, 0x1E00), *range(0x1C80, 0x1CC0), *range(0x200C, 0x2010), 0x20AA, 0x20B9, 0x25CC, *range(0x2D00, 0x2D30),
             *range(0xA8E0, 0xA900), *range(0xFB13, 0xFDFF), *range(0xFE70, 0xFEFF), *map(ord, " !\"'(),-./:;?[]«»–—‘’‚“”„…")}
TABLES = {"noto-serif-sc": GB2312, "noto-serif-tc": BIG5, "noto-serif-jp": JIS, "noto-serif-kr": HANGUL}
NPM, DEBIAN = "{0}/package/{1}/{2}_{1}.ttf", "debian/usr/share/fonts/truetype/noto/{2}-{1}.ttf"
SCRIPTS = {
    "noto-serif-sc": (NPM, "NotoSerifSC", ["400Regular"], 1),
    "noto-serif-tc": (NPM, "NotoSerifTC", ["400Regular"], 1),
    "noto-serif-jp": (NPM, "NotoSerifJP", ["400Regular"], 1),
    "noto-serif-kr": (NPM, "NotoSerifKR", ["400Regular"], 1),
    "noto-serif-hebrew": (NPM, "NotoSerifHebrew", ["400Regular", "700Bold"], 0.9),
    "noto-naskh-arabic": (NPM, "NotoNaskhArabic", ["400Regular", "700Bold"], 1),
    "noto-serif-devanagari": (NPM, "NotoSerifDevanagari", ["400Regular", "700Bold"], 0.95),
    "noto-serif-thai": (DEBIAN, "NotoSerifThai", ["Regular", "Bold"], 0.9),
    "noto-serif-georgian": (DEBIAN, "NotoSerifGeorgian", ["Regular", "Bold"], 0.83),
    "noto-serif-armenian": (DEBIAN, "NotoSerifArmenian", ["Regular", "Bold"], 0.83),
}


def options():
    o = subset.Options()
    o.hinting = False
    o.glyph_names = False
    o.notdef_outline = True
    o.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    o.recalc_timestamp = False
    o.drop_tables += ["GlyphOrder", "STAT", "gasp", "vhea", "vmtx", "DSIG"]
    return o


def pack(dst, ttf):
    """Writes a face, packed, to dst.zst."""
    dst.with_name(dst.name + ".zst").write_bytes(zstandard.ZstdCompressor(level=22).compress(ttf))


def saved(font, o):
    raw = io.BytesIO()
    subset.save_font(font, raw, o)
    return raw.getvalue()


def text_subset(src, style):
    o = options()
    o.layout_features = ["kern", "liga", "rlig", "ccmp", "locl", "mark"]
    if style == "regular":  # small capitals and old-style figures: 12 KB of an EPUB, in the one style that uses them
        o.layout_features += ["smcp", "onum"]
    font = subset.load_font(src, o)
    s = subset.Subsetter(o)
    s.populate(unicodes=TEXT)
    s.subset(font)
    return saved(font, o)


def symbols(packages, dst):
    taken, parts = set(), []
    work = dst.parent / "parts"
    work.mkdir()
    for package, name, wanted in SYMBOLS:
        src = packages / (DEBIAN if package == "debian" else NPM).format(package, "Regular" if package == "debian" else "400Regular", name)
        o = options()
        o.layout_features = []
        o.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "MATH"]
        font = subset.load_font(src, o)
        use = (set(wanted) & set(font.getBestCmap())) - taken
        if name == "NotoEmoji":
            use -= set(range(0x1F3FB, 0x1F400))  # skin tones alone
        taken |= use
        s = subset.Subsetter(o)
        s.populate(unicodes=use)
        s.subset(font)
        scale_upem(font, 1000)
        plain(font)
        if wanted is BOXES:  # as wide as the letters of the face for code
            for glyph in font.getGlyphOrder():
                width, left = font["hmtx"][glyph]
                font["glyf"][glyph].coordinates.scale((MONO / width, 1)) if font["glyf"][glyph].numberOfContours > 0 else None
                font["glyf"][glyph].recalcBounds(font["glyf"])
                font["hmtx"][glyph] = MONO, round(left * MONO / width)
        part = work / f"{name}.ttf"
        subset.save_font(font, part, o)
        parts.append(str(part))
    merged = Merger().merge(parts)
    for record in list(merged["name"].names):
        if record.nameID not in (0, 1, 2, 3, 4, 5, 6, 13, 14):
            merged["name"].removeNames(nameID=record.nameID)
    for i, value in {0: "Copyright 2022 The Noto Project Authors (https://github.com/notofonts); Copyright 2013 Google LLC; "
                        "Copyright 2017 The Literata Project Authors (https://github.com/googlefonts/literata); "
                        "Copyright 2017 The EB Garamond Project Authors (https://github.com/octaviopardo/EBGaramond12)",
                     1: "Storybind Symbols", 2: "Regular", 3: "1.0;StorybindSymbols-Regular", 4: "Storybind Symbols Regular",
                     5: "Version 1.0", 6: "StorybindSymbols-Regular"}.items():
        merged["name"].setName(value, i, 3, 1, 0x409)
    merged["head"].created = merged["head"].modified = 3600000000
    merged.recalcTimestamp = False
    merged["post"].formatType = 3.0
    raw = io.BytesIO()
    merged.save(raw)
    pack(dst, raw.getvalue())
    shutil.rmtree(work)


def plain(font):
    """Draws the glyphs that turn or stretch others as outlines of their own."""
    glyphs = font.getGlyphSet()
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.isComposite() and any(hasattr(c, "transform") for c in glyph.components):
            pen = TTGlyphPen(None)
            record = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(record)
            record.replay(pen)
            font["glyf"][name] = pen.glyph()
            font["glyf"][name].recalcBounds(font["glyf"])


def script(packages, folder):
    """Writes the faces of one script: subset, to 1000 units, made smaller."""
    place, name, weights, scale = SCRIPTS[folder]
    dst = HERE / folder
    dst.mkdir(exist_ok=True)
    for weight in weights:
        src = packages / place.format(folder, weight, name)
        o = options()
        o.harfbuzz_repacker = False  # with it the bytes would be others
        if folder in TABLES:
            o.layout_features = []
            o.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG"]
            wanted = {c for c in TABLES[folder] if c >= 0x2E80} | WIDE_MARKS
        else:
            o.layout_features = ["*"]
            o.drop_tables += ["MATH"]
            wanted = NOT_LATIN
        font = subset.load_font(src, o)
        s = subset.Subsetter(o)
        s.populate(unicodes=wanted & set(font.getBestCmap()))
        s.subset(font)
        scale_upem(font, round(1000 * scale))
        plain(font)
        font["head"].unitsPerEm = 1000  # the drawings stay as small as they were made
        font["head"].created = font["head"].modified = 3600000000
        font.recalcTimestamp = False
        pack(dst / ("bold.ttf" if "Bold" in weight else "regular.ttf"), saved(font, o))
    licence = packages / folder / "package/LICENSE_FONT"
    if place is NPM:
        shutil.copyfile(licence, dst / "OFL.txt")
    else:  # Debian's licence file speaks of all Noto faces; the licence is the same
        text = (packages / "noto-serif-hebrew/package/LICENSE_FONT").read_text()
        (dst / "OFL.txt").write_text(f"Copyright 2015-2020 Google LLC. All Rights Reserved. ({name})\n" + text[text.index("\n") + 1:])


def main():
    packages = pathlib.Path(sys.argv[1])
    for family, faces in FAMILIES.items():
        folder = HERE / family
        folder.mkdir(exist_ok=True)
        shutil.copyfile(packages / family / "package/LICENSE_FONT", folder / "OFL.txt")
        for style, path in faces.items():
            src = packages / family / "package" / f"{path}.ttf"
            pack(folder / f"{style}.ttf", src.read_bytes())
            if src.stat().st_size > 100_000:  # smaller faces are embedded whole
                pack(folder / f"{style}-text.ttf", text_subset(src, style))
    folder = HERE / "storybind-symbols"
    folder.mkdir(exist_ok=True)
    symbols(packages, folder / "regular.ttf")
    shutil.copyfile(packages / "noto-sans-symbols-2/package/LICENSE_FONT", folder / "OFL.txt")
    for folder in SCRIPTS:
        script(packages, folder)


if __name__ == "__main__":
    main()
