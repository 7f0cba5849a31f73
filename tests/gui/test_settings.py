"""What the window remembers, and what it does with a broken memory."""

import pytest
from PySide6.QtCore import Qt

from ae_workbench.storage.paths import settings_home
from ae_workbench.ui.settings import MOST_RECENT, Settings
from ae_workbench.variants.recipes import find_recipe
from tests.gui.windows import WAIT_MS, close, open_window


def test_everything_comes_back(qapp, tmp_path):
    settings = Settings()
    settings.scheme = "dark"
    settings.recipe = find_recipe("deep")
    settings.add_recent(tmp_path / "a.json")
    settings.add_recent(tmp_path / "b, c;d=1.json")
    settings.save()
    again = Settings()
    assert not again.was_reset
    assert again.scheme == "dark"
    assert again.recipe == find_recipe("deep")
    assert again.recent == [tmp_path / "b, c;d=1.json", tmp_path / "a.json"]


def test_recent_files_are_few_and_each_once(qapp, tmp_path):
    settings = Settings()
    for number in (*range(20), 5):
        settings.add_recent(tmp_path / f"{number}.json")
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0].name == "5.json"
    settings.forget_recent(tmp_path / "folder" / ".." / "5.json")
    assert "5.json" not in [path.name for path in settings.recent]


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe\x01 not settings at all",
        b"[General]\nversion=99\n",
        b"[look]\nscheme=dark\n",
        b"[General\nversion",
        b"version\n" * 100,
    ],
)
def test_broken_settings_are_put_aside(qapp, content):
    settings_home().mkdir(parents=True)
    (settings_home() / "window.ini").write_bytes(content)
    settings = Settings()
    assert settings.was_reset
    assert settings.backup.read_bytes() == content
    assert settings.scheme == "system"
    assert settings.recipe is None
    settings.scheme = "light"
    settings.save()
    assert not Settings().was_reset


def test_settings_that_qt_wrote_before_a_crash_are_good(qapp, tmp_path):
    settings = Settings()
    settings.add_recent(tmp_path / "a.json")
    settings._store.sync()  # as Qt does by itself
    again = Settings()
    assert not again.was_reset and again.recent == [tmp_path / "a.json"]


def test_each_broken_file_is_kept_under_a_name_of_its_own(qapp):
    settings_home().mkdir(parents=True)
    for content in (b"first", b"second"):
        (settings_home() / "window.ini").write_bytes(content)
        backup = Settings().backup
        assert backup is not None and backup.read_bytes() == content
    assert {path.read_bytes() for path in settings_home().glob("window.broken*")} == {b"first", b"second"}


def test_settings_that_cannot_be_put_aside_are_not_said_to_be(qapp, monkeypatch):
    settings_home().mkdir(parents=True)
    (settings_home() / "window.ini").write_bytes(b"broken")

    def refuse(old, new):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    settings = Settings()
    assert settings.was_reset and settings.backup is None
    assert settings.scheme == "system"


def test_wrong_values_in_good_settings_are_left_out(qapp):
    settings = Settings()
    settings.save()
    text = settings.path.read_text() + "\n[look]\nscheme=pink\n[files]\nrecipe={}\n[layout]\nstate=7\ngeometry=@Variant(broken)\n"
    settings.path.write_text(text)
    again = Settings()
    assert again.scheme == "system"
    assert again.recipe is None
    assert again.layout.isEmpty()


def test_layout_and_recipe_persist_from_window_to_window(qtbot):
    with open_window(qtbot) as window:
        window.model.change(find_recipe("sparse"), "Another variant")
        window.removeDockWidget(window.training_dock)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.training_dock)
        window.training_dock.show()
        window.actions_.schemes["dark"].trigger()
        close(qtbot, window)
    with open_window(qtbot) as again:
        assert again.model.recipe == find_recipe("sparse")
        assert again.dockWidgetArea(again.training_dock) == Qt.DockWidgetArea.RightDockWidgetArea
        assert again.actions_.schemes["dark"].isChecked()
        again.reset_layout()
        assert again.dockWidgetArea(again.training_dock) == Qt.DockWidgetArea.BottomDockWidgetArea
        again.actions_.schemes["light"].trigger()


def test_the_window_says_that_its_settings_were_reset(qtbot):
    settings_home().mkdir(parents=True)
    (settings_home() / "window.ini").write_text("[General]\nversion=from the future\n")
    with open_window(qtbot) as window:
        qtbot.waitUntil(lambda: window.workspace.dataset is not None, timeout=WAIT_MS)
        assert "window.broken.ini" in window.messages.text(), "what is told meanwhile doesn't hide it for good"
