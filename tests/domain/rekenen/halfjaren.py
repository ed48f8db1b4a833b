"""The half-years that the norms reach, so that new norms are tested from the day they are added."""

from datetime import date

from waakvlam.domain.rekenen.normen import laad_normen

LAATSTE = laad_normen().laatste
HALFJAREN = [
    dag
    for jaar in range(laad_normen().eerste.year, LAATSTE.year + 1)
    for dag in (date(jaar, 1, 1), date(jaar, 7, 1))
    if dag <= LAATSTE
]
OPEN = [dag for dag in HALFJAREN if dag.year >= 2023]
"""Those of which every norm of the beslagvrije voet is known: the factors of the huurtoeslag of 2021 and 2022 are not."""
