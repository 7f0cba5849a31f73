"""Buffers are filled ahead, on a thread of their own that ends with them."""

import threading
from collections.abc import Iterator

import pytest

from ae_workbench.engine.buffers import Buffer, Buffers, Content

ROWS = 3


class Filling:
    """Fills with the second number of a content, and remembers what was asked for."""

    def __init__(self) -> None:
        self.contents: list[Content] = []

    def __call__(self, buffer: Buffer, content: Content) -> int:
        self.contents.append(content)
        buffer.arrays[0][:] = content[1]
        return content[1]


@pytest.fixture
def buffers() -> Iterator[Buffers]:
    made = Buffers((((ROWS, 2), "|u1"),))
    yield made
    made.close()


def taken(buffers: Buffers, fill: Filling, content: Content, following: Content) -> tuple[set[int], int]:
    """The numbers in the tensor that is given, and the count."""
    tensors, count = buffers.take(fill, content, following)
    return set(tensors[0].numpy().ravel().tolist()), count


def test_what_follows_is_filled_while_what_was_taken_is_still_there(buffers: Buffers) -> None:
    fill = Filling()
    tensors, _ = buffers.take(fill, (1, 5), (1, 6))
    assert taken(buffers, fill, (1, 6), (1, 7)) == ({6}, 6)
    assert taken(buffers, fill, (1, 7), (1, 8)) == ({7}, 7)
    assert set(tensors[0].numpy().ravel().tolist()) == {7}  # the first one again
    assert fill.contents[:3] == [(1, 5), (1, 6), (1, 7)]  # and what follows, if its turn has come


def test_what_is_asked_for_again_and_again_is_filled_once(buffers: Buffers) -> None:
    fill = Filling()
    assert [taken(buffers, fill, (0, 4), (0, 4)) for _ in range(3)] == [({4}, 4)] * 3
    assert fill.contents == [(0, 4)]


def test_after_something_else_than_what_should_have_followed_it_is_right_again(buffers: Buffers) -> None:
    fill = Filling()
    assert taken(buffers, fill, (1, 1), (1, 2)) == ({1}, 1)
    assert taken(buffers, fill, (2, 1), (2, 3)) == ({1}, 1)
    assert taken(buffers, fill, (2, 3), (3, 1)) == ({3}, 3)


def test_what_goes_wrong_while_filling_is_told_to_who_takes_it(buffers: Buffers) -> None:
    def broken(buffer: Buffer, content: Content) -> int:
        raise OSError("the file is gone")

    with pytest.raises(OSError, match="the file is gone"):
        buffers.take(broken, (1, 1), (1, 2))


def test_the_thread_ends_with_the_buffers(buffers: Buffers) -> None:
    before = set(threading.enumerate())
    buffers.take(Filling(), (1, 1), (1, 2))
    assert set(threading.enumerate()) - before
    buffers.close()
    assert set(threading.enumerate()) <= before
