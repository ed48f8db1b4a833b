"""The front door: settings in, a world of people, arrears and leveringen out; same settings, same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from waakvlam.adapters.synthetic.arrears import Arrear, stories
from waakvlam.adapters.synthetic.bsn import BsnRegister
from waakvlam.adapters.synthetic.files import Fout, Levering, build_levering
from waakvlam.adapters.synthetic.partners import PARTNERS, Partner
from waakvlam.adapters.synthetic.periods import day_in, month_number, month_text
from waakvlam.adapters.synthetic.population import Population
from waakvlam.adapters.synthetic.randomness import chance, generator
from waakvlam.adapters.synthetic.signals import person_id, signal_row

_CORRECTIONS = 0.005  # share of signals that come twice in one levering, the second with a corrected amount


@dataclass(frozen=True)
class Gemeente:
    """A gemeente to fill with people: CBS code, name, number of inhabitants."""

    code: str
    naam: str
    inwoners: int


@dataclass(frozen=True)
class Settings:
    """Everything the data depends on. Months are `JJJJ-MM`, both included."""

    seed: int
    gemeenten: tuple[Gemeente, ...]
    van: str
    tot: str
    partners: tuple[Partner, ...] = PARTNERS
    per_thousand: float = 4.0  # signals per 1,000 inhabitants a month (Bron: Divosa Monitor 2023)
    error_rows: int = 3  # rows per levering that must be refused
    error_share: float = 0.0  # and as many more, as a share of the good rows
    laatste_dag: date = date.max  # no signal is sent or received later; not before the 20th of `tot`


@dataclass(frozen=True)
class Truth:
    """Which person one identity is about."""

    gemeentecode: str
    partner: str
    kenmerk: str
    persoon: str


@dataclass(frozen=True)
class World:
    """The synthetic world of one Settings; what is asked for is computed once and kept."""

    settings: Settings

    @cached_property
    def _register(self) -> BsnRegister:
        return BsnRegister(self.settings.seed)

    @cached_property
    def _groups(self) -> dict[tuple[str, int, str], list[dict[str, str]]]:
        """Rows per gemeente, month and partner; BSNs are handed out in this fixed order."""
        groups: dict[tuple[str, int, str], list[dict[str, str]]] = {}
        for gemeente in self.settings.gemeenten:
            for arrear in self._arrears[gemeente.code]:
                key = (gemeente.code, arrear.month, arrear.contract.partner.code)
                row = signal_row(
                    self.settings.seed, gemeente.code, arrear, self._register, self.settings.laatste_dag
                )
                rows = groups.setdefault(key, [])
                rows.append(row)
                rows.extend(self._correction(row))
        return dict(sorted(groups.items()))

    @cached_property
    def _arrears(self) -> dict[str, list[Arrear]]:
        settings = self.settings
        first, last = month_number(settings.van), month_number(settings.tot)
        return {
            gemeente.code: list(
                stories(self.population(gemeente.code), first, last, settings.per_thousand, settings.partners)
            )
            for gemeente in settings.gemeenten
        }

    def _correction(self, row: dict[str, str]) -> list[dict[str, str]]:
        rng = generator(self.settings.seed, row["kenmerk"], row["signaaldatum"], "correction")
        if not chance(rng, _CORRECTIONS):
            return []
        return [{**row, "bedrag": str(Decimal(row["bedrag"]) + 5)}]

    def population(self, code: str) -> Population:
        """The people of one gemeente, whether in arrears or not."""
        gemeente = next(gemeente for gemeente in self.settings.gemeenten if gemeente.code == code)
        reference = day_in(month_number(self.settings.tot), 28)
        return Population(self.settings.seed, code, gemeente.naam, gemeente.inwoners, reference)

    def arrears(self, code: str) -> list[Arrear]:
        """The stories behind the signals of one gemeente: one item per contract and month, with how it ended."""
        return self._arrears[code]

    def signals(self) -> Iterator[dict[str, str]]:
        """All good rows as canonical columns (text cells, absent when empty), by gemeente, month, partner."""
        for rows in self._groups.values():
            yield from rows

    def truth(self) -> Iterator[Truth]:
        """One line per identity (gemeente, partner, kenmerk) that occurs in `signals`."""
        seen = set()
        for code, arrears in self._arrears.items():
            for arrear in arrears:
                contract = arrear.contract
                line = Truth(code, contract.partner.code, contract.kenmerk, person_id(arrear))
                if line not in seen:
                    seen.add(line)
                    yield line

    def leveringen(self) -> Iterator[Levering]:
        """The files the partners send: one per partner, gemeente and month that has signals."""
        settings = self.settings
        by_code = {partner.code: partner for partner in settings.partners}
        for (code, month, partner), rows in self._groups.items():
            luck = generator(settings.seed, code, month, partner, "error rows").random()
            wrong = settings.error_rows + int(len(rows) * settings.error_share + luck)
            yield build_levering(settings.seed, by_code[partner], code, month_text(month), rows, wrong)

    def fouten(self) -> Iterator[Fout]:
        """Every cell of the leveringen that must be refused: file, row as a spreadsheet shows it, column."""
        for levering in self.leveringen():
            yield from levering.fouten


def generate(settings: Settings) -> World:
    """The world of these settings; nothing is computed before it is asked for."""
    return World(settings)


def demo_settings(tot: str, seed: int = 20260101, laatste_dag: date = date.max) -> Settings:
    """Two gemeenten in one organisation and a year of leveringen up to and including `tot` (`JJJJ-MM`).

    `laatste_dag`: the day the demo is filled, after which no signal is sent or received.
    """
    return Settings(
        seed=seed,
        gemeenten=(Gemeente("0437", "Ouder-Amstel", 15_000), Gemeente("0451", "Uithoorn", 31_000)),
        van=month_text(month_number(tot) - 11),
        tot=tot,
        error_rows=0,
        error_share=0.04,
        laatste_dag=laatste_dag,
    )
