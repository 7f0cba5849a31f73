"""The legend on the plane: which classes it shows, hides and shows alone, and how much of the plane it takes."""

import pytest

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.class_colours import class_colours
from ae_workbench.ui.viewers.latent.legend import Legend
from ae_workbench.ui.viewers.latent.plane import Plane
from tests.gui.latent_plane.plane import LEFT


@pytest.fixture
def legend(qtbot):
    plane = Plane()
    qtbot.addWidget(plane)
    plane.resize(900, 640)
    legend = Legend(plane)
    plane.show()
    return legend


def name(legend, *names):
    legend.show_classes(names, class_colours(len(names), theme.current()))


def many(legend, count=300):
    name(legend, *(f"class {number}" for number in range(count)))


def shown(legend):
    return [chip for chip in legend.chips if chip.isVisible()]


def test_one_of_very_many_classes_is_shown_alone_and_then_all_again(qtbot, legend):
    many(legend)
    qtbot.mouseDClick(legend.chips[2], LEFT)
    assert legend.hidden == set(range(300)) - {2}
    qtbot.mouseDClick(legend.chips[2], LEFT)
    assert legend.hidden == set()


def test_the_last_chip_hides_and_shows_all_classes_without_a_chip_of_their_own(qtbot, legend):
    many(legend)
    *own, others = shown(legend)
    assert others.text() == f"{300 - len(own)} more"
    qtbot.mouseClick(others, LEFT)
    assert legend.hidden == set(range(len(own), 300))
    qtbot.mouseDClick(others, LEFT)
    assert legend.hidden == set(range(len(own)))
    assert [chip.isChecked() for chip in shown(legend)] == [False] * len(own) + [True]
    qtbot.mouseDClick(others, LEFT)
    assert legend.hidden == set()


def test_few_classes_have_a_chip_each_and_there_is_no_other(legend):
    name(legend, "cat", "dog", "bird")
    assert [chip.shown for chip in shown(legend)] == ["cat", "dog", "bird"]


def test_a_name_with_an_ampersand_takes_no_key(legend):
    name(legend, "black & white", "R&D")
    assert [chip.shown for chip in shown(legend)] == ["black & white", "R&D"]
    assert all(chip.shortcut().isEmpty() for chip in legend.chips)


def test_short_names_are_never_cut(legend):
    many(legend, 60)
    assert all(chip.shown == chip.text() for chip in shown(legend))


def test_other_classes_are_all_shown_at_first(qtbot, legend):
    name(legend, "cat", "dog", "bird")
    qtbot.mouseClick(legend.chips[1], LEFT)
    name(legend, "cat", "dog", "bird")
    assert legend.hidden == {1}
    with qtbot.waitSignal(legend.changed):
        name(legend, "one", "two")
    assert legend.hidden == set()


LONG = "A quite long class name of a scientific data set, as curators write it, "


@pytest.mark.parametrize("size", [(900, 640), (440, 300), (200, 160)])
@pytest.mark.parametrize("names", [
    [f"{LONG}{letter}" for letter in "abcdefgh"], [f"class {number}" for number in range(300)], [f"{LONG}{number}" for number in range(60)],
])  # fmt: skip
def test_it_leaves_most_of_the_plane_free_and_stays_within_it(legend, size, names):
    name(legend, *names)
    legend.parentWidget().resize(*size)
    assert legend.parentWidget().rect().contains(legend.geometry())
    assert legend.height() <= max(0.4 * size[1], 2 * shown(legend)[0].height())
    assert sum(len(chip.classes) for chip in shown(legend)) == len(names)
    assert all(legend.rect().contains(chip.geometry()) for chip in shown(legend))


def test_a_long_name_loses_its_middle_and_line_breaks_and_its_tooltip_has_all_of_it(legend):
    name(legend, f"{LONG}one\nof them", f"{LONG}two")
    chip = shown(legend)[0]
    assert chip.shown.startswith("A quite") and "…" in chip.shown and chip.shown.endswith("one of them")
    assert f"{LONG}one\nof them" in chip.toolTip()


def test_classes_without_room_for_a_chip_stay_hidden_or_shown(qtbot, legend):
    name(legend, *(f"{LONG}{letter}" for letter in "abcdefghijkl"))
    qtbot.mouseClick(legend.chips[10], LEFT)
    legend.parentWidget().resize(300, 200)
    assert legend.hidden == {10}
    others = shown(legend)[-1]
    assert len(others.classes) > 3 and others.isChecked()
    legend.parentWidget().resize(900, 640)
    assert len(shown(legend)) == 12 and not legend.chips[10].isChecked()
