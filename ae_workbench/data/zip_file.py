"""Zip files that a stranger may have made, looked over before anything in them is unpacked."""

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

END, END_SIZE = b"PK\x05\x06", 22
WIDE_LOCATOR, WIDE_LOCATOR_SIZE = b"PK\x06\x07", 20
WIDE_END, WIDE_END_SIZE = b"PK\x06\x06", 56
LOCAL, LOCAL_SIZE = b"PK\x03\x04", 30
MOST_BYTES_PER_ENTRY = 1024
ENCRYPTED, SIZES_FOLLOW, UTF8 = 0x01, 0x08, 0x800
DEFLATE_SPEED = 0x06
METHODS = {zipfile.ZIP_STORED: "stored", zipfile.ZIP_DEFLATED: "deflated"}


@contextmanager
def open_zip(file: IO[bytes], most_members: int, methods: tuple[int, ...] = tuple(METHODS)) -> Iterator[zipfile.ZipFile]:
    """A zip file whose directory is small and says the same as the headers of its members.

    Members are plain, unencrypted files of one of ``methods``; none is there twice, and none shares bytes with another.

    Raises:
        ValueError: it is not such a file; says why in a few words. ``zipfile.BadZipFile``: it is none at all.
    """
    start = _check_directory(file, most_members)
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        if len(members) > most_members:
            raise ValueError(f"{len(members)} entries in it, at most {most_members} are expected")
        names = [member.filename.casefold() for member in members]
        if len(set(names)) < len(names):
            raise ValueError("two entries of the same name in it")
        for member in members:
            _check_member(member, methods)
        _check_places(file, members, start)
        yield archive


def check_ratio(archive: zipfile.ZipFile, most: float, small_bytes: int) -> None:
    """Refuse a file that unpacks to more than ``small_bytes`` and over ``most`` times its size. Raises ``ValueError``."""
    packed = sum(member.compress_size for member in archive.infolist())
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > small_bytes and unpacked > most * packed:
        raise ValueError(f"it would unpack to over {most:g} times its size")


def _check_directory(file: IO[bytes], most_members: int) -> int:
    """Where the directory starts, by the file's last bytes; a directory that is too large is never read."""
    size = file.seek(0, 2)
    end = _at(file, size - END_SIZE, END_SIZE)
    if end[:4] != END:
        raise ValueError("its end is missing, or something follows it")
    disk, first_disk, here, entries, length, start, comment = struct.unpack("<4H2LH", end[4:])
    last = size - END_SIZE
    locator = _at(file, last - WIDE_LOCATOR_SIZE, WIDE_LOCATOR_SIZE) if last >= WIDE_LOCATOR_SIZE else b""
    if locator[:4] == WIDE_LOCATOR:  # counts wherever it is there, as it does for whoever unpacks
        entries, length, start, last = _wide_end(file, last, locator)
        here = entries
    if disk or first_disk or comment or here != entries:
        raise ValueError("it is one part of several, or has a comment")
    if entries > most_members or length > most_members * MOST_BYTES_PER_ENTRY:
        raise ValueError(f"{entries} entries in it, at most {most_members} are expected")
    if start + length != last:
        raise ValueError("its directory is not where it should be")
    return start


def _wide_end(file: IO[bytes], end: int, locator: bytes) -> tuple[int, int, int, int]:
    """Entries, length, start and end of the directory of a file with 64-bit sizes."""
    where = end - WIDE_LOCATOR_SIZE - WIDE_END_SIZE
    wide = _at(file, where, WIDE_END_SIZE)
    if wide[:4] != WIDE_END or struct.unpack("<LQL", locator[4:]) != (0, where, 1):
        raise ValueError("its end is broken")
    here, entries, length, start = struct.unpack("<4Q", wide[24:])
    if here != entries:
        raise ValueError("it is one part of several")
    return entries, length, start, where


def _check_member(member: zipfile.ZipInfo, methods: tuple[int, ...]) -> None:
    if member.flag_bits & ENCRYPTED:
        raise ValueError("an entry in it is encrypted")
    if member.flag_bits & ~(SIZES_FOLLOW | UTF8 | DEFLATE_SPEED) or member.compress_type not in methods:
        raise ValueError(f"an entry in it is not plainly {' or '.join(METHODS[method] for method in methods)}")
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or member.is_dir():
        raise ValueError("an entry in it is a link or folder, not a file")
    if member.orig_filename != member.filename:
        raise ValueError("the name of an entry in it has no plain letters")
    if member.compress_type == zipfile.ZIP_STORED and member.compress_size != member.file_size:
        raise ValueError("an entry in it has two sizes")


def _check_places(file: IO[bytes], members: list[zipfile.ZipInfo], directory: int) -> None:
    """Each member's own header says what the directory says, and its bytes are its own."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    ends = [_end_of(file, member) for member in ordered]
    starts = [member.header_offset for member in ordered]
    if starts and starts[0] != 0:
        raise ValueError("something stands before its first entry")
    if any(end > start for end, start in zip(ends, [*starts, directory][1:], strict=False)):
        raise ValueError("entries in it share bytes")


def _end_of(file: IO[bytes], member: zipfile.ZipInfo) -> int:
    header = _at(file, member.header_offset, LOCAL_SIZE)
    if header[:4] != LOCAL:
        raise ValueError("an entry in it has no header")
    flags, method, crc, packed, unpacked, name_size, extra_size = struct.unpack("<2x2H4x3L2H", header[4:])
    name = _at(file, member.header_offset + LOCAL_SIZE, name_size).decode("utf-8" if flags & UTF8 else "cp437")
    wide = 0xFFFFFFFF
    sizes_agree = flags & SIZES_FOLLOW or (packed in (member.compress_size, wide) and unpacked in (member.file_size, wide))
    crc_agrees = flags & SIZES_FOLLOW or crc == member.CRC
    if (flags, method, name) != (member.flag_bits, member.compress_type, member.filename) or not sizes_agree or not crc_agrees:
        raise ValueError("its directory and its entries contradict each other")
    return member.header_offset + LOCAL_SIZE + name_size + extra_size + member.compress_size


def _at(file: IO[bytes], start: int, count: int) -> bytes:
    if start < 0:
        raise ValueError("it is too short")
    file.seek(start)
    content = file.read(count)
    if len(content) < count:
        raise ValueError("it ends too early")
    return content
