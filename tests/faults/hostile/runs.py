"""Broken and hostile archives and run folders, and recipes alone."""

import hashlib
import io
import json
import shutil
import stat
import struct
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from ae_workbench.storage.archive import pack
from ae_workbench.variants.recipes import presets
from tests.faults.hostile.arrays import bomb, npy, npz, odd_npy, with_header
from tests.faults.hostile.changes import odd_json, odd_value, spoiled
from tests.faults.hostile.pictures import odd_png
from tests.tiny_runs import add_preview, make_run

Members = dict[str, bytes]
ODD_NAMES = (
    "../evil", "/etc/evil", "weights/../../evil.npz", "weights\\..\\evil", "C:\\evil", "evil.pkl", "model.keras", "a" * 5000, "weights/",
    "weights/9.npz", "recipe.json\0.txt", "CON", "\u202enosj.epicer", "weights/0001.npz ", "./recipe.json", "//server/share/x",
)  # fmt: skip


@cache
def original() -> tuple[Members, Members]:
    """A good run: the files of its folder, and the members of its archive."""
    place = Path(tempfile.mkdtemp())
    try:
        run = add_preview(make_run(place / "run", epochs=4))
        weights = run.weights(4)
        run.add_epoch(run.history()[-1], weights, [np.int64(5), *weights])
        archive = pack(run, place / "run.aew").path
        files = {path.relative_to(run.path).as_posix(): path.read_bytes() for path in run.path.rglob("*") if path.is_file()}
        with zipfile.ZipFile(archive) as opened:
            return files, {name: opened.read(name) for name in opened.namelist()}
    finally:
        shutil.rmtree(place)


def sealed(members: Members, changed_manifest: dict[str, Any] | None = None) -> Members:
    """The same with a manifest whose sizes and digests are right, so that deeper checks are reached."""
    manifest = json.loads(members["manifest.json"])
    rest = {name: content for name, content in members.items() if name != "manifest.json"}
    manifest["files"] = {name: {"bytes": len(it), "sha256": hashlib.sha256(it).hexdigest()} for name, it in rest.items()}
    return {**rest, "manifest.json": json.dumps({**manifest, **(changed_manifest or {})}).encode()}


def zipped(members: Members, change: Callable[[zipfile.ZipInfo], None] | None = None, method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo("x")
            entry.filename, entry.compress_type = name, method
            if change is not None:
                change(entry)
            archive.writestr(entry, content)
    return file.getvalue()


def odd_archive(rng: Random) -> bytes:
    members = dict(original()[1])
    match rng.randrange(12):
        case 0 | 1:
            return spoiled(rng, zipped(members))
        case 2:
            name = rng.choice(list(members))
            return zipped(sealed({**members, name: spoiled(rng, members[name])} if name != "manifest.json" else members))
        case 3 | 4:
            name = rng.choice(("recipe.json", "run.json"))
            return zipped(sealed({**members, name: odd_json(rng, json.loads(members[name]))}))
        case 5:
            return zipped({**members, "manifest.json": odd_json(rng, json.loads(members["manifest.json"]))})
        case 6:
            return zipped(sealed({**members, "history.jsonl": odd_history(rng)}))
        case 7 | 8:
            return zipped(sealed({**members, f"weights/000{rng.randint(0, 5)}.npz": odd_weights(rng)}), method=rng.choice((0, 8)))
        case 9:
            return zipped(sealed({**members, "preview.png": odd_png(rng)}))
        case 10:
            return odd_zip(rng, members)
        case _:
            return zipped(sealed(members, {rng.choice(("version", "format", "files", "epochs", "name")): odd_value(rng)}))


def odd_zip(rng: Random, members: Members) -> bytes:
    """What the directory of a zip file can say, but no archive of this program does."""
    match rng.randrange(10):
        case 0:
            return zipped(sealed({**members, rng.choice(ODD_NAMES): b"x"}))
        case 1:
            return zipped(sealed(members), lambda entry: setattr(entry, "external_attr", rng.choice((stat.S_IFLNK, stat.S_IFIFO)) << 16))
        case 2:
            return zipped({**members, rng.choice(("recipe.json", "weights/0004.npz")): b"\0" * 200_000_000}, method=zipfile.ZIP_DEFLATED)
        case 3:
            return zipped({f"weights/{n:04d}.npz": b"" for n in range(20_000)} | sealed(members))
        case 4:
            return zipped(members) + zipped(sealed(members))
        case 5:
            content = zipped(sealed(members))
            return content[:-22] + content[-22:-2] + struct.pack("<H", 5) + b"hallo"
        case 6:
            content = bytearray(zipped(sealed(members)))
            for at in _directory(content):
                content[at + 8] |= 1
            return bytes(content)
        case 7:
            content = bytearray(zipped(sealed(members)))
            first, *others = _directory(content)
            for at in others:
                content[at + 42 : at + 46] = content[first + 42 : first + 46]
            return bytes(content)
        case 8:
            content = bytearray(zipped(sealed(members)))
            at = rng.choice(_directory(content))
            content[at + 20 : at + 28] = struct.pack("<2L", *(rng.choice((0, 5, 2**31, 2**32 - 1)) for _ in range(2)))
            return bytes(content)
        case _:
            return zipped(sealed(members), method=rng.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)))


def _directory(content: bytes | bytearray) -> list[int]:
    """Where the entries of the directory begin."""
    found, at = [], content.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = content.find(b"PK\x01\x02", at + 4)
    return found


def odd_weights(rng: Random) -> bytes:
    """Weights of the tiny run's plan, but for something."""
    good = [np.full(dims, 0.5, np.float32) for dims in ((24, 3), (3,), (3, 24), (24,))]
    arrays = {f"{at:03d}.npy": npy(array) for at, array in enumerate(good)}
    at = rng.choice(list(arrays))
    match rng.randrange(8):
        case 0:
            return spoiled(rng, npz(arrays))
        case 1:
            return npz({**arrays, at: odd_npy(rng)})
        case 2:
            return npz({**arrays, "001.npy": npy(np.array([1, rng.choice((np.nan, np.inf, -np.inf)), 2], np.float32))})
        case 3:
            return npz({**arrays, at: npy(np.zeros(rng.choice(((24, 4), (0,), (24, 3, 1), ())), np.float32))})
        case 4:
            header = with_header("{'descr': '<f4', 'fortran_order': False, 'shape': (4000000000, 3), }\n")
            return npz({**arrays, at: header + b"\0" * 1000})
        case 5:
            return npz(arrays, zipfile.ZIP_DEFLATED)
        case 6:
            return npz({f"{n:03d}.npy": npy(np.zeros(1, np.float32)) for n in range(rng.choice((1, 3000)))})
        case _:
            return bomb("000")


def odd_history(rng: Random) -> bytes:
    good = original()[1]["history.jsonl"]
    line = good.splitlines()[0]
    match rng.randrange(9):
        case 0 | 1:
            return spoiled(rng, good)
        case 2:
            return odd_json(rng, json.loads(line)) + b"\n" + good
        case 3:
            return b"\n" * 20_000_000
        case 4:
            return b"".join(b'{"epoch":%d,"seconds":0,"metrics":{}}\n' % (n % 700) for n in range(300_000))
        case 5:
            return b"".join(b'{"epoch":%d,"seconds":0,"metrics":{}}\n' % n for n in range(300_000))
        case 6:
            return json.dumps({"epoch": 1, "seconds": 1, "metrics": {f"m{n}": n for n in range(100_000)}}).encode() + b"\n"
        case 7:
            return b"[" * 5_000_000
        case _:
            return line * 50_000


def odd_run_folder(rng: Random, folder: Path) -> None:
    """The files of a run with one of them spoiled, missing or of another kind."""
    files = dict(original()[0])
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    name = rng.choice([name for name in files if not name.startswith(".")])
    target = folder / name
    match rng.randrange(7):
        case 0:
            target.unlink()
        case 1:
            target.unlink()
            target.mkdir()
        case 2 | 3:
            target.write_bytes(spoiled(rng, files[name]))
        case 4:
            name = rng.choice(("recipe.json", "run.json"))
            (folder / name).write_bytes(odd_json(rng, json.loads(files[name])))
        case 5:
            (folder / "history.jsonl").write_bytes(odd_history(rng))
        case _:
            (folder / rng.choice(("weights/0004.npz", "optimizer-0004.npz"))).write_bytes(odd_weights(rng))


def odd_recipe(rng: Random) -> bytes:
    from ae_workbench.core.recipe import recipe_to_json

    values = recipe_to_json(rng.choice(list(presets().values())).recipe)
    return spoiled(rng, json.dumps(values).encode()) if rng.random() < 0.2 else odd_json(rng, values)
