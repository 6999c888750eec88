"""The fast rounding of coordinates equals printing and reading again, number by number."""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Iterator

import numpy as np
import pytest

from smica_qgis.geodata.geometry.printed_digits import printed

COUNT = 20_000


def as_printed(value: float) -> float:
    """What the official tool reads: 15 significant digits, 15 decimals below one."""
    return float(f"{value:.15g}") if abs(value) >= 1 else float(f"{value:.15f}")


def differences(values: list[float]) -> list[tuple[float, float, float]]:
    """Value, ours, expected, for the numbers that differ; eastings and northings alternate as in a layer."""
    found = printed(np.array(values, dtype=np.float64)).tolist()
    expected = [as_printed(value) for value in values]
    return [
        (value, ours, theirs)
        for value, ours, theirs in zip(values, found, expected)
        if ours != theirs and not (math.isnan(value) and math.isnan(ours))
    ]


def lambert93(chance: random.Random) -> Iterator[float]:
    while True:
        yield chance.uniform(1e5, 1.3e6)
        yield chance.uniform(6e6, 7.2e6)


def degrees(chance: random.Random) -> Iterator[float]:
    while True:
        yield chance.uniform(-1.0, 1.0)
        yield chance.uniform(41.0, 51.5)


def every_size(chance: random.Random) -> Iterator[float]:
    while True:
        yield chance.choice((-1, 1)) * chance.uniform(1, 10) * 10.0 ** chance.randrange(-20, 25)


def every_double(chance: random.Random) -> Iterator[float]:
    while True:
        (value,) = struct.unpack("<d", struct.pack("<Q", chance.getrandbits(64)))
        yield value


def halves(chance: random.Random) -> Iterator[float]:
    """Numbers whose sixteenth digit is a five: the hardest to round."""
    while True:
        yield (chance.randrange(1, 10**15) + 0.5) / 10 ** chance.randrange(0, 16)


def few_decimals(chance: random.Random) -> Iterator[float]:
    while True:
        yield round(chance.uniform(-1e6, 1e6), chance.randrange(0, 9))


def thousandths(chance: random.Random) -> Iterator[float]:
    """Coordinates measured to the millimetre, which are taken as they are."""
    while True:
        yield chance.randrange(-(10**15), 10**15) / 1000
        yield round(chance.uniform(-1.0, 1.0), chance.randrange(0, 4))


def neighbours_of_powers(chance: random.Random) -> Iterator[float]:
    while True:
        value = 10.0 ** chance.randrange(-3, 16)
        for _ in range(chance.randrange(0, 4)):
            value = float(np.nextafter(value, chance.choice((0.0, np.inf))))
        yield value


@pytest.mark.parametrize(
    "numbers",
    [lambert93, degrees, every_size, every_double, halves, few_decimals, thousandths, neighbours_of_powers],
    ids=lambda numbers: numbers.__name__,
)
def test_each_number_is_the_one_that_its_text_says(numbers: object) -> None:
    source = numbers(random.Random(15))  # type: ignore[operator]  # noqa: S311
    assert differences([next(source) for _ in range(COUNT)]) == []


def test_edges() -> None:
    values = [0.0, 1.0, -1.0, 0.5, 1e15, 1e15 - 0.125, 9.999999999999995e14, 999999999999999.5, 0.9999999999999999]
    values += [5e-16, 4.9e-16, 5e-324, 2.0**53, 1.7976931348623157e308, -1e-7, 1e-7, 2.5e-15, 123456789012345.65]
    assert differences(values) == []


def test_what_is_no_number_stays_so() -> None:
    values = printed(np.array([np.nan, np.inf, -np.inf, 1.5]))
    assert np.isnan(values[0])
    assert values[1:].tolist() == [np.inf, -np.inf, 1.5]


def test_no_number_at_all() -> None:
    assert len(printed(np.empty(0))) == 0


def test_the_rounding_is_what_the_measured_layer_needs() -> None:
    """A coordinate of the PLUi whose verdicts change with the rounding: 16 digits stored, 15 printed."""
    assert printed(np.array([557311.1558663531, 6742836.604156761])).tolist() == [557311.155866353, 6742836.60415676]
