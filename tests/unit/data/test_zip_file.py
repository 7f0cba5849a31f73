"""Zip files that contradict themselves, looked through before anything is unpacked."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from ae_workbench.data.zip_file import check_ratio, open_zip

MEMBERS = {"a.npy": b"first" * 20, "b.npy": b"second" * 20}


def zipped(members: dict[str, bytes] = MEMBERS, method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def names(content: bytes, most: int = 10, **rest: tuple[int, ...]) -> list[str]:
    with open_zip(io.BytesIO(content), most, **rest) as archive:
        return archive.namelist()


def refused(content: bytes, most: int = 10, **rest: tuple[int, ...]) -> str:
    with pytest.raises((ValueError, zipfile.BadZipFile)) as failure:
        names(content, most, **rest)
    return str(failure.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_ordinary_file_opens(method: int) -> None:
    assert names(zipped(method=method)) == ["a.npy", "b.npy"]
    assert names(zipped({})) == []


def test_a_file_written_in_one_go_opens() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError("a pipe")

        def seek(self, *where: int) -> int:
            raise OSError("a pipe")

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        archive.writestr("a.npy", b"first")
    assert names(pipe.getvalue()) == ["a.npy"]


def test_a_file_with_wide_sizes_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    wide = zipped()
    assert b"PK\x06\x06" in wide
    assert names(wide) == ["a.npy", "b.npy"]


def test_the_number_of_entries_is_limited_before_they_are_read() -> None:
    assert "3 entries in it" in refused(zipped({str(n): b"" for n in range(3)}), 2)
    content = bytearray(zipped())
    content[-10:-6] = struct.pack("<L", 2**30)
    assert "entries in it" in refused(bytes(content))


def central(name: bytes, offset: int, value: bytes) -> Callable[[bytes], bytes]:
    """A change of some bytes of a member's entry in the directory."""

    def change(content: bytes) -> bytes:
        at = content.rindex(name) - 46 + offset
        return content[:at] + value + content[at + len(value) :]

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (central(b"b.npy", 46, b"c"), "contradict"),
        (central(b"b.npy", 42, struct.pack("<L", 0)), "contradict|share"),
        (central(b"b.npy", 16, b"\0\0\0\0"), "contradict"),
        (central(b"b.npy", 10, struct.pack("<H", 8)), "contradict"),
        (central(b"b.npy", 10, struct.pack("<H", 12)), "not plainly"),
        (central(b"b.npy", 8, struct.pack("<H", 1)), "encrypted"),
        (central(b"b.npy", 24, struct.pack("<L", 2**30)), "two sizes"),
        (central(b"b.npy", 20, struct.pack("<2L", 2**30, 2**30)), "contradict|too early"),
        (central(b"a.npy", 20, struct.pack("<2L", 150, 150)), "contradict|share"),
        (lambda content: b"x" + content, "not where it should be"),
        (lambda content: content + b"x", "something follows it"),
        (lambda content: content[:-1], "something follows it"),
        (lambda content: content[:-2] + b"\x01\x00" + b"x", "something follows it|has a comment"),
        (lambda content: content[:20], "too short"),
        (lambda content: b"", "too short"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(change: Callable[[bytes], bytes], says: str) -> None:
    said = refused(change(zipped()))
    assert any(part in said for part in says.split("|")), said


def test_members_that_share_bytes_are_refused() -> None:
    """One body inside another, which the directory lists as well: how small files become petabytes."""
    inner = zipped({"b.npy": b"x" * 100})
    body, entry = inner[: inner.index(b"PK\x01\x02")], inner[inner.index(b"PK\x01\x02") : -22]
    outer = zipped({"a.npy": body})
    at, start = outer.index(b"PK\x01\x02"), outer.index(body)
    entries = outer[at:-22] + entry[:42] + struct.pack("<L", start) + entry[46:]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(entries), at, 0)
    shared = outer[:at] + entries + end
    assert "share bytes" in refused(shared)


def test_the_same_name_in_other_letters_is_refused() -> None:
    assert "same name" in refused(zipped({"a.npy": b"", "A.NPY": b""}))


def test_only_methods_that_are_asked_for_pass() -> None:
    assert "not plainly stored" in refused(zipped(method=zipfile.ZIP_DEFLATED), methods=(zipfile.ZIP_STORED,))


def test_the_ratio_counts_past_a_size() -> None:
    with open_zip(io.BytesIO(zipped({"a": b"\0" * 100_000}, zipfile.ZIP_DEFLATED)), 1) as archive:
        check_ratio(archive, 10, small_bytes=100_000)
        with pytest.raises(ValueError, match="over 10 times"):
            check_ratio(archive, 10, small_bytes=99_999)
