"""A gemeente comes onto the platform: known, carried out by an organisation, with a policy to start from."""

from waakvlam.apps.toegang.service import (
    Gemeente,
    Organisatie,
    OrganisatieSoort,
    create_gemeente,
    create_organisatie,
)
from waakvlam.apps.vroegsignalering.service import stel_standaardbeleid_vast
from waakvlam.foundation import tenancy


def voeg_gemeente_toe(code: str, naam: str, organisatie: str) -> Gemeente:
    """Create a gemeente with the standard policy; the organisation is created when it is new.

    Raises ToegangError when code or name will not do.
    """
    uitvoerder = Organisatie.objects.filter(naam=organisatie).first() or create_organisatie(
        naam=organisatie,
        soort=OrganisatieSoort.GEMEENTE if organisatie == naam else OrganisatieSoort.UITVOERINGSORGANISATIE,
    )
    gemeente = create_gemeente(code=code, naam=naam, organisatie=uitvoerder)
    with tenancy.gemeenten(code):
        stel_standaardbeleid_vast(code)
    return gemeente
