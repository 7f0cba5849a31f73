"""Waits until something is cleaned and measured, reads the numbers, and puts noisy pages on disk."""

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt

from ae_workbench.data.pages.source import sample_pages

WAIT_MS = 60_000
LEFT = Qt.MouseButton.LeftButton


def settle(qtbot, page):
    """Until something is seen at the right and everything is measured."""

    def is_settled():
        desk = page.desk
        if desk.opened is None or desk.result is None:
            return False
        return desk.opened.clean is None or set(page.side.quality.buttons) <= set(desk.quality)

    qtbot.waitUntil(is_settled, timeout=WAIT_MS)


def number(page, way, metric):
    return float(page.side.quality.numbers[way, metric].text().replace("−", "-"))


def saved_page(path, seed=5, colour=False):
    [(clean, noisy)] = sample_pages(seed)
    for name, whole in (("noisy", noisy), ("clean", clean)):
        (path / name).mkdir(parents=True, exist_ok=True)
        part = whole[:150, :200]
        yellowed = np.stack([part, part, part // 6 * 5], axis=2) if colour and name == "noisy" else part
        Image.fromarray(yellowed).save(path / name / f"{seed}.png")
    return path / "noisy" / f"{seed}.png"
