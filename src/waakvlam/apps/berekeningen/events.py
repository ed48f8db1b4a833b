"""What happens with berekeningen, for the audit log."""

from waakvlam.foundation import audit

audit.register(
    "berekening.bewaard", "Berekening bewaard", "Een berekening is bewaard met feiten en uitkomst."
)
audit.register("berekening.bekeken", "Berekening bekeken", "Een bewaarde berekening is bekeken.", leest=True)
audit.register(
    "berekening.gedownload", "Berekening gedownload", "Een berekening of brief is gedownload.", leest=True
)
audit.register(
    "begroting.geexporteerd",
    "Begroting geëxporteerd",
    "De regels van een begroting zijn als werkblad gedownload.",
    leest=True,
)
audit.register(
    "berekeningen.bekeken",
    "Berekeningen bekeken",
    "De lijst van bewaarde berekeningen is bekeken.",
    leest=True,
)
