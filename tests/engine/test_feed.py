"""Every example of a split gets to the compiled steps once an epoch, whatever fits into a buffer."""

import numpy as np
import pytest
from numpy.typing import NDArray

from ae_workbench.data.dataset import Scaling, Split
from ae_workbench.engine import feed
from ae_workbench.engine.buffers import Buffer, Content
from ae_workbench.engine.feed import Feed

COUNT = 1003
BATCH = 20
STEPS_OF_A_BUFFER = 4


@pytest.fixture
def numbered(monkeypatch: pytest.MonkeyPatch) -> Split:
    """Examples that are told apart by their first number, in pairs, with buffers for four steps."""
    examples = np.zeros((COUNT, 5), np.float32)
    examples[:, 0] = np.arange(1, COUNT + 1)
    monkeypatch.setattr(feed, "BUFFER_BYTES", STEPS_OF_A_BUFFER * BATCH * 2 * examples[0].nbytes)
    return Split(examples, noisy=-examples)


def epoch(examples: Feed) -> tuple[NDArray, NDArray]:
    """The first numbers of both halves in the order in which an epoch's steps see them, read as late as steps may."""
    halves: tuple[list[NDArray], list[NDArray]] = ([], [])
    for piece in examples.pieces():
        count, first, last, _ = piece.numbers.numpy()
        for half, seen in zip(piece.arrays, halves, strict=True):
            rows = half.numpy().reshape(-1, 5)
            assert not rows[count:].any()
            seen.append(rows[first * BATCH : min(last * BATCH, count), 0])
    return np.concatenate(halves[0]), np.concatenate(halves[1])


def test_examples_in_order_come_through_many_buffers_as_they_are(numbered: Split) -> None:
    with Feed(numbered, BATCH, Scaling()) as ordered:
        for _ in range(2):
            asked, seen = epoch(ordered)
            assert asked.tolist() == list(range(1, COUNT + 1))
            assert (seen == -asked).all()


def test_each_epoch_shuffles_anew_and_leaves_nothing_out(numbered: Split) -> None:
    orders = []
    with Feed(numbered, BATCH, Scaling(), seed=3) as shuffled:
        for number in (1, 2):
            asked, seen = epoch(shuffled)
            expected = np.random.default_rng((3, number)).permutation(COUNT) + 1
            assert asked.tolist() == expected.tolist()
            assert (seen == -asked).all()
            orders.append(asked.tolist())
    assert orders[0] != orders[1]


def test_what_is_left_of_a_buffer_is_shared_out_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST_STEPS", 12)
    calls = []
    with Feed(Split(np.zeros((24 * BATCH, 5), np.float32)), BATCH, Scaling()) as zeros:
        for piece in zeros.pieces():
            _, first, last, _ = piece.numbers.numpy()
            calls.append(last - first)
            zeros.took(calls[-1] * feed.CALL_SECONDS / 5.5)  # a call may have five of these
    assert calls == [1, 4, 4, 3, 4, 4, 4]


def test_two_buffers_serve_a_whole_training_without_a_copy(numbered: Split) -> None:
    with Feed(numbered, BATCH, Scaling(), seed=3) as shuffled:
        tensors = [half for _ in range(2) for piece in shuffled.pieces() for half in piece.arrays]
    assert len({id(tensor) for tensor in tensors}) == 2 * 2  # buffers, halves
    assert len({tensor.numpy().tobytes() for tensor in tensors}) == 2 * 2


def test_what_the_next_epoch_begins_with_is_gathered_once(numbered: Split, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = []
    gather = Feed._gather

    def note(self: Feed, buffer: Buffer, content: Content) -> int:
        gathered.append(content)
        return gather(self, buffer, content)

    monkeypatch.setattr(Feed, "_gather", note)
    with Feed(numbered, BATCH, Scaling(), seed=3) as shuffled:
        for _ in range(3):
            epoch(shuffled)
    assert len(gathered) == len(set(gathered))
