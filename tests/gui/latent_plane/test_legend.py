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
    assert [chip.text() for chip in shown(legend)] == ["cat", "dog", "bird"]


def test_other_classes_are_all_shown_at_first(qtbot, legend):
    name(legend, "cat", "dog", "bird")
    qtbot.mouseClick(legend.chips[1], LEFT)
    name(legend, "cat", "dog", "bird")
    assert legend.hidden == {1}
    with qtbot.waitSignal(legend.changed):
        name(legend, "one", "two")
    assert legend.hidden == set()
