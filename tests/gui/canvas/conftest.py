"""A canvas on the digits with a trained run, shown."""

import pytest

from tests.gui.drawing import shown_canvas


@pytest.fixture
def canvas(qtbot, digits, trained_runs):
    with shown_canvas(qtbot, digits, trained_runs["simple"]) as panel:
        yield panel


@pytest.fixture
def variational(qtbot, digits, trained_runs):
    with shown_canvas(qtbot, digits, trained_runs["variational"]) as panel:
        yield panel
