"""A kenmerk says nothing of who shares a household: linkage and eyes must do without."""

from collections import defaultdict

from waakvlam.adapters.synthetic.generate import demo_settings, generate


def test_the_contracts_of_one_household_have_different_numbers():
    world = generate(demo_settings("2026-09"))
    partners = defaultdict(set)
    kenmerken = set()
    for regel in world.truth():
        assert (regel.gemeentecode, regel.partner, regel.kenmerk) not in kenmerken
        kenmerken.add((regel.gemeentecode, regel.partner, regel.kenmerk))
        partners[regel.gemeentecode, regel.kenmerk.split("-", 1)[1]].add(regel.partner)
    gedeeld = [nummer for nummer, van in partners.items() if len(van) > 1]
    assert not gedeeld, gedeeld[:3]
