"""Draw the program's icon in every form a system wants it; runs in the build's environment.

python bundle_icons.py FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "ae-workbench.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = tuple((size, size) for size in SIZES if size <= 256)


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    renderer = QSvgRenderer(str(SOURCE))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        if not image.save(str(folder / f"ae-workbench-{size}.png")):
            print(f"The icon can't be written to {folder}.", file=sys.stderr)
            return 1
    del app
    largest = Image.open(folder / f"ae-workbench-{SIZES[-1]}.png")
    largest.save(folder / "ae-workbench.ico", sizes=list(ICO_SIZES))
    largest.save(folder / "ae-workbench.icns")
    return 0


if __name__ == "__main__":
    sys.exit(main())
