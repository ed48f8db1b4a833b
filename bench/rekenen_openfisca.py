"""The beslagvrije voet in OpenFisca, written as its users write a country package: variables, dated formulas, parameters.

Only for the bench. The same law, norms and order as `waakvlam.domain.rekenen.beslagvrije_voet`, without the rarer ways
(institution, no address, housing costs, bijstand). OpenFisca computes in float32; its explanation is its tracer.
"""

from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from waakvlam.domain.rekenen.normen import Norm, laad_normen

UNITS = {"procent": 0.01}
Huishouden = build_entity(key="huishouden", plural="huishoudens", label="Huishouden", is_person=True)


class Situatie(Enum):
    """The four situations of the law."""

    alleenstaande = "alleenstaande"
    alleenstaande_ouder = "alleenstaande ouder"
    gehuwd_zonder_kinderen = "gehuwd zonder kinderen"
    gehuwd_met_kinderen = "gehuwd met kinderen"


def _bedrag(cls: type) -> type:
    """Give a variable the attributes that every amount here has; OpenFisca does not inherit them."""
    return type(
        cls.__name__,
        (Variable,),
        {**_AMOUNT, **{k: v for k, v in vars(cls).items() if k.startswith("formula")}},
    )


_AMOUNT = {"value_type": float, "entity": Huishouden, "definition_period": DateUnit.MONTH}


class leefsituatie(Variable):  # noqa: N801 - OpenFisca takes the name of a variable from its class
    value_type = Enum
    possible_values = Situatie
    default_value = Situatie.alleenstaande
    entity = Huishouden
    definition_period = DateUnit.MONTH


@_bedrag
class belastbaar_jaarinkomen:  # noqa: N801
    pass


@_bedrag
class netto_maandinkomen:  # noqa: N801
    pass


@_bedrag
class inkomen_partner:  # noqa: N801
    pass


@_bedrag
class ander_eigen_inkomen:  # noqa: N801
    pass


def _gehuwd(situatie: Any) -> Any:
    return (situatie == Situatie.gehuwd_zonder_kinderen) + (situatie == Situatie.gehuwd_met_kinderen)


@_bedrag
class norm:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805 - OpenFisca's form
        p = parameters(period)
        bijstand = np.where(_gehuwd(huishouden("leefsituatie", period)), p.pw_21b, p.pw_21a)
        return p.rv_475da_2 * bijstand


@_bedrag
class boven_drempel:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        return np.maximum(
            huishouden("belastbaar_jaarinkomen", period) - parameters(period).wzt_drempelinkomen, 0
        )


@_bedrag
class zorg:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        p = parameters(period)
        gehuwd = _gehuwd(huishouden("leefsituatie", period))
        afbouw = huishouden("boven_drempel", period) * p.wzt_2_3 / 12
        hoogste = np.where(
            gehuwd, 2 * p.wzt_standaardpremie / 12 - p.pw_23_2b, p.wzt_standaardpremie / 12 - p.pw_23_2a
        )
        return np.minimum(afbouw, hoogste)


@_bedrag
class huur:  # noqa: N801
    def formula_2026_01_01(huishouden, period, parameters):  # noqa: N805
        p = parameters(period)
        alleen = huishouden("leefsituatie", period) == Situatie.alleenstaande
        ijkpunt = np.where(alleen, p.wht_17_1_eenpersoons, p.wht_17_1_meerpersoons)
        percentage = np.where(alleen, p.wht_21_2a, p.wht_21_2b)
        aftrek = np.where(alleen, p.wht_17_3_eenpersoons, p.wht_17_3_meerpersoons)
        basishuur = p.wht_17_2 - aftrek - p.wht_verlaging_eigen_bijdrage
        afbouw = (huishouden("belastbaar_jaarinkomen", period) - ijkpunt) * percentage / 12
        return np.maximum(np.minimum(afbouw, p.wht_13_1a - basishuur), 0)

    def formula(huishouden, period, parameters):  # noqa: N805
        p = parameters(period)
        alleen = huishouden("leefsituatie", period) == Situatie.alleenstaande
        inkomen = huishouden("belastbaar_jaarinkomen", period)
        a = np.where(alleen, p.wht_19_a_eenpersoons, p.wht_19_a_meerpersoons)
        b = np.where(alleen, p.wht_19_b_eenpersoons, p.wht_19_b_meerpersoons)
        return np.maximum(a * inkomen * inkomen + b * inkomen - p.wht_17_2, 0)


@_bedrag
class kind:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        p = parameters(period)
        situatie = huishouden("leefsituatie", period)
        boven = huishouden("boven_drempel", period)
        ouder = situatie == Situatie.alleenstaande_ouder
        gezin = situatie == Situatie.gehuwd_met_kinderen
        deel = np.where(ouder, boven, np.where(gezin, boven - p.wkb_2_8, 0))
        return np.maximum(deel * p.wkb_2_7 / 12, 0)


@_bedrag
class maximum:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        p = parameters(period)
        bedragen = np.array([p.rv_475da_1a, p.rv_475da_1b, p.rv_475da_1c, p.rv_475da_1d])
        return bedragen[huishouden("leefsituatie", period).view(np.ndarray)]


@_bedrag
class voet:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        totaal = sum(huishouden(deel, period) for deel in ("norm", "zorg", "huur", "kind"))
        return np.minimum(totaal, huishouden("maximum", period))


@_bedrag
class na_aftrek:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        bedrag = huishouden("voet", period)
        partner = np.minimum(huishouden("inkomen_partner", period), bedrag / 2)
        return np.maximum(bedrag - partner - huishouden("ander_eigen_inkomen", period), 0)


@_bedrag
class beslagvrije_voet:  # noqa: N801
    def formula(huishouden, period, parameters):  # noqa: N805
        grens = parameters(period).rv_475dc_1 * huishouden("netto_maandinkomen", period)
        return np.round(np.minimum(huishouden("na_aftrek", period), grens), 2)


VARIABLES = (
    leefsituatie, belastbaar_jaarinkomen, netto_maandinkomen, inkomen_partner, ander_eigen_inkomen,
    norm, boven_drempel, zorg, huur, kind, maximum, voet, na_aftrek, beslagvrije_voet,
)  # fmt: skip
OUTCOME = "beslagvrije_voet"
INPUTS = ("belastbaar_jaarinkomen", "netto_maandinkomen", "inkomen_partner", "ander_eigen_inkomen")


def build_system() -> TaxBenefitSystem:
    """Make the system with our norms as parameters, so that both sides know the same amounts."""
    system = TaxBenefitSystem([Huishouden])
    system.add_variables(*VARIABLES)
    system.parameters = ParameterNode("", data=_parameters())
    return system


def _parameters() -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key, series in laad_normen().reeksen.items():
        values = {
            entry.geldig_vanaf.isoformat(): {"value": float(entry.waarde) * UNITS.get(series.eenheid, 1)}
            for entry in series.waarden
            if isinstance(entry, Norm)
        }
        if values:
            tree[key] = {"description": series.naam, "values": values}
    return tree


def simulate(system: TaxBenefitSystem, period: str, households: dict[str, Any], trace: bool) -> Simulation:
    """Compute a vector of households (columns of numpy arrays), as a researcher does."""
    simulation = SimulationBuilder().build_default_simulation(system, count=len(households["leefsituatie"]))
    simulation.trace = trace
    for name, values in households.items():
        simulation.set_input(name, period, values)
    simulation.calculate(OUTCOME, period)
    return simulation


def ask(system: TaxBenefitSystem, period: str, situation: dict[str, Any]) -> dict[str, Any]:
    """Compute one situation with its trace, as the web API does at /trace."""
    simulation = SimulationBuilder().build_from_entities(system, situation)
    simulation.trace = True
    simulation.calculate(OUTCOME, period)
    trace: dict[str, Any] = simulation.tracer.get_serialized_flat_trace()
    return trace
