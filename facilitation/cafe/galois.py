"""Finite fields of the orders a hall can have tables: 4, 8, 9, 16, 25, 27, …"""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.intp]
Poly = tuple[int, ...]
"""Coefficients, the constant one first."""


def prime_power(order: int) -> tuple[int, int] | None:
    """(p, k) with order = p ** k for a prime p; None where there is no such field."""
    prime = next((divisor for divisor in range(2, order + 1) if order % divisor == 0), 0)
    power, rest = 0, order
    while prime and rest % prime == 0:
        power, rest = power + 1, rest // prime
    return (prime, power) if order > 1 and rest == 1 else None


@cache
def field(order: int) -> tuple[Table, Table]:
    """The tables of addition and multiplication of the field with so many elements (a prime power); 0 is element 0."""
    found = prime_power(order)
    assert found is not None
    prime, power = found
    elements = [tuple(reversed(digits)) for digits in product(range(prime), repeat=power)]
    number = {element: position for position, element in enumerate(elements)}
    modulus = _irreducible(prime, power)
    plus = [
        [number[tuple((a + b) % prime for a, b in zip(one, other, strict=True))] for other in elements]
        for one in elements
    ]
    times = [[number[_product(one, other, modulus, prime)] for other in elements] for one in elements]
    return np.array(plus, dtype=np.intp), np.array(times, dtype=np.intp)


def _product(one: Poly, other: Poly, modulus: Poly, prime: int) -> Poly:
    """The product of two polynomials modulo a monic one."""
    power = len(modulus) - 1
    result = [0] * (2 * power)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            result[i + j] = (result[i + j] + a * b) % prime
    for top in range(len(result) - 1, power - 1, -1):
        lead = result[top]
        for offset in range(power + 1):
            result[top - power + offset] = (result[top - power + offset] - lead * modulus[offset]) % prime
    return tuple(result[:power])


def _irreducible(prime: int, power: int) -> Poly:
    """The first monic polynomial of this degree that is no product of smaller ones."""
    for rest in product(range(prime), repeat=power):
        candidate = (*rest, 1)
        if not any(_divides(divisor, candidate, prime) for divisor in _monic(prime, power // 2)):
            return candidate
    raise AssertionError("there is an irreducible polynomial of every degree")


def _monic(prime: int, most: int) -> list[Poly]:
    return [(*rest, 1) for degree in range(1, most + 1) for rest in product(range(prime), repeat=degree)]


def _divides(divisor: Poly, candidate: Poly, prime: int) -> bool:
    rest = list(candidate)
    for top in range(len(rest) - 1, len(divisor) - 2, -1):
        lead = rest[top]
        for offset, value in enumerate(divisor):
            place = top - len(divisor) + 1 + offset
            rest[place] = (rest[place] - lead * value) % prime
    return not any(rest[: len(divisor) - 1])
