"""Tags behind the components: icons, links that keep the query, form inputs, page numbers."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField, widgets
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from waakvlam.foundation.ui.iconen import PADEN

register = template.Library()

SORTEER = "sorteer"
PAGINA = "pagina"

STATUS_ICOON = {
    "neutraal": "stip",
    "succes": "gelukt",
    "waarschuwing": "waarschuwing",
    "fout": "fout",
    "bezig": "bezig",
    "wacht": "klok",
    "uit": "streep",
}
STATUS_KLASSE = {
    "neutraal": "utrecht-status-badge--neutral",
    "succes": "utrecht-status-badge--success",
    "waarschuwing": "utrecht-status-badge--warning",
    "fout": "utrecht-status-badge--error",
    "bezig": "utrecht-status-badge--neutral",
    "wacht": "wv-status--wacht",
    "uit": "wv-status--uit",
}
ALERT = {
    "info": ("info", "info", "Ter informatie"),
    "gelukt": ("ok", "gelukt", "Gelukt"),
    "waarschuwing": ("warning", "waarschuwing", "Let op"),
    "fout": ("error", "fout", "Fout"),
}
BERICHT_SOORT = {
    "debug": "info",
    "info": "info",
    "success": "gelukt",
    "warning": "waarschuwing",
    "error": "fout",
}


@register.simple_tag
def icoon(naam: str, tekst: str = "") -> SafeString:
    """Draw an icon. Decorative unless `tekst` names it. An unknown name raises KeyError."""
    if tekst:
        return format_html(
            '<svg class="wv-icoon" viewBox="0 0 24 24" role="img" aria-label="{}"><path d="{}"/></svg>',
            tekst,
            PADEN[naam],
        )
    return format_html(
        '<svg class="wv-icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        PADEN[naam],
    )


@register.filter
def veilig(attrs: Any) -> SafeString:
    """Write the attributes that a component passes on, so that no value can leave its quotes.

    django-cotton writes a `:name="value"` attribute as it is; `&` stays, since `{{ }}` has escaped it already.
    """
    delen = []
    for naam, waarde in attrs.items():
        if naam in attrs._exclude_from_str or waarde is False or waarde is None:
            continue
        tekst = str(waarde).replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
        delen.append(naam if waarde is True else f'{naam}="{tekst}"')
    return mark_safe(" ".join(delen))  # noqa: S308 - quotes and angle brackets are escaped above


@register.filter
def status_klasse(soort: str) -> str:
    """Give the class of a status kind; an unknown kind looks neutral."""
    return STATUS_KLASSE.get(soort, STATUS_KLASSE["neutraal"])


@register.filter
def status_icoon(soort: str) -> str:
    """Give the icon of a status kind, so that colour is never the only sign."""
    return STATUS_ICOON.get(soort, STATUS_ICOON["neutraal"])


@register.filter
def alert_delen(soort: str) -> dict[str, str]:
    """Give design-system name, icon and spoken word of an alert kind."""
    naam, beeld, woord = ALERT.get(soort, ALERT["info"])
    return {"naam": naam, "icoon": beeld, "woord": woord}


@register.filter
def bericht_soort(tags: str) -> str:
    """Translate the level tag of Django's messages to an alert kind."""
    return next((BERICHT_SOORT[tag] for tag in str(tags).split() if tag in BERICHT_SOORT), "info")


def _vraag(context: Context, weg: tuple[str, ...] = (), **nieuw: str) -> str:
    """Give the query string of this request with `nieuw` put in and `weg` left out."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    for naam in weg:
        query.pop(naam, None)
    for naam, waarde in nieuw.items():
        query[naam] = waarde
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def vraag_met(context: Context, naam: str, waarde: Any) -> str:
    """Give this page's query string with one parameter changed, from the first page on."""
    return _vraag(context, (PAGINA,), **{naam: str(waarde)})


@register.simple_tag(takes_context=True)
def pagina_url(context: Context, nummer: int, naam: str = PAGINA) -> str:
    """Give this page's query string with another page number."""
    return _vraag(context, **{naam: str(nummer)})


@register.simple_tag(takes_context=True)
def sorteer_stand(context: Context, veld: str, aflopend: Any = False, standaard: str = "") -> dict[str, str]:
    """Tell how a column is sorted now and where a click leads; `-veld` is descending.

    `aflopend`: the first click sorts descending. `standaard`: what the page sorts on when nothing is chosen.
    """
    request = context.get("request")
    nu = (request.GET.get(SORTEER) if request else None) or standaard
    eerst = f"-{veld}" if aflopend else veld
    andersom = veld if aflopend else f"-{veld}"
    volgende = andersom if nu == eerst else eerst
    richting = {veld: "ascending", f"-{veld}": "descending"}.get(nu, "")
    beeld = {"ascending": "pijl-op", "descending": "pijl-neer"}.get(richting, "op-neer")
    return {
        "url": _vraag(context, (PAGINA,), **{SORTEER: volgende}),
        "aria": richting,
        "icoon": beeld,
        "hint": "aflopend" if volgende.startswith("-") else "oplopend",
    }


@register.filter
def paginanummers(pagina: Page) -> list[int | str]:
    """Give the numbers to show round the current page, with the paginator's dots between."""
    return list(pagina.paginator.get_elided_page_range(pagina.number, on_each_side=2, on_ends=1))


@register.filter
def actieve_filters(formulier: Any) -> list[str]:
    """Say which filters of a bound form are chosen, as `Opvolging Telefoon`; a wrong value is no filter."""
    if not formulier.is_bound:
        return []
    formulier.is_valid()
    gekozen = []
    for veld in formulier:
        waarde = formulier.cleaned_data.get(veld.name)
        if veld.is_hidden or waarde in ("", None, []):
            continue
        namen = dict(getattr(veld.field, "choices", ()))
        if namen:
            waarden = waarde if isinstance(waarde, list) else [waarde]
            gekozen.append(f"{veld.label} {', '.join(str(namen.get(deel, deel)) for deel in waarden)}")
        else:
            gekozen.append(f"{veld.label} {veld.value()}")
    return gekozen


@register.filter
def is_groep(veld: BoundField) -> bool:
    """Whether the field is a group of choices, which needs a fieldset with legend."""
    return isinstance(veld.field.widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple)


@register.filter
def is_vinkje(veld: BoundField) -> bool:
    """Whether the field is one checkbox, whose label stands behind it."""
    return isinstance(veld.field.widget, widgets.CheckboxInput)


def _klasse(widget: widgets.Widget, fout: bool) -> str:
    if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return ""
    if isinstance(widget, widgets.CheckboxInput):
        return ""
    if isinstance(widget, widgets.Textarea):
        naam, extra = "utrecht-textarea", "utrecht-textarea--html-textarea"
    elif isinstance(widget, widgets.Select):
        naam, extra = "utrecht-select", "utrecht-select--html-select"
    else:
        naam, extra = "utrecht-textbox", "utrecht-textbox--html-input"
    return f"{naam} {extra} {naam}--invalid" if fout else f"{naam} {extra}"


@register.simple_tag
def veld_invoer(veld: BoundField) -> SafeString:
    """Draw the input of a form field in the design system's classes, tied to its help and error."""
    fout = bool(veld.errors)
    attrs: dict[str, Any] = {}
    klasse = f"{_klasse(veld.field.widget, fout)} {veld.field.widget.attrs.get('class', '')}".strip()
    if klasse:
        attrs["class"] = klasse
    bij = [f"{veld.auto_id}_helptext"] if veld.help_text else []
    bij += [f"{veld.auto_id}_error"] if fout else []
    if bij and not veld.use_fieldset:
        attrs["aria-describedby"] = " ".join(bij)
    if fout and not veld.use_fieldset:
        attrs["aria-invalid"] = "true"
    return veld.as_widget(attrs=attrs)


@register.simple_tag
def formulier_foutenlijst(formulier: Any) -> list[dict[str, str]]:
    """List every error of a form with the id of its input, in the order of the fields."""
    fouten = [{"id": "", "tekst": tekst} for tekst in formulier.non_field_errors()]
    for veld in formulier:
        doel = f"{veld.auto_id}_0" if is_groep(veld) else veld.id_for_label
        fouten += [{"id": doel, "label": veld.label, "tekst": tekst} for tekst in veld.errors]
    return fouten
