"""The message bar: what stands in it waits for what is said, and can be withdrawn."""

from ae_workbench.ui.message_bar import MessageBar, Offer
from tests.gui.survival.acting import click


def test_what_stands_waits_for_what_is_said_and_for_what_stood_before(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    taken = []
    bar.stand("one", "First.", Offer("Yes", lambda: taken.append("yes")), Offer("No", lambda: taken.append("no")))
    bar.stand("two", "Second.", closed=lambda: taken.append("closed"))
    assert bar.text() == "First."
    bar.offer("Said.", "Undo", lambda: taken.append("undo"))
    assert bar.text() == "Said." and bar.second_button.isHidden()
    bar.dismiss()
    assert bar.text() == "First."
    bar.show()
    click(qtbot, bar.second_button)
    assert taken == ["no"] and bar.text() == "Second." and bar.offer_button.isHidden()
    click(qtbot, bar.close_button)
    assert taken == ["no", "closed"] and bar.text() == ""


def test_what_stood_can_be_withdrawn(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.stand("one", "First.")
    bar.stand("two", "Second.")
    bar.withdraw("one")
    assert bar.text() == "Second."
    bar.say("Said.")
    bar.withdraw("two")
    assert bar.text() == "Said."
    bar.dismiss()
    assert bar.text() == ""
