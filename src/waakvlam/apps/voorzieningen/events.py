"""What happens with voorzieningen, for the audit log. The public inkomenscheck is not in here: it leaves no trace."""

from waakvlam.foundation import audit

audit.register(
    "regelingen.vastgesteld",
    "Regelingen vastgesteld",
    "De regelingen van een gemeente zijn gewijzigd; de vorige versie blijft te zien.",
)
audit.register(
    "inkomenscheck.bekeken", "Inkomenscheck bekeken", "Een bewaarde inkomenscheck is bekeken.", leest=True
)
audit.register("aanvraag.bekeken", "Aanvraag bekeken", "Een aanvraag is bekeken.", leest=True)
audit.register("aanvragen.bekeken", "Aanvragen bekeken", "De lijst van aanvragen is bekeken.", leest=True)
audit.register("aanvraag.gevolgd", "Aanvraag gevolgd", "Een recht van een inkomenscheck wordt gevolgd.")
audit.register("aanvraag.gewijzigd", "Aanvraag gewijzigd", "Een aanvraag kreeg een nieuwe status.")
