"""The calculations of debt help, usable as a library of its own: exact, dated, sourced and explained.

>>> from waakvlam.domain.rekenen import beslagvrije_voet
>>> uitkomst = beslagvrije_voet.bereken_beslagvrije_voet(
...     beslagvrije_voet.lees_invoer(
...         {"peildatum": "2026-07-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "28000"}
...     )
... )
>>> uitkomst.uitkomst
Decimal('1451.42')

Every calculation has the same form: `lees_invoer` reads the facts (Invoerfout tells every fault), `bereken_…` gives an
Rekenuitkomst with its explanation (`uitleg`), the assumptions that were used, and the engine and norms it was computed with.
"""
