"""Rounding: half up, up and down, and never a cent lost to the 28 digits of a Decimal."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from waakvlam.domain.rekenen.afronden import (
    rond_af_op_centen,
    rond_af_op_euros,
    rond_omhoog_op_euros,
    rond_omlaag_op_euros,
)

D = Decimal


@pytest.mark.parametrize(
    ("rond", "bedrag", "uitkomst"),
    [
        (rond_af_op_centen, "1.005", "1.01"),
        (rond_af_op_centen, "1.0049999", "1.00"),
        (rond_af_op_centen, "-1.005", "-1.01"),
        (rond_af_op_centen, "7", "7.00"),
        (rond_af_op_euros, "1.50", "2"),
        (rond_af_op_euros, "2.50", "3"),
        (rond_af_op_euros, "2.49", "2"),
        (rond_omhoog_op_euros, "593.01", "594"),
        (rond_omhoog_op_euros, "593.00", "593"),
        (rond_omlaag_op_euros, "593.99", "593"),
        (rond_omlaag_op_euros, "594.00", "594"),
    ],
)
def test_an_amount_is_rounded(rond: Callable[[Decimal], Decimal], bedrag: str, uitkomst: str) -> None:
    assert str(rond(D(bedrag))) == uitkomst


def test_thirds_that_add_up_lose_no_cent_and_gain_no_euro() -> None:
    som = D("0.01") / 3 + D("0.01") / 3 + D("0.01") / 3  # 0.00999… in 28 digits
    assert rond_af_op_centen(som / 2) == D("0.01")
    assert rond_omlaag_op_euros(som * 100) == 1
    assert rond_omhoog_op_euros(D(2) / 3 * 3) == 2
    assert rond_af_op_euros(som * 50) == 1
