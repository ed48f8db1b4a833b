"""Errors people make when they type Dutch names, dates and house numbers."""

import random
import unicodedata

# Sounds that are written either way in Dutch names; both directions occur.
_SOUNDS = (
    ("ij", "y"), ("ei", "ij"), ("s", "z"), ("c", "k"), ("f", "v"), ("ck", "k"), ("ph", "f"), ("ou", "au"), ("ks", "x"),
    ("th", "t"), ("oe", "u"), ("ch", "g"), ("dt", "t"), ("d", "t"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("uy", "ui"),
    ("ss", "s"), ("mm", "m"), ("ie", "i"), ("sch", "s"), ("q", "k"), ("j", "y"), ("ç", "c"), ("ou", "oe"),
)  # fmt: skip
_NEIGHBOURS = {
    "a": "sqz", "b": "vnh", "c": "xvd", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjn", "i": "uok",
    "j": "hkm", "k": "jli", "l": "kop", "m": "nj", "n": "bmh", "o": "ipl", "p": "ol", "q": "wa", "r": "etf",
    "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs", "y": "tuh", "z": "xa",
}  # fmt: skip
_SPECIAL = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "ß": "ss", "đ": "d"})


def strip_accents(text: str) -> str:
    """`Yıldız` to `Yildiz`, `Paweł` to `Pawel`, `Daniëlle` to `Danielle`."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _like(original: str, changed: str) -> str:
    """Keep the capital of the first letter."""
    return changed[:1].upper() + changed[1:] if original[:1].isupper() else changed


def transpose(rng: random.Random, text: str) -> str:
    """Two neighbouring letters change places (never the first)."""
    if len(text) < 4:
        return text
    at = rng.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def drop(rng: random.Random, text: str) -> str:
    """One letter is left out."""
    if len(text) < 4:
        return text
    at = rng.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def double(rng: random.Random, text: str) -> str:
    """One letter is typed twice."""
    at = rng.randrange(len(text)) if text else 0
    return _like(text, (text[:at] + text[at : at + 1].lower() + text[at:]) if at else text + text[-1:])


def mistype(rng: random.Random, text: str) -> str:
    """One letter becomes its neighbour on the keyboard."""
    places = [i for i, char in enumerate(text) if i and char in _NEIGHBOURS]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + rng.choice(_NEIGHBOURS[text[at]]) + text[at + 1 :]


def by_sound(rng: random.Random, text: str) -> str:
    """One sound is written the other way: `Visser` to `Vizser`, `Dijk` to `Dyk`, `Klaas` to `Claas`."""
    lower = text.lower()
    options = [(a, b) for a, b in _SOUNDS if a in lower] + [(b, a) for a, b in _SOUNDS if b in lower]
    if not options:
        return mistype(rng, text)
    found, other = rng.choice(options)
    at = rng.choice([i for i in range(len(lower)) if lower.startswith(found, i)])
    return _like(text, text[:at] + other + text[at + len(found) :])


_ERRORS = (transpose, drop, double, mistype, by_sound)
_ERROR_WEIGHTS = (18, 17, 12, 15, 38)


def typing_error(rng: random.Random, text: str) -> str:
    """One error of a random kind; sounds are the most frequent (names are taken down by ear)."""
    return rng.choices(_ERRORS, _ERROR_WEIGHTS)[0](rng, text)


def wrong_birth_date(rng: random.Random, text: str) -> str:
    """A complete ISO date with one slip: day and month swapped, one digit off, or the parts unknown."""
    year, month, day = (int(part) for part in text.split("-"))
    kind = rng.choices(("swap", "day", "month", "year", "unknown"), (34, 22, 10, 20, 14))[0]
    if kind == "unknown":
        return f"{year}-00-00"
    if kind == "swap" and 1 <= day <= 12 and month >= 1:
        return f"{year}-{day:02d}-{month:02d}"
    if kind == "year":
        return f"{year + rng.choice((-10, -1, 1))}-{month:02d}-{min(day, 28):02d}"
    if kind == "month" and month:
        return f"{year}-{month % 12 + 1:02d}-{min(day, 28):02d}"
    return f"{year}-{month:02d}-{(day + rng.choice((1, 10))) % 28 + 1:02d}" if day else text


def wrong_digit(rng: random.Random, number: int) -> int:
    """A house number with its last digits swapped or one off."""
    digits = str(number)
    if len(digits) > 1 and digits[-2:] != digits[:-3:-1] and digits[-1] != "0":
        return int(digits[:-2] + digits[-1] + digits[-2])
    return number + rng.choice((1, 2, 10))
