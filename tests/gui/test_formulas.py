"""Formulas of the help pages: all can be set, from any thread, and are drawn sharp."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from ae_workbench.ui.help.formulas import outline
from ae_workbench.ui.help.markup import formulas
from ae_workbench.ui.help.pages import Library

LIBRARY = Library()


def test_every_formula_can_be_set():
    every = {formula: page.key for page in LIBRARY for formula in formulas(page.text)}
    assert len(every) > 15
    for formula, key in every.items():
        made = outline(formula)
        assert made.width > 50 and made.ascent > 20, key


def test_several_threads_may_set_formulas_at_once():
    every = [formula for page in LIBRARY for formula in formulas(page.text)] * 3
    with ThreadPoolExecutor(4) as pool:
        widths = list(pool.map(lambda formula: outline(formula).width, every))
    assert widths == [outline(formula).width for formula in every]


def test_what_is_no_formula_is_refused():
    with pytest.raises(ValueError, match="frac"):
        outline(r"\frac{")


def test_a_formula_is_drawn_in_the_theme_s_colour_and_sharp(qtbot):
    made = outline(r"\frac{a}{b}")
    image = made.image(20, "#ff0000", 2.0)
    assert image.devicePixelRatio() == 2
    assert abs(image.width() / 2 - made.size(20).width()) <= 1
    inks = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}
