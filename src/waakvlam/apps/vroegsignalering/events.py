"""What happens in vroegsignalering, for the audit log."""

from waakvlam.foundation import audit

audit.register("levering.ontvangen", "Levering ontvangen", "Een levering is versleuteld bewaard.")
audit.register("levering.ingelezen", "Levering ingelezen", "De signalen van een levering zijn opgenomen.")
audit.register("levering.mislukt", "Levering niet te lezen", "Een levering kon niet worden ingelezen.")
audit.register("levering.bekeken", "Levering bekeken", "Het verslag van een levering is bekeken.", leest=True)
audit.register(
    "levering.geexporteerd",
    "Geweigerde rijen gedownload",
    "De geweigerde rijen van een levering zijn als bestand opgehaald.",
    leest=True,
)
audit.register("leveringen.bekeken", "Leveringen bekeken", "De lijst van leveringen is bekeken.", leest=True)
audit.register(
    "maandrun.gedraaid", "Maandrun gedraaid", "Van de signalen van een maand zijn meldingen gemaakt."
)
audit.register("maandrun.ongewijzigd", "Maandrun ongewijzigd", "Een maandrun gaf hetzelfde als de vorige.")
audit.register(
    "beleid.vastgesteld", "Afwegingskader vastgesteld", "Een afwegingskader geldt vanaf een datum."
)
audit.register(
    "meldingen.bekeken", "Meldingen bekeken", "De meldingen van een maand zijn bekeken.", leest=True
)
audit.register(
    "signalen.gezocht", "Adres of kenmerk gezocht", "Er is gezocht op een adres of kenmerk.", leest=True
)
audit.register("melding.bekeken", "Melding bekeken", "Een melding met haar personen is bekeken.", leest=True)
