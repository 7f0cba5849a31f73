"""A training on several devices learns what it learns on one. In a process of its own: devices are set before TensorFlow's first use."""

import json
import subprocess
import sys

import pytest

CASES = ("simple", "sparse", "denoising", "variational", "pairs")


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, list[float]]]:
    done = subprocess.run([sys.executable, "-m", "tests.engine.two_devices", *CASES], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("key", CASES)
def test_two_devices_learn_what_one_does(found, key: str) -> None:
    """The batch of 33 can't be halved, and the last one is smaller still; random noise is the same."""
    one, two = found[key]["one"], found[key]["all"]
    assert len(one) > 5
    assert two == pytest.approx(one, rel=2e-3, abs=2e-4)


@pytest.mark.parametrize("key", CASES)
def test_both_devices_were_used(found, key: str) -> None:
    """Also after a training of the same kind on one, whose model waits to be used again."""
    assert found[key]["replicas"] == 2
