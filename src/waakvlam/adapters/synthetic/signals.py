"""Turns an arrear into the row a partner would send: the canonical columns, all cells text."""

import random
from datetime import date, timedelta
from decimal import Decimal

from waakvlam.adapters.synthetic.arrears import Arrear
from waakvlam.adapters.synthetic.bsn import BsnRegister
from waakvlam.adapters.synthetic.noise import strip_accents
from waakvlam.adapters.synthetic.partners import BY_CODE, Partner, partners_of
from waakvlam.adapters.synthetic.periods import day_in
from waakvlam.adapters.synthetic.randomness import chance, generator
from waakvlam.adapters.synthetic.spelling import write_address, write_person

_TRADES = (
    "Bakkerij",
    "Klusbedrijf",
    "Kapsalon",
    "Eetcafé",
    "Schildersbedrijf",
    "Bloemenhuis",
    "Rijwielhandel",
)
_CONTACTS = ("M. Voorbeeld", "J. Proefman", "S. van Testen", "Team Incasso")


def delivery_day(seed: int, partner: Partner, month: int) -> date:
    """The day of the month on which this partner delivers: 20th–25th (Landelijk Convenant Vroegsignalering)."""
    return day_in(month, generator(seed, "delivery", partner.code, month).randint(20, 25))


def person_id(arrear: Arrear) -> str:
    """Who the customer is; a legal person is somebody else than the resident behind it."""
    person = arrear.contract.person.id
    return f"{person}-bedrijf" if arrear.contract.business == "rechtspersoon" else person


def signal_row(
    seed: int, code: str, arrear: Arrear, register: BsnRegister, last_day: date = date.max
) -> dict[str, str]:
    """One canonical row; the spelling of a customer is the same in every month, the facts are of this one.

    Nothing is sent or received after `last_day`: what would be, is on that day.
    """
    contract, partner = arrear.contract, arrear.contract.partner
    rng = generator(seed, code, contract.kenmerk, arrear.month)
    sent = min(delivery_day(seed, partner, arrear.month) - timedelta(days=rng.randint(0, 1)), last_day)
    row = {
        "gemeentecode": code,
        "partner": partner.code,
        "soort": partner.soort,
        "kenmerk": contract.kenmerk,
        "signaaldatum": sent.isoformat(),
        "bedrag": _money(arrear.cents),
        **_customer(seed, code, arrear, sent, register),
        **_since(rng, partner, arrear.since, sent),
        **_flags(rng, arrear, sent),
        **_incasso(rng, partner, arrear.since, sent),
    }
    if partner.notation.kind == "json":
        row["ontvangstdatum"] = min(sent + timedelta(days=rng.randint(0, 2)), last_day).isoformat()
    if partner.soort.startswith("CAK"):
        row |= _cak(seed, arrear)
    if partner.contact or row.get("warme_overdracht"):
        row |= {
            "contactpersoon": rng.choice(_CONTACTS),
            "contact_telefoon": f"088-00{rng.randrange(100_000):05d}",
        }
    return {column: text for column, text in row.items() if text}


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _customer(seed: int, code: str, arrear: Arrear, sent: date, register: BsnRegister) -> dict[str, str]:
    contract, habits = arrear.contract, arrear.contract.partner.habits
    rng = generator(seed, code, contract.kenmerk, "book")
    slow = chance(rng, habits.old_address)
    address = arrear.household.address if slow else arrear.household.address_on(sent)
    has_bsn = chance(rng, habits.bsn)
    if contract.business == "rechtspersoon":
        trade = f"{rng.choice(_TRADES)} {contract.person.own_name.achternaam} B.V."
        name = strip_accents(trade) if habits.ascii_only else trade
        return {"achternaam": name, **write_address(rng, habits, address)}
    cells = write_person(rng, habits, contract.person, address)
    if has_bsn:
        cells["bsn"] = register.number_of(contract.person.id)
    return cells


def _since(rng: random.Random, partner: Partner, since: date, sent: date) -> dict[str, str]:
    """Either the due date or the number of months."""
    if chance(rng, partner.months_only):
        months = Decimal((sent - since).days) / 30
        exact = partner.months_only < 1  # partners that always send months send whole ones
        return {"maanden_achterstand": f"{months:.1f}" if exact else str(max(1, round(months)))}
    return {"ontstaansdatum": min(since, sent).isoformat()}


def _flags(rng: random.Random, arrear: Arrear, sent: date) -> dict[str, str]:
    yes = {
        "crisissignaal": arrear.crisis,
        "warme_overdracht": chance(rng, 0.025),
        "bezwaar": chance(rng, 0.006),
        "rechtspersoon": arrear.contract.business == "rechtspersoon",
        "zakelijk": bool(arrear.contract.business),
    }
    cells = {column: "ja" for column, value in yes.items() if value}
    if arrear.supply_ends:
        # At least twenty working days ahead (Regeling afsluitbeleid energie).
        cells["einde_levering"] = (sent + timedelta(days=rng.randint(30, 45))).isoformat()
    return cells


def _incasso(rng: random.Random, partner: Partner, since: date, sent: date) -> dict[str, str]:
    """The four steps of sociaal incasseren (art. 2 Bgs); some partners leave some or all of them out."""
    if not chance(rng, partner.incasso_known):
        return {}
    reminded = max(since, sent - timedelta(days=rng.randint(8, 35)))
    cells = {
        "persoonlijk_contact": "ja" if chance(rng, 0.9) else "nee",
        "gewezen_op_schuldhulp": "ja" if chance(rng, 0.95) else "nee",
        "herinnering_datum": min(reminded, sent).isoformat(),
        "hulp_aangeboden": "ja" if chance(rng, 0.92) else "nee",
    }
    if chance(rng, 0.12):
        del cells[rng.choice(list(cells))]
    return cells


def _cak(seed: int, arrear: Arrear) -> dict[str, str]:
    rng = generator(seed, arrear.contract.kenmerk, "cak")
    insurer = rng.choice(partners_of("Zorg"))
    cells = {
        "oorspronkelijk_bedrag": _money(round(arrear.cents * 1.15)),
        "zorgverzekeraar": BY_CODE[insurer.code].naam,
    }
    if chance(rng, 0.06):
        cells["bewindvoerder"] = "Bewindvoering Vuurtoren"
    return cells
