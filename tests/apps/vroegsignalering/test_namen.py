"""How a delivered name is shown: a table to check by eye."""

import pytest

from waakvlam.apps.personen.service import Betrokkene
from waakvlam.apps.vroegsignalering.selectors.namen import schrijf_naam


@pytest.mark.parametrize(
    ("voorletters", "voornamen", "tussenvoegsel", "achternaam", "verwacht"),
    [
        # all capitals
        ("S", None, None, "JANSSEN", "S Janssen"),
        ("J.C.", None, "VAN DER", "BERG", "J.C. van der Berg"),
        ("M", None, None, "DE VRIES", "M de Vries"),
        ("S L", None, None, "DE WITH", "S L de With"),
        ("L", None, None, "TER MORSBROEK", "L ter Morsbroek"),
        ("R", None, None, "LO FO SANG", "R Lo Fo Sang"),
        ("A", None, None, "JANSEN-DE VRIES", "A Jansen-de Vries"),
        ("A", None, None, "VRIES-KOOIJ", "A Vries-Kooij"),
        ("A", None, None, "VRIES, DE", "A Vries, de"),
        ("A", None, None, "BERG, VAN DEN", "A Berg, van den"),
        ("A", None, None, "JANSEN E/V DE BOER", "A Jansen e/v de Boer"),
        ("A", None, None, "IJSSELMUIDEN", "A IJsselmuiden"),
        ("A", None, "VAN", "IJPEREN-VAN DIJK", "A van IJperen-van Dijk"),
        ("A", None, "'T", "HART", "A 't Hart"),
        ("A", None, None, "VAN 'T HOF", "A van 't Hof"),
        ("A", None, None, "'S-GRAVESANDE", "A 's-Gravesande"),
        ("A", None, None, "VAN ’T HOF", "A van ’t Hof"),
        ("A", None, None, "D'HONDT", "A d'Hondt"),
        ("A", None, None, "O'BRIEN", "A O'Brien"),
        ("A", None, None, "NA'IM", "A Na'im"),
        ("A", None, None, "MCDONALD", "A McDonald"),
        ("A", None, None, "MÜLLER", "A Müller"),
        ("A", None, None, "İNAN", "A Inan"),
        (None, "ANGELIQUE", None, "DIJKSTRA-SMIT", "Angelique Dijkstra-Smit"),
        (None, "JAN-WILLEM", None, "LE", "Jan-Willem Le"),
        (None, "EL", None, "AMRANI", "El Amrani"),
        ("TH.M.", None, None, "SMIT", "TH.M. Smit"),
        # all small
        ("j.c.", None, "van", "dijk", "J.C. van Dijk"),
        ("jc", None, None, "jansen", "JC Jansen"),
        ("th.m.", None, None, "smit", "Th.M. Smit"),
        ("ij.", None, None, "smit", "IJ. Smit"),
        (None, "emma", None, "boer", "Emma Boer"),
        # nothing in front: the first word begins with a capital
        (None, None, None, "DE VRIES", "De Vries"),
        (None, None, "VAN DER", "BERG", "Van der Berg"),
        (None, None, None, "D'HONDT", "D'Hondt"),
        (None, None, None, "'T HART", "'t Hart"),
        (None, None, None, "DE LA CRUZ", "De la Cruz"),
        # mixed case, or too little to say: as delivered
        ("A.", None, "van der", "Berg", "A. van der Berg"),
        ("A.", None, "Van der", "Berg", "A. Van der Berg"),
        (None, None, "van", "Berg", "van Berg"),
        ("A", None, None, "Vos, de", "A Vos, de"),
        ("A", None, None, "MacGregor", "A MacGregor"),
        ("A", None, None, "O", "A O"),
        # a trade name
        (None, None, None, "ABC B.V.", "ABC B.V."),
        (None, None, None, "STICHTING DE BRUG", "STICHTING DE BRUG"),
    ],
)
def test_a_name_as_it_is_shown(voorletters, voornamen, tussenvoegsel, achternaam, verwacht):
    wie = Betrokkene(
        voorletters=voorletters, voornamen=voornamen, tussenvoegsel=tussenvoegsel, achternaam=achternaam
    )
    assert schrijf_naam(wie) == verwacht
