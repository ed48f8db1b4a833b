"""One demo world for all tests of this folder; it is the same at every run."""

import pytest

from waakvlam.adapters.synthetic.files import Levering
from waakvlam.adapters.synthetic.generate import World, demo_settings, generate


@pytest.fixture(scope="session")
def world() -> World:
    return generate(demo_settings("2026-09"))


@pytest.fixture(scope="session")
def leveringen(world: World) -> list[Levering]:
    return list(world.leveringen())
