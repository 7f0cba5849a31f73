"""What follows a training is shown at once at first, later with rests, and in the end as it is."""

import pytest
from pytestqt.qtbot import QtBot

from ae_workbench.ui import pace
from ae_workbench.ui.pace import LONGEST_MS, Pace
from tests.gui.turns import fire, long_rests


@pytest.fixture
def following(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Pace:
    """With rests that are over when a test says so."""
    following = Pace()
    long_rests(qtbot, monkeypatch, following)
    return following


def counted(following: Pace) -> list[None]:
    seen: list[None] = []
    following.due.connect(lambda: seen.append(None))
    return seen


def test_the_first_changes_are_let_through_at_once(following: Pace) -> None:
    seen = counted(following)
    following.ask()
    assert len(seen) == 1


def test_later_changes_share_a_rest_and_the_last_is_shown(following: Pace) -> None:
    seen = counted(following)
    for _ in range(50):
        following.ask()
    assert len(seen) == 1
    fire(following._rest)
    assert len(seen) == 2
    assert not following._rest.isActive(), "nothing waits"


def test_a_rest_has_its_longest(following: Pace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "LONGEST_MS", LONGEST_MS)
    following.ask()
    following.ask()
    assert 0 < following._rest.interval() <= LONGEST_MS
    following.begin()


def test_the_end_needn_t_wait(following: Pace) -> None:
    seen = counted(following)
    following.ask()
    following.catch_up()
    assert len(seen) == 1, "nothing waits"
    following.ask()
    following.catch_up()
    assert len(seen) == 2
    following.ask()
    following.begin()
    following.catch_up()
    assert len(seen) == 2, "what waited belonged to something else"
    following.ask()
    assert len(seen) == 3
