"""Names as they are shown: a name delivered all in capitals or all in small letters is written the Dutch way.

Only on screen. What was delivered stays in the data and is shown with its signal; a name in mixed case stays as it is,
because its writer chose. Dutch practice, no norm: a tussenvoegsel is small behind a first name or initials, and begins
with a capital when it is the first word; `ij` is one letter.
"""

import re

from waakvlam.apps.personen.service import Betrokkene

TUSSENVOEGSELS = frozenset(
    (
        "aan", "al", "bij", "d'", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "het", "in",
        "l'", "la", "le", "op", "'s", "'t", "te", "ten", "ter", "tot", "uit", "van", "voor", "vom", "von",
    )
)  # fmt: skip
_TUSSEN_TWEE_NAMEN = frozenset(("e/v", "geb.", "gesch.", "wed."))
_WOORD = re.compile(r"[^\s,-]+")
# Letters of a trade name may stand for words (`ABC B.V.`).
_ZAAK = re.compile(r"\b(b\.?v|n\.?v|v\.?o\.?f|c\.?v|stichting|vereniging|holding|h/o)\b", re.IGNORECASE)
_APOSTROF = str.maketrans("’‘`´", "''''")


def schrijf_naam(wie: Betrokkene) -> str:
    """Write a name as on an envelope: initials or first names, tussenvoegsel, surname."""
    voor = _voorletters(wie.voorletters) if wie.voorletters else _naam(wie.voornamen or "", frozenset())
    tussen = wie.tussenvoegsel or ""
    achter = _naam(wie.achternaam, midden=bool(voor or tussen))
    if tussen.isupper() or (tussen.islower() and _een_soort(wie.achternaam)):
        tussen = tussen.lower() if voor or tussen.startswith("'") else _hoofdletter(tussen.lower())
    return " ".join(deel for deel in (voor, tussen, achter) if deel)


def _een_soort(tekst: str) -> bool:
    """Whether all letters are capitals or all are small; one letter says nothing."""
    return sum(teken.isalpha() for teken in tekst) > 1 and (tekst.isupper() or tekst.islower())


def _voorletters(tekst: str) -> str:
    """Initials in capitals stay, whatever they stand for; small ones become capitals: `j.c.`, `jc`, `th.m.`, `ij.`."""
    if not tekst.islower():
        return tekst
    if tekst.isalpha() and len(tekst) <= 3 and tekst != "ij":
        return tekst.upper()
    return re.sub(r"[^\W\d_]+", lambda woord: _hoofdletter(woord[0]), tekst)


def _naam(naam: str, tussenvoegsels: frozenset[str] = TUSSENVOEGSELS, *, midden: bool = False) -> str:
    """Write a (double) name; `midden`: something stands in front of it."""
    if not _een_soort(naam) or _ZAAK.search(naam):
        return naam
    klein = naam.lower().replace("i\u0307", "i")  # a Turkish capital I keeps its dot apart

    def schrijf(woord: re.Match[str]) -> str:
        kaal = woord[0].translate(_APOSTROF)
        rest = klein[woord.end() :]
        begin = woord.start() == 0 and not midden
        naam_volgt = rest.startswith(" ") and bool(_WOORD.search(rest))
        achteraan = "," in klein[: woord.start()]  # `Vries, de`
        if kaal in _TUSSEN_TWEE_NAMEN or kaal.startswith("'"):
            return woord[0]
        if kaal in tussenvoegsels and (achteraan or (naam_volgt and not begin)):
            return woord[0]
        return _met_apostrof(woord[0], klein=kaal[:2] in tussenvoegsels and not begin)

    return _WOORD.sub(schrijf, klein)


def _met_apostrof(woord: str, *, klein: bool) -> str:
    """Write `o'brien` as `O'Brien`, and with a tussenvoegsel in front (`klein`) `d'hondt` as `d'Hondt`."""
    if len(woord) > 2 and woord[1].translate(_APOSTROF) == "'":
        voor = woord[:2] if klein else woord[:2].upper()
        return voor + _hoofdletter(woord[2:])
    return _hoofdletter(woord)


def _hoofdletter(woord: str) -> str:
    """Begin with a capital: `ijsbrand` is `IJsbrand`, `mcdonald` is `McDonald`."""
    if woord.startswith("ij"):
        return "IJ" + woord[2:]
    if woord.startswith("mc") and len(woord) > 3:
        return "Mc" + woord[2].upper() + woord[3:]
    return woord[:1].upper() + woord[1:]
