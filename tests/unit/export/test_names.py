"""Names in figures have to fit and still differ."""

import pytest

from ae_workbench.export.figures.names import told_apart
from ae_workbench.export.figures.sheet import text_width
from ae_workbench.export.figures.style import LABEL_PT

LAYERS = ("512-256-128-64", "512-256-128-32", "1024-512-256-128-64-32", "256-128-64-32-16", "128-64-32")
SWEPT = [f"Deep · learning_rate {rate}, hidden {layers} · seed 1" for rate in ("0.001", "0.0033333") for layers in LAYERS]


def test_short_names_stay_as_they_are():
    assert told_apart(["Simple", "Deep"], LABEL_PT, 1.7) == ["Simple", "Deep"]
    assert told_apart(["Simple", "Simple"], LABEL_PT, 1.7) == ["Simple", "Simple"]


@pytest.mark.parametrize("names", [SWEPT, ["a" * 300 + end for end in "xyz"], [begin + "a" * 300 for begin in "xy"]])
@pytest.mark.parametrize("most", [0.6, 1.6, 3.0])
def test_long_names_fit_and_differ(names, most):
    found = told_apart(names, LABEL_PT, most)
    assert len(set(found)) == len(names)
    assert all(text_width(name, LABEL_PT) <= most for name in found)


def test_what_names_have_in_common_is_left_out_first():
    assert told_apart([f"A rather long name of a model · code_size {n} · seed 1" for n in (2, 16)], LABEL_PT, 1.7) == ["…2…", "…16…"]
