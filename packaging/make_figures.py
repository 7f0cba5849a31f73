"""Draw the README's figure from a sample run, into ``packaging/pictures``.

Run it with the Python of ``.venv``, which any command of ``packaging/dev.py`` makes. Nobody but the README needs the file.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ae_workbench.export.figures import FIGURES, FigureRequest, write_figure  # noqa: E402

PICTURES = ROOT / "packaging" / "pictures"
MOST_BYTES = 150_000


def main() -> None:
    """One figure, small enough for a repository."""
    path = PICTURES / "figure-denoising.png"
    write_figure(FIGURES["denoising"], FigureRequest((ROOT / "resources" / "samples" / "denoising",), path, dpi=140))
    _shrink(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def _shrink(path: Path) -> None:
    """To a palette of 256 colours, which grey digits and a few lines need no more than."""
    from PIL import Image

    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small.save(path, "PNG", optimize=True)
    if path.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES:,} bytes: lower its dpi")


if __name__ == "__main__":
    main()
