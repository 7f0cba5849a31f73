"""The garbage collector rests while what stays for good is made."""

import gc
import weakref

import pytest

from ae_workbench.core.collecting import no_collections


class Thing:
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def collector():
    """As it was, with nothing put aside."""
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


def test_it_rests_and_what_was_made_is_not_looked_through_later():
    with no_collections():
        assert not gc.isenabled()
        stays = Thing()
    assert gc.isenabled() and gc.get_freeze_count() > 0
    gone = weakref.ref(stays)
    del stays
    gc.collect()
    assert gone() is not None, "what was there at the end stays out of its sight"


def test_it_works_again_after_a_failure():
    with pytest.raises(ValueError, match="no"), no_collections():
        raise ValueError("no")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()
    with no_collections():
        pass
    assert not gc.isenabled()
