"""Typed settings of an installation, read from the environment.

Every field has a Dutch description; the table in docs/beheer is generated from them (see `beschrijving`).
Reading never writes: the embedded installation makes its secrets with `maak_geheimen`, once, on purpose.
"""

import base64
import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

GEHEIMEN = "geheimen.json"
DEMO_VOORVOEGSEL = "demo"
MEBIBYTE = 1024 * 1024
WACHTTIJD = 10
"""Seconds in which a database must answer; the address may name another (`?connect_timeout=`)."""


class ConfiguratieError(Exception):
    """The installation cannot start as configured; the message (Dutch) says what to do."""


class Omgeving(BaseSettings):
    """All settings of an installation; names in the environment begin with WAAKVLAM_."""

    model_config = SettingsConfigDict(env_prefix="WAAKVLAM_", extra="ignore", env_ignore_empty=True)

    database_url: str = Field(
        "",
        validation_alias="DATABASE_URL",
        description="PostgreSQL waarmee de toepassing werkt: postgresql://rol:wachtwoord@host:poort/naam. "
        "Deze rol mag geen eigenaar van de tabellen en geen superuser zijn. Leeg = de ingebedde database.",
    )
    database_owner_url: str = Field(
        "",
        validation_alias="DATABASE_OWNER_URL",
        description="Dezelfde database als de rol die de tabellen bezit. Alleen nodig voor het bijwerken "
        "van de database; geef hem niet aan de webserver.",
    )
    datamap: Path = Field(
        Path("waakvlam-data"),
        description="Map voor de ingebedde database, de geheimen en de bewaarde leveringen.",
    )
    geheim: str = Field(
        "",
        description="Geheime sleutel voor sessies en formulieren, minstens 40 willekeurige tekens.",
    )
    pii_sleutels: str = Field(
        "",
        description="Sleutels voor persoonsgegevens: id:base64,id:base64. Elke sleutel is 32 bytes. "
        "De eerste versleutelt nieuwe gegevens; oudere blijven nodig tot alles is omgezet.",
    )
    demo: bool = Field(False, description="Proefinstallatie met verzonnen gegevens en demogebruikers.")
    debug: bool = Field(False, description="Uitgebreide foutpagina's voor ontwikkelaars; nooit in productie.")
    hosts: str = Field(
        "localhost,127.0.0.1,[::1]",
        description="Namen waaronder de toepassing bereikbaar is, gescheiden door komma's.",
    )
    https: bool = Field(
        True,
        description="Stuur alles naar https en zet veilige cookies en HSTS aan. Uit mag alleen op de "
        "eigen computer (demo en ingebed).",
    )
    vertrouwde_proxies: int = Field(
        0,
        ge=0,
        le=5,
        description="Aantal eigen proxies voor de webserver; bepaalt welk adres uit X-Forwarded-For geldt.",
    )
    thema: str = Field(
        "voorbeeld",
        pattern=r"^[a-z0-9-]{1,40}$",
        description="Naam van het thema (huisstijl) met de ontwerpwaarden van de gemeente.",
    )
    sessie_minuten: int = Field(
        30,
        ge=5,
        le=720,
        description="Na zoveel minuten zonder handeling moet iemand opnieuw inloggen. De standaard is een aanname; "
        "volg het beleid van de organisatie.",
    )
    mfa_verplicht: bool = Field(
        False,
        description="Eis van iedere gebruiker een tweede stap bij het inloggen (app met codes of beveiligingssleutel). "
        "Wie die nog niet heeft, komt na het wachtwoord eerst daar. Zet dit aan als de toepassing vanaf internet "
        "bereikbaar is (BIO2 5.17.01).",
    )
    rekensleutels: str = Field(
        "",
        description="Sleutels waarmee systemen van de gemeente de berekeningen mogen aanroepen (API), gescheiden door "
        "komma's, elk minstens 32 tekens. Leeg = alleen wie is ingelogd.",
    )
    inkomenscheck_openbaar: bool = Field(
        True,
        description="Bied inwoners de inkomenscheck aan op /inkomenscheck/, zonder inloggen. Er wordt niets van bewaard.",
    )
    upload_max: int = Field(
        250 * MEBIBYTE, ge=MEBIBYTE, description="Grootste bestand dat wordt aangenomen, in bytes."
    )

    @property
    def productie(self) -> bool:
        """A real installation: a database is named and it is neither a demo nor a developer's."""
        return bool(self.database_url) and not self.demo and not self.debug


def laad() -> Omgeving:
    """Read the settings, fill in kept secrets, and refuse what is unsafe.

    Raises ConfiguratieError with what is wrong and what to do.
    """
    try:
        omgeving = Omgeving()
    except ValidationError as fout:
        raise ConfiguratieError(_leesbaar(fout)) from fout
    omgeving = _met_geheimen(omgeving)
    controleer(omgeving)
    return omgeving


def controleer(omgeving: Omgeving) -> None:
    """Refuse a production installation that is not safe to start.

    Raises ConfiguratieError.
    """
    fouten = []
    if omgeving.database_url and len(omgeving.geheim) < 40:
        fouten.append("WAAKVLAM_GEHEIM ontbreekt of is te kort (minstens 40 tekens).")
    if omgeving.database_url and not omgeving.pii_sleutels:
        fouten.append(
            "WAAKVLAM_PII_SLEUTELS ontbreekt: zonder sleutel kunnen persoonsgegevens niet veilig weg."
        )
    if omgeving.productie and demosleutels(omgeving):
        fouten.append("WAAKVLAM_PII_SLEUTELS bevat een demosleutel. Maak eigen sleutels voor echte gegevens.")
    if omgeving.productie and omgeving.geheim.startswith(DEMO_VOORVOEGSEL):
        fouten.append("WAAKVLAM_GEHEIM is een demogeheim. Maak een eigen geheim.")
    if any(len(sleutel.strip()) < 32 for sleutel in omgeving.rekensleutels.split(",") if sleutel.strip()):
        fouten.append("WAAKVLAM_REKENSLEUTELS bevat een sleutel van minder dan 32 tekens: die is te raden.")
    if omgeving.productie and "*" in {naam.strip() for naam in omgeving.hosts.split(",")}:
        fouten.append("WAAKVLAM_HOSTS is *: noem de namen waaronder de toepassing bereikbaar is.")
    if omgeving.productie and not omgeving.https and not os.environ.get("WAAKVLAM_INGEBED"):
        fouten.append(
            "WAAKVLAM_HTTPS staat uit. Dan gaan wachtwoorden en persoonsgegevens leesbaar over het netwerk; zet hem aan."
        )
    if fouten:
        raise ConfiguratieError("Waakvlam kan zo niet starten:\n- " + "\n- ".join(fouten))


def nieuwe_sleutel(bestaand: Sequence[str], *, demo: bool) -> str:
    """Make a key for personal data (`id:base64`) with an id that none of these has; a demo's is marked as such."""
    stam = DEMO_VOORVOEGSEL if demo else "k"
    nummer = next(nr for nr in range(len(bestaand) + 1, 10_000) if f"{stam}{nr}" not in bestaand)
    return f"{stam}{nummer}:{base64.b64encode(secrets.token_bytes(32)).decode()}"


def demosleutels(omgeving: Omgeving) -> bool:
    """Tell whether one of the keys for personal data is a demo key (its id begins with `demo`)."""
    ids = (deel.partition(":")[0].strip() for deel in omgeving.pii_sleutels.split(","))
    return any(sleutelid.startswith(DEMO_VOORVOEGSEL) for sleutelid in ids)


def maak_geheimen(datamap: Path, *, demo: bool) -> dict[str, str]:
    """Give the secrets of an embedded installation; make them the first time (mode 0600).

    Returns the values for WAAKVLAM_GEHEIM and WAAKVLAM_PII_SLEUTELS. A demo's secrets are marked, so that
    production refuses them.
    """
    datamap.mkdir(parents=True, exist_ok=True, mode=0o700)
    pad = datamap / GEHEIMEN
    merk = DEMO_VOORVOEGSEL if demo else "k1"
    nieuw = {
        "geheim": f"{merk}-{secrets.token_urlsafe(48)}",
        "pii_sleutels": f"{merk}:{base64.b64encode(secrets.token_bytes(32)).decode()}",
    }
    try:
        greep = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return laad_geheimen(datamap)
    with os.fdopen(greep, "w", encoding="utf-8") as bestand:
        json.dump(nieuw, bestand, indent=1)
    return nieuw


def bewaar_sleutels(datamap: Path, pii_sleutels: str) -> None:
    """Replace the kept keys for personal data of an embedded installation, whole and safely on disk, or not at all."""
    pad = datamap / GEHEIMEN
    inhoud = laad_geheimen(datamap) | {"pii_sleutels": pii_sleutels}
    eigenaar = pad.stat()
    concept = pad.with_name(f".{GEHEIMEN}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(
            os.open(concept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as bestand:
            json.dump(inhoud, bestand, indent=1)
            bestand.flush()
            os.fsync(bestand.fileno())
        if os.geteuid() == 0:
            os.chown(concept, eigenaar.st_uid, eigenaar.st_gid)
        concept.replace(pad)
    finally:
        concept.unlink(missing_ok=True)


def database(url: str) -> dict[str, object]:
    """Translate a PostgreSQL URL into Django's dictionary; a query may name host (socket folder) and more.

    Raises ConfiguratieError for another kind of database.
    """
    if not url:
        return {"ENGINE": "django.db.backends.dummy"}
    delen = urlsplit(url)
    if delen.scheme not in ("postgres", "postgresql"):
        raise ConfiguratieError(
            "DATABASE_URL moet beginnen met postgresql://; Waakvlam werkt alleen op PostgreSQL."
        )
    opties = dict(parse_qsl(delen.query))
    host = opties.pop("host", "") or unquote(delen.hostname or "")
    poort = opties.pop("port", "") or str(delen.port or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")),
        "USER": opties.pop("user", "") or unquote(delen.username or ""),
        "PASSWORD": opties.pop("password", "") or unquote(delen.password or ""),
        "HOST": host,
        "PORT": poort,
        # A server that does not answer at all would otherwise be waited for until the system gives up, minutes later.
        "OPTIONS": {"connect_timeout": WACHTTIJD} | opties,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def beschrijving() -> list[tuple[str, str, str]]:
    """List (name in the environment, default, description), for the documentation."""
    regels = []
    for naam, veld in Omgeving.model_fields.items():
        alias = veld.validation_alias
        regels.append(
            (str(alias) if alias else f"WAAKVLAM_{naam.upper()}", str(veld.default), veld.description or "")
        )
    return regels


def _met_geheimen(omgeving: Omgeving) -> Omgeving:
    """Fill empty secrets: kept ones when there is a database, throw-away ones when there is none.

    Without a database nothing can be stored, so throw-away keys can do no harm (documentation, checks).
    """
    if omgeving.geheim and omgeving.pii_sleutels:
        return omgeving
    if omgeving.database_url:
        bewaard = laad_geheimen(omgeving.datamap)
    else:
        sleutel = base64.b64encode(secrets.token_bytes(32)).decode()
        bewaard = {"geheim": secrets.token_urlsafe(48), "pii_sleutels": f"los:{sleutel}"}
    aanvulling = {
        naam: getattr(omgeving, naam) or bewaard.get(naam, "") for naam in ("geheim", "pii_sleutels")
    }
    return omgeving.model_copy(update=aanvulling)


def laad_geheimen(datamap: Path) -> dict[str, str]:
    """Give the secrets kept in a data folder; empty when there are none. Raises ConfiguratieError when damaged."""
    pad = datamap / GEHEIMEN
    if not pad.is_file():
        return {}
    try:
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
    except ValueError as fout:
        raise ConfiguratieError(f"{pad} is beschadigd; zet het terug uit de reservekopie.") from fout
    return {str(naam): str(waarde) for naam, waarde in inhoud.items()}


def _leesbaar(fout: ValidationError) -> str:
    regels = [f"- {'.'.join(map(str, f['loc']))}: {f['msg']}" for f in fout.errors(include_input=False)]
    return "De instellingen (WAAKVLAM_…) kloppen niet:\n" + "\n".join(regels)
