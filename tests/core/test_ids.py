"""Ids."""

import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.core.ids import new_id


def test_ids_sort_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(set(made))


def test_ids_are_ulids_of_now() -> None:
    id = new_id()
    assert re.fullmatch("[0-7][0-9A-HJKMNP-TV-Z]{25}", id)
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    milliseconds = sum(alphabet.index(c) << 5 * place for place, c in enumerate(reversed(id[:10])))
    assert abs(milliseconds / 1000 - time.time()) < 60


def test_a_clock_that_is_set_back_does_not_turn_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1)
    assert new_id() > before


def test_an_id_comes_after_one_that_was_made_by_a_clock_ahead_of_ours() -> None:
    ahead = "7" + "Z" * 24 + "Y"
    assert new_id(after="01ARZ3NDEKTSV4RRFFQ69G5FAV") > "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    code = f"from dateline.core.ids import new_id; print(new_id(after={ahead!r}))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "7" + "Z" * 25


def test_threads_never_get_the_same_id() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [id for ids in pool.map(lambda _: [new_id() for _ in range(500)], range(8)) for id in ids]
    assert len(set(made)) == len(made)
