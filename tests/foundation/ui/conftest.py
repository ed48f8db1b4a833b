"""Draw a piece of template as a page would."""

from collections.abc import Callable

import pytest
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler


@pytest.fixture
def teken(rf: RequestFactory) -> Callable[..., str]:
    """Give `teken("<c-knop>Ja</c-knop>", url="/?a=1", naam=waarde)`."""

    def functie(bron: str, url: str = "/", **context: object) -> str:
        sjabloon = engines["django"].from_string(CottonCompiler().process("{% load ui nl %}" + bron))
        return sjabloon.render(context, rf.get(url))

    return functie
