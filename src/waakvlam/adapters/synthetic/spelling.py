"""Writes one person at one address the way one partner has it in its books."""

import random
from dataclasses import replace

from waakvlam.adapters.synthetic.addresses import Address
from waakvlam.adapters.synthetic.naming import Surname
from waakvlam.adapters.synthetic.noise import strip_accents, typing_error, wrong_birth_date, wrong_digit
from waakvlam.adapters.synthetic.partners import Habits
from waakvlam.adapters.synthetic.population import Person
from waakvlam.adapters.synthetic.randomness import chance

_STYLES = {"dots": ("", "."), "plain": ("", ""), "spaced": (" ", "")}


def _used_names(person: Person, habit: str) -> tuple[Surname, Surname | None]:
    """Main surname and the one behind the hyphen, by the partner's rule for married names."""
    own, partner = person.own_name, person.partner_name
    if partner is None or habit == "own" or partner == own:
        return own, None
    usage = person.naamgebruik
    if habit == "partner":
        usage = "E" if person.naamgebruik == "E" and person.sex == "m" else "P"
    elif habit == "double":
        usage = "E" if person.sex == "m" and usage == "E" else "V"
    return {"E": (own, None), "P": (partner, None), "V": (partner, own), "N": (own, partner)}[usage]


def _joined(surname: Surname) -> str:
    return f"{surname.tussenvoegsel} {surname.achternaam}".strip()


def write_surname(rng: random.Random, habits: Habits, person: Person) -> tuple[str, str]:
    """Tussenvoegsel and achternaam as this partner fills them in, typing errors included."""
    main, second = _used_names(person, habits.names)
    if chance(rng, habits.typing_errors):
        main = replace(main, achternaam=typing_error(rng, main.achternaam))
    base = f"{main.achternaam}-{_joined(second)}" if second else main.achternaam
    prefix = main.tussenvoegsel
    if habits.prefix == "in_name":
        return "", f"{prefix} {base}".strip()
    if habits.prefix == "behind":
        return "", f"{base}, {prefix}" if prefix else base
    if habits.prefix == "dropped":
        return "", base
    if habits.prefix == "capital":
        return prefix[:1].upper() + prefix[1:], base
    return prefix, base


def write_first_names(rng: random.Random, habits: Habits, person: Person) -> tuple[str, str]:
    """Voorletters and voornamen as this partner fills them in."""
    between, after = _STYLES[habits.initials_style]
    initials = person.initials[:1] if habits.first_names == "first_initial" else person.initials
    letters = between.join(letter + after for letter in initials)
    used = person.voornamen[0]
    if chance(rng, habits.typing_errors):
        used = typing_error(rng, used)
    if habits.first_names in ("initials", "first_initial"):
        return letters, ""
    if habits.first_names == "roepnaam":
        return "", used
    if habits.first_names == "full":
        return letters, " ".join((used, *person.voornamen[1:]))
    return letters, used


def write_birth_date(rng: random.Random, habits: Habits, person: Person) -> str:
    """ISO text, possibly with unknown parts or a slip; empty when the partner does not have it."""
    known = chance(rng, habits.birth_date)
    wrong = chance(rng, habits.birth_errors)
    if not known:
        return ""
    return wrong_birth_date(rng, person.geboortedatum) if wrong else person.geboortedatum


def write_address(rng: random.Random, habits: Habits, address: Address) -> dict[str, str]:
    """Postcode, number and suffix in the partner's notation; street and place not always."""
    letter, suffix = address.huisletter, address.toevoeging
    number = address.huisnummer
    lost, slip = chance(rng, habits.suffix_lost), chance(rng, habits.number_errors)
    if lost:
        letter = suffix = ""
    if slip:
        number = wrong_digit(rng, number)
    written = str(number)
    tail = [part for part in (letter, suffix) if part]
    if tail and habits.suffix != "apart":
        # Digits never follow digits directly: 1 + `1` is `1-1`, not 11.
        glue = {"glued": "", "dash": "-", "space": " "}[habits.suffix]
        for part in tail:
            written += (glue or ("-" if part[0].isdecimal() else "")) + part
        letter = suffix = ""
    street = chance(rng, habits.street)
    return {
        "postcode": address.postcode,
        "huisnummer": written,
        "huisletter": letter,
        "toevoeging": suffix,
        "straat": address.straat if street else "",
        "woonplaats": address.woonplaats,
    }


def write_person(rng: random.Random, habits: Habits, person: Person, address: Address) -> dict[str, str]:
    """The person and address columns of the signal file (not the BSN), in this partner's spelling."""
    letters, first = write_first_names(rng, habits, person)
    prefix, surname = write_surname(rng, habits, person)
    names = {"voorletters": letters, "voornamen": first, "tussenvoegsel": prefix, "achternaam": surname}
    if habits.ascii_only:
        names = {column: strip_accents(text) for column, text in names.items()}
    if habits.upper:
        names = {column: text.upper() for column, text in names.items()}
    born = write_birth_date(rng, habits, person)
    place = write_address(rng, habits, address)
    phone = person.telefoon if chance(rng, habits.phone) else ""
    email = person.email if chance(rng, habits.email) else ""
    return {**names, "geboortedatum": born, **place, "telefoon": phone, "email": email}
