"""What happens with voorzieningen, for the audit log. The public inkomenscheck is not in here: it leaves no trace."""

from waakvlam.foundation import audit

audit.register(
    "regelingen.vastgesteld",
    "Regelingen vastgesteld",
    "De regelingen van een gemeente zijn gewijzigd; de vorige versie blijft te zien.",
)
