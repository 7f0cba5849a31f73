"""What follows a training is shown at once at first, later with rests, and in the end as it is."""

from ae_workbench.ui import pace
from ae_workbench.ui.pace import Pace


def counted(pace: Pace) -> list[None]:
    seen: list[None] = []
    pace.due.connect(lambda: seen.append(None))
    return seen


def test_the_first_changes_are_let_through_at_once(qtbot) -> None:
    following = Pace()
    seen = counted(following)
    following.ask()
    assert len(seen) == 1


def test_later_changes_share_a_rest_and_the_last_is_shown(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(pace, "SHARE", 10.0)
    following = Pace()
    seen = counted(following)
    qtbot.wait(20)
    for _ in range(50):
        following.ask()
    assert len(seen) == 1
    qtbot.waitUntil(lambda: len(seen) == 2)
    qtbot.wait(50)
    assert len(seen) == 2


def test_the_end_needn_t_wait(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(pace, "SHARE", 1e6)
    following = Pace()
    seen = counted(following)
    qtbot.wait(5)
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
