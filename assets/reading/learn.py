"""What the scripts of this folder share: evidence, folds, forests.

The measures of a passage come from the program alone (`storybind evidence`); nothing
here computes any of its own.
"""
import json, os, struct, subprocess, tempfile
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
UNIT = 1024  # weigh.Unit
FOLDS = 5

def build(out, overlay=None):
    """Builds storybind; overlay replaces forests: {"headings.trees": path}."""
    args = ["go", "build", "-o", out]
    if overlay:
        o = os.path.join(tempfile.mkdtemp(), "overlay.json")
        json.dump({"Replace": {os.path.join(HERE, k): v for k, v in overlay.items()}}, open(o, "w"))
        args += ["-overlay", o]
    subprocess.run(args + ["./cmd/storybind"], cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    return out

def evidence(binary, model, files):
    """Names of the measures, and for each file its passages: rows of [from, to, measures...]; lines count from 0."""
    names, out = None, {f: [] for f in files}
    for k in range(0, len(files), 100):
        p = subprocess.run([binary, "evidence", "--model", model] + files[k:k + 100], stdout=subprocess.PIPE)
        for line in p.stdout.decode("utf-8", "replace").split("\n"):
            f, _, cells = line.partition("\t")
            if f == "file": names = cells.split("\t")[2:]
            elif cells: out[f].append(np.fromstring(cells, np.int32, sep="\t"))
    return names, {f: np.array(rows) if rows else np.zeros((0, len(names) + 2), np.int32) for f, rows in out.items()}

def fold_of(ids):
    """The fold of each id: its place in the sorted list, modulo FOLDS."""
    return {x: i % FOLDS for i, x in enumerate(sorted(ids))}

def write_forest(model, names, classes, path, quit_after=0, quit_below=0):
    """Writes a LightGBM booster as weigh.Load reads it; leaves in 1/UNIT. Returns the number of bytes."""
    d = model.dump_model()
    assert d["feature_names"] is not None and d["max_feature_idx"] + 1 == len(names)
    k = max(1, len(classes))
    clip = lambda v: max(-32768, min(32767, int(round(v * UNIT))))
    out = bytearray(b"sbtrees1")
    for n in (names, classes):
        b = "\n".join(n).encode(); out += struct.pack("<H", len(b)) + b
    out += struct.pack(f"<{k}i", *[0] * k) + struct.pack("<Hi", quit_after, quit_below)
    out += struct.pack("<H", len(d["tree_info"]))
    for i, t in enumerate(d["tree_info"]):
        nodes, values, leaves = [], [], []
        def walk(n):
            if "split_feature" not in n:
                leaves.append(clip(n["leaf_value"])); return -len(leaves)
            assert n["decision_type"] == "<="
            at = len(nodes); nodes.append(None); values.append(clip(n["internal_value"]))
            th = max(-32768, min(32767, int(np.floor(n["threshold"]))))
            left = walk(n["left_child"]); right = walk(n["right_child"])
            nodes[at] = (n["split_feature"], th, left, right)
            return at
        walk(t["tree_structure"])
        out += struct.pack("<BB", i % k, len(nodes))
        for f, th, l, r in nodes: out += struct.pack("<Hhhh", f, th, l, r)
        out += struct.pack(f"<{len(values)}h", *values) + struct.pack(f"<{len(leaves)}h", *leaves)
    open(path, "wb").write(out)
    return len(out)

def leaves_of(d):
    """The trees of a forest as it is written: the class of each, its nodes, and where its leaves stand."""
    o, size, out = len(b"sbtrees1"), [], []
    for _ in range(2):
        n = struct.unpack_from("<H", d, o)[0]
        size.append(d[o + 2:o + 2 + n].count(b"\n") + 1); o += 2 + n
    o += 4 * size[1] + 6
    trees = struct.unpack_from("<H", d, o)[0]; o += 2
    for _ in range(trees):
        k, n = struct.unpack_from("<BB", d, o); o += 2
        nodes = [struct.unpack_from("<Hhhh", d, o + 8 * i) for i in range(n)]; o += 10 * n
        out.append((k, nodes, o)); o += 2 * (n + 1)
    return out

def leaf_at(tree, row):
    """Where the leaf of a tree stands at which a row arrives."""
    _, nodes, o = tree
    at = 0 if nodes else -1
    while at >= 0:
        f, th, left, right = nodes[at]
        at = left if row[f] <= th else right
    return o + 2 * (-at - 1)

def leaf(d, o): return struct.unpack_from("<h", d, o)[0]
def move(d, o, by): struct.pack_into("<h", d, o, max(-32768, min(32767, leaf(d, o) + by)))
