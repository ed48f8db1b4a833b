"""Read YAML in which a key may stand once: of two, YAML itself silently keeps the last."""

from typing import Any

import yaml

from waakvlam.domain.common.fouten import WaakvlamFout

_SAMENVOEGEN = "tag:yaml.org,2002:merge"


class _Strikt(yaml.SafeLoader):
    """Refuses a key that stands twice in one block."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        eerder: dict[Any, int] = {}
        for sleutel, _ in node.value:
            if not isinstance(sleutel, yaml.ScalarNode) or sleutel.tag == _SAMENVOEGEN:
                continue
            naam, regel = self.construct_object(sleutel), sleutel.start_mark.line + 1
            if naam in eerder:
                raise WaakvlamFout(
                    f"regel {regel}: '{sleutel.value}' staat er al, op regel {eerder[naam]}. Laat één van de twee staan."
                )
            eerder[naam] = regel
        return super().construct_mapping(node, deep)


class _Letterlijk(_Strikt):
    """Also keeps dates and numbers as the text that was written."""

    yaml_implicit_resolvers: dict[str, Any] = {}


def lees_yaml(tekst: str, *, letterlijk: bool = False) -> Any:
    """Read YAML text; with `letterlijk` every value stays the text that was written, so that no amount is rounded.

    Raises WaakvlamFout that names the line: for a key that stands twice, and for text that is no YAML.
    """
    try:
        return yaml.load(tekst, _Letterlijk if letterlijk else _Strikt)  # noqa: S506  both are SafeLoaders
    except yaml.YAMLError as fout:
        merk = getattr(fout, "problem_mark", None)
        plek = f" (regel {merk.line + 1})" if merk else ""
        raise WaakvlamFout(f"dit is geen geldige YAML{plek}. Controleer inspringing en leestekens.") from fout
