"""Previews from strangers: a picture, small enough, and nothing but its pixels."""

import io
from pathlib import Path

import pytest
from PIL import Image

from ae_workbench.storage.archive import unpack
from tests.unit.storage.archive.conftest import Forge
from tests.unit.storage.archive.forging import refused


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_preview_that_is_no_picture_is_refused(content: bytes, forge: Forge, tmp_path: Path) -> None:
    assert "preview is no picture" in refused(forge({"preview.png": content}), tmp_path)


def test_a_preview_that_would_fill_the_memory_is_refused(forge: Forge, tmp_path: Path) -> None:
    large = io.BytesIO()
    Image.new("L", (4000, 4000)).save(large, "PNG")
    assert "preview is no picture" in refused(forge({"preview.png": large.getvalue()}), tmp_path)


def test_a_preview_comes_out_as_pixels_alone(forge: Forge, tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_text("note", "call home")
    picture = io.BytesIO()
    Image.new("RGB", (5, 4), (10, 20, 30)).save(picture, "PNG", pnginfo=note, icc_profile=b"profile" * 10)
    content = unpack(forge({"preview.png": picture.getvalue()}), tmp_path / "out").preview_path.read_bytes()
    assert b"call home" not in content and b"iCCP" not in content
    with Image.open(io.BytesIO(content)) as opened:
        assert opened.convert("RGB").getpixel((2, 2)) == (10, 20, 30)
