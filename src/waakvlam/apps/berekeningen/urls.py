"""Pages of berekeningen. Addresses hold numbers only."""

from django.urls import path

from waakvlam.apps.berekeningen.web import (
    begroting_bestand,
    begroting_naast,
    berekening,
    hercontrole,
    overzicht,
    rekenmachine,
)

app_name = "berekeningen"
urlpatterns = [
    path("", overzicht.overzicht, name="overzicht"),
    path("<int:pk>/", berekening.berekening, name="berekening"),
    path("<int:pk>/berekening.json", berekening.berekening_json, name="berekening_json"),
    path("<int:pk>/berekening.pdf", berekening.berekening_pdf, name="berekening_pdf"),
    path("<int:pk>/wat-als/", berekening.wat_als, name="wat_als"),
    path("<int:pk>/brief/", berekening.brief, name="brief"),
    path("<int:pk>/brief.txt", berekening.brief_tekst, name="brief_tekst"),
    path("<int:pk>/begroting.xlsx", begroting_bestand.bewaard_xlsx, name="begroting_xlsx"),
    path("<int:pk>/begroting.csv", begroting_bestand.bewaard_csv, name="begroting_csv"),
    path("<int:pk>/voor-en-na/", begroting_naast.naast, name="begroting_naast"),
    path("<int:pk>/hercontrole/", hercontrole.hercontrole, name="hercontrole"),
    path("begroting/begroting.xlsx", begroting_bestand.ingevuld_xlsx, name="begroting_ingevuld_xlsx"),
    path("begroting/begroting.csv", begroting_bestand.ingevuld_csv, name="begroting_ingevuld_csv"),
    path("begroting/inlezen/", begroting_bestand.inlezen, name="begroting_inlezen"),
    path("<slug:soort>/", rekenmachine.rekenmachine, name="rekenmachine"),
]
