"""Links records of the same person with Splink, per gemeente."""

from waakvlam.adapters.linkage.koppeling import KOLOMMEN, Koppeling, link_persons
from waakvlam.domain.matching.koppelen import OnzekerPaar, Richting, Waarom

__all__ = ["KOLOMMEN", "Koppeling", "OnzekerPaar", "Richting", "Waarom", "link_persons"]
