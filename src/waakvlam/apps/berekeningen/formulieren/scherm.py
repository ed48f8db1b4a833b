"""A form as the template draws it: groups of boxes with Django's bound fields, and rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from waakvlam.apps.berekeningen.formulieren.invullen import EIGEN, Ingevuld
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, Veld, Veldsoort
from waakvlam.domain.rekenen.normen import laad_normen

BREEDTE = {Veldsoort.BEDRAG: "kort", Veldsoort.GETAL: "kort", Veldsoort.DATUM: "kort"}


class Rekenformulier(forms.Form):
    """Draws fields and faults; it checks nothing itself: the domain reads the facts and says what is wrong."""

    use_required_attribute = False

    def __init__(self, waarden: Mapping[str, str], fouten: Mapping[str, list[str]]) -> None:
        super().__init__(data=waarden)
        self._gemeld = fouten

    def full_clean(self) -> None:
        """Take over the faults that the domain found, as far as their field is on the form."""
        self.cleaned_data: dict[str, Any] = {}
        self._errors = ErrorDict()
        for naam in self.fields:
            if fouten := self._gemeld.get(naam):
                self._errors[naam] = self.error_class(fouten)


@dataclass
class Vak:
    """The place of one question. `getoond` is False when it does not belong to the form with the other answers."""

    naam: str
    veld: forms.BoundField | None
    breedte: str
    voorwaardelijk: bool

    @property
    def getoond(self) -> bool:
        """Whether the question is asked now."""
        return self.veld is not None


@dataclass
class Rij:
    """One row with its fields."""

    nummer: int
    naam: str
    titel: str
    vakken: list[Vak]


@dataclass
class Rijenblok:
    """Everything that repeats under one heading."""

    naam: str
    titel: str
    een: str
    intro: str
    rijen: list[Rij]


@dataclass
class Normrij:
    """A norm that this program does not know, to be filled in with its source."""

    sleutel: str
    naam: str
    nummer: int
    waarde: forms.BoundField
    bron: forms.BoundField


@dataclass
class Groepblok:
    """A heading with what stands under it: (Vak, None) or (None, Rijenblok)."""

    titel: str
    intro: str
    dicht: bool
    delen: list[tuple[Vak | None, Rijenblok | None]]


class Formulierscherm:
    """Everything the template needs of one form."""

    def __init__(
        self,
        opzet: Opzet,
        ingevuld: Ingevuld,
        fouten: Mapping[str, list[str]] | None = None,
        ontbrekend: Iterable[str] = (),
    ) -> None:
        self.opzet = opzet
        self._ingevuld = ingevuld
        self.formulier = Rekenformulier(ingevuld.waarden, fouten or {})
        self.eigen = list(dict.fromkeys([*ingevuld.eigen, *ontbrekend]))
        self.groepen = [self._groep(groep) for groep in opzet.groepen]
        self.normrijen = [self._normrij(nummer, sleutel) for nummer, sleutel in enumerate(self.eigen, 1)]

    def voorwaardelijk(self) -> Iterator[Vak]:
        """Every place that may be empty."""
        for groep in self.groepen:
            yield from (vak for vak, _ in groep.delen if vak and vak.voorwaardelijk)

    def _groep(self, groep: Groep) -> Groepblok:
        delen: list[tuple[Vak | None, Rijenblok | None]] = []
        for deel in groep.delen:
            if isinstance(deel, Rijen):
                delen.append((None, self._rijen(deel)))
            else:
                delen.append((self._vak(deel, deel.naam), None))
        return Groepblok(groep.titel, groep.intro, groep.dicht, delen)

    def _rijen(self, rijen: Rijen) -> Rijenblok:
        aantal = self._ingevuld.rijen.get(rijen.naam, rijen.begin)
        return Rijenblok(
            rijen.naam,
            rijen.titel,
            rijen.een,
            rijen.intro,
            [self._rij(rijen, n) for n in range(1, aantal + 1)],
        )

    def _rij(self, rijen: Rijen, nummer: int) -> Rij:
        naam = f"{rijen.naam}-{nummer}"
        vakken = [self._vak(veld, f"{naam}-{veld.naam}") for veld in rijen.velden]
        return Rij(nummer, naam, f"{rijen.een.capitalize()} {nummer}", vakken)

    def _vak(self, veld: Veld, naam: str) -> Vak:
        getoond = veld.als is None or veld.als.geldt(self._ingevuld.waarden)
        gebonden = self._bind(naam, _maak_veld(veld)) if getoond else None
        return Vak(naam, gebonden, BREEDTE.get(veld.soort, ""), veld.als is not None)

    def _normrij(self, nummer: int, sleutel: str) -> Normrij:
        reeks = laad_normen().reeksen.get(sleutel)
        eenheid = f" ({reeks.eenheid})" if reeks else ""
        naam = f"{EIGEN}-{nummer}"
        waarde = forms.CharField(label=f"Waarde{eenheid}", widget=forms.TextInput(attrs=_GETAL))
        bron = forms.CharField(label="Bron", help_text="Wet of publicatie, met datum of vindplaats.")
        return Normrij(
            sleutel,
            reeks.naam if reeks else sleutel,
            nummer,
            self._bind(f"{naam}-waarde", waarde),
            self._bind(f"{naam}-bron", bron),
        )

    def _bind(self, naam: str, veld: forms.Field) -> forms.BoundField:
        self.formulier.fields[naam] = veld
        return self.formulier[naam]


_GETAL = {"inputmode": "decimal", "autocomplete": "off", "class": "reken-getal"}


def _maak_veld(veld: Veld) -> forms.Field:
    uitleg = {"label": veld.label, "required": veld.verplicht, "help_text": _uitleg(veld)}
    if veld.soort in (Veldsoort.BEDRAG, Veldsoort.GETAL):
        return forms.CharField(widget=forms.TextInput(attrs=_GETAL), **uitleg)
    if veld.soort is Veldsoort.DATUM:
        return forms.CharField(widget=forms.DateInput(attrs={"type": "date"}), **uitleg)
    if veld.soort is Veldsoort.JA_NEE:
        return forms.BooleanField(**uitleg)
    if veld.soort is Veldsoort.KEUZE:
        return forms.ChoiceField(choices=veld.keuzes, widget=forms.RadioSelect, **uitleg)
    if veld.soort is Veldsoort.JA_OF_NEE:
        return forms.ChoiceField(choices=(("", "Kies"), ("ja", "Ja"), ("nee", "Nee")), **uitleg)
    if veld.soort is Veldsoort.LIJST:
        return forms.ChoiceField(choices=veld.keuzes, **(uitleg | {"required": True}))
    return forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off"}), **uitleg)


def _uitleg(veld: Veld) -> SafeString | str:
    if not veld.waar:
        return veld.waarom
    return format_html('{} <span class="reken-waar">Staat op: {}</span>', veld.waarom, _klein(veld.waar))


def _klein(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:]
