"""The beslagvrije voet with its explanation, beside the same formula in OpenFisca with its tracer.

Three pieces of work:

- *one by one*, as a page or the API asks: facts in, outcome with the whole explanation out, ready for JSON. OpenFisca
  two ways: a situation with its serialised trace, as its web API gives at /trace; and the shorter way of a researcher,
  who fills one simulation per household from numpy columns (made beforehand) and takes the same trace.
- *a norm change*: every household again, each with its own explanation, on two cores. OpenFisca computes all
  households as one vector with the tracer on: one trace of arrays, no explanation per household.
- *a page*: reading, computing, explanation, the sentences for the resident.

Both sides must come to the same amounts, but for OpenFisca's float32.
"""

import argparse
import multiprocessing
import random
import resource
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bench.measure import Line, Taken, alternate, clock, middle, peak_memory, run_side, tell

PERIODE, DATUM, VORIGE = "2026-07", "2026-07-01", "2026-01-01"
ONE_BY_ONE, ALL, SMALL = 2_000, 100_000, 200
CORES = 2
SITUATIES = ("alleenstaande", "alleenstaande_ouder", "gehuwd_zonder_kinderen", "gehuwd_met_kinderen")
TOLERANCE = 0.02
"""float32 holds about seven digits: of an amount of 3,000 euros a few hundredths of a cent, and a cent when it rounds."""


def households(number: int, day: str) -> list[dict[str, Any]]:
    """Invented households, always the same ones: incomes from nothing to over the maximum, half of them with a partner."""
    dice = random.Random(7)
    made = []
    for _ in range(number):
        situatie = dice.choice(SITUATIES)
        facts: dict[str, Any] = {
            "peildatum": day,
            "leefsituatie": situatie,
            "belastbaar_jaarinkomen": f"{dice.randrange(0, 100_000)}.{dice.randrange(100):02d}",
            "netto_maandinkomen": f"{dice.randrange(800, 4_000)}.00",
            "ander_eigen_inkomen_per_maand": f"{dice.choice((0, 0, 0, 250))}.00",
        }
        if situatie.startswith("gehuwd"):
            facts["inkomen_partner_per_maand"] = f"{dice.choice((0, 600, 1800))}.00"
        made.append(facts)
    return made


def bench(small: bool, rounds: int) -> list[Line]:
    """All three; OpenFisca in turn with ours."""
    one, many = (SMALL, SMALL * 10) if small else (ONE_BY_ONE, ALL)
    singly = f"beslagvrije voet met uitleg, {one} huishoudens een voor een"
    everyone = f"normwijziging: {many} huishoudens met uitleg, {CORES} kernen"
    return [
        _compare(singly, "one", "OpenFisca met tracer, zoals zijn /trace", "ask", one, "≤ 0.10×", rounds),
        _compare(singly, "one", "OpenFisca met tracer, uit kolommen", "columns", one, "≤ 0.10×", rounds),
        _compare(
            everyone,
            "all",
            "OpenFisca, één vector: geen uitleg per huishouden",
            "vector",
            many,
            "< 60 s",
            rounds,
        ),
        _page(rounds),
    ]


def _page(rounds: int) -> Line:
    number = 500
    taken = [run_side("bench.rekenen", "--work", "page", "--number", str(number)) for _ in range(rounds)]
    return Line(
        f"{number} keer een pagina: {middle(taken) / number * 1000:.2f} ms per keer",
        "–",
        middle(taken),
        None,
        None,
        None,
        "< 50 ms per keer",
        max(one.memory for one in taken),
    )


def _compare(title: str, work: str, peer: str, other: str, number: int, goal: str, rounds: int) -> Line:
    def ours() -> Taken:
        return run_side("bench.rekenen", "--work", work, "--number", str(number))

    def theirs() -> Taken:
        return run_side("bench.rekenen", "--work", other, "--number", str(number))

    mine, others = alternate(rounds, ours, theirs)
    _check(mine[-1].outcome, others[-1].outcome)
    return Line(
        title,
        peer,
        middle(mine),
        middle(others),
        middle(mine) / middle(others),
        middle(mine, "cpu") / middle(others, "cpu"),
        goal,
        max(taken.memory for taken in mine),
    )


def _check(ours: Mapping[str, float], theirs: Mapping[str, float]) -> None:
    """Compare the sum and a sample: the outcomes of a hundred thousand households are too many to pass on."""
    for name, amount in ours.items():
        allowed = TOLERANCE * (ours["aantal"] if name == "som" else 1)
        if abs(amount - theirs[name]) > allowed:
            raise RuntimeError(f"De uitkomsten verschillen: {name} is {amount} en {theirs[name]}.")


def _sample(amounts: list[float]) -> dict[str, float]:
    step = max(1, len(amounts) // 5)
    sample = {str(place): amounts[place] for place in range(0, len(amounts), step)}
    return {"aantal": len(amounts), "som": round(sum(amounts), 2), **sample}


def _ours_one(number: int) -> tuple[Taken, list[float]]:
    facts = households(number, DATUM)
    _compute(facts[0])
    with clock() as timed:
        amounts = [_compute(one)["uitkomst"] for one in facts]
    return timed.taken, [float(amount) for amount in amounts]


def _compute(facts: Mapping[str, Any]) -> dict[str, Any]:
    from waakvlam.domain.rekenen.beslagvrije_voet import bereken_beslagvrije_voet, lees_invoer

    return bereken_beslagvrije_voet(lees_invoer(facts)).als_dict()


def _recompute(facts: Mapping[str, Any]) -> Decimal | None:
    """One household under the new norms, with its explanation; only the amount goes back to the first process."""
    from waakvlam.domain.rekenen.beslagvrije_voet import bereken_beslagvrije_voet, lees_invoer

    return bereken_beslagvrije_voet(lees_invoer({**facts, "peildatum": DATUM})).uitkomst


def _ours_all(number: int) -> tuple[Taken, list[float]]:
    facts = households(number, VORIGE)
    _compute(facts[0])
    with clock() as timed, multiprocessing.Pool(CORES) as pool:
        done = pool.map(_recompute, facts, chunksize=1_000)
        pool.close()
        pool.join()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    timed.taken.cpu += children.ru_utime + children.ru_stime
    timed.taken.memory = peak_memory() + CORES * children.ru_maxrss / 1024
    return timed.taken, [float(amount or 0) for amount in done]


def _ours_page(number: int) -> tuple[Taken, list[float]]:
    from waakvlam.domain.rekenen.beslagvrije_voet import bereken_beslagvrije_voet, lees_invoer
    from waakvlam.domain.rekenen.bewoner import leg_uit_aan_bewoner

    facts = households(number, DATUM)
    leg_uit_aan_bewoner(_compute(facts[0]))
    with clock() as timed:
        for one in facts:
            leg_uit_aan_bewoner(bereken_beslagvrije_voet(lees_invoer(one)).als_dict())
    return timed.taken, []


def _columns(facts: list[dict[str, Any]]) -> dict[str, Any]:
    import numpy as np

    from bench.rekenen_openfisca import INPUTS

    names = {
        "inkomen_partner": "inkomen_partner_per_maand",
        "ander_eigen_inkomen": "ander_eigen_inkomen_per_maand",
    }
    amounts = {name: np.array([float(one.get(names.get(name, name), 0)) for one in facts]) for name in INPUTS}
    return {"leefsituatie": np.array([one["leefsituatie"] for one in facts]), **amounts}


def _theirs_ask(number: int) -> tuple[Taken, list[float]]:
    from bench.rekenen_openfisca import OUTCOME, ask, build_system

    system = build_system()
    situations = [_situation(one) for one in households(number, DATUM)]
    ask(system, PERIODE, situations[0])
    with clock() as timed:
        amounts = [
            float(ask(system, PERIODE, one)[f"{OUTCOME}<{PERIODE}>"]["value"][0]) for one in situations
        ]
    return timed.taken, amounts


def _situation(facts: dict[str, Any]) -> dict[str, Any]:
    from bench.rekenen_openfisca import OUTCOME

    columns = {name: {PERIODE: values[0].item()} for name, values in _columns([facts]).items()}
    return {"huishoudens": {"huishouden": {**columns, OUTCOME: {PERIODE: None}}}}


def _theirs_columns(number: int) -> tuple[Taken, list[float]]:
    from bench.rekenen_openfisca import OUTCOME, build_system, simulate

    system = build_system()
    columns = [_columns([one]) for one in households(number, DATUM)]
    simulate(system, PERIODE, columns[0], trace=True)
    amounts = []
    with clock() as timed:
        for one in columns:
            trace = simulate(system, PERIODE, one, trace=True).tracer.get_serialized_flat_trace()
            amounts.append(float(trace[f"{OUTCOME}<{PERIODE}>"]["value"][0]))
    return timed.taken, amounts


def _theirs_vector(number: int) -> tuple[Taken, list[float]]:
    from bench.rekenen_openfisca import OUTCOME, build_system, simulate

    system = build_system()
    columns = _columns(households(number, DATUM))
    with clock() as timed:
        simulation = simulate(system, PERIODE, columns, trace=True)
    return timed.taken, [float(amount) for amount in simulation.calculate(OUTCOME, PERIODE)]


WORK = {
    "one": _ours_one,
    "all": _ours_all,
    "page": _ours_page,
    "ask": _theirs_ask,
    "columns": _theirs_columns,
    "vector": _theirs_vector,
}


def main() -> None:
    """One piece of work of one side, in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", choices=sorted(WORK), required=True)
    parser.add_argument("--number", type=int, required=True)
    given = parser.parse_args()
    taken, amounts = WORK[given.work](given.number)
    taken.outcome = _sample(amounts)
    tell(taken)


if __name__ == "__main__":
    main()
