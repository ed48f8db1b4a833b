"""The columns of the signal file (contract, section 1) in the order the synthetic files write them."""

CANONICAL_COLUMNS = (
    "gemeentecode", "partner", "soort", "kenmerk", "signaaldatum", "ontvangstdatum", "ontstaansdatum",
    "maanden_achterstand", "bedrag", "voorletters", "voornamen", "tussenvoegsel", "achternaam", "geboortedatum", "bsn",
    "postcode", "huisnummer", "huisletter", "toevoeging", "straat", "woonplaats", "telefoon", "email",
    "crisissignaal", "warme_overdracht", "bezwaar", "rechtspersoon", "zakelijk", "einde_levering",
    "persoonlijk_contact", "gewezen_op_schuldhulp", "herinnering_datum", "hulp_aangeboden",
    "oorspronkelijk_bedrag", "zorgverzekeraar", "bewindvoerder", "contactpersoon", "contact_telefoon",
)  # fmt: skip

MATCHING_COLUMNS = (
    "gemeentecode", "partner", "soort", "kenmerk", "signaaldatum", "ontstaansdatum", "bedrag", "achternaam",
    "postcode", "huisnummer", "huisletter", "toevoeging", "crisissignaal", "warme_overdracht", "bezwaar",
    "rechtspersoon", "zakelijk", "einde_levering",
)  # fmt: skip
"""What matching on the address key reads; enough for a bench of the engine."""

DATE_COLUMNS = frozenset(
    {
        "signaaldatum",
        "ontvangstdatum",
        "ontstaansdatum",
        "geboortedatum",
        "einde_levering",
        "herinnering_datum",
    }
)
BOOLEAN_COLUMNS = frozenset(
    {"crisissignaal", "warme_overdracht", "bezwaar", "rechtspersoon", "zakelijk", "persoonlijk_contact",
     "gewezen_op_schuldhulp", "hulp_aangeboden"}
)  # fmt: skip
MONEY_COLUMNS = frozenset({"bedrag", "oorspronkelijk_bedrag"})
TRUTH_COLUMNS = ("gemeentecode", "partner", "kenmerk", "persoon")
