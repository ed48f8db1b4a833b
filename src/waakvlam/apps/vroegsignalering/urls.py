"""Pages of vroegsignalering. Addresses hold numbers and filters only: never a name, an address or a kenmerk."""

from django.urls import path

from waakvlam.apps.vroegsignalering.web import beleid, leveringen, maandrun, melding, meldingen

app_name = "vroegsignalering"
urlpatterns = [
    path("leveringen/", leveringen.leveringen, name="leveringen"),
    path("leveringen/nieuw/", leveringen.levering_nieuw, name="levering_nieuw"),
    path("leveringen/<int:pk>/", leveringen.levering, name="levering"),
    path("leveringen/<int:pk>/voortgang/", leveringen.levering_voortgang, name="levering_voortgang"),
    path("leveringen/<int:pk>/inlezen/", leveringen.levering_inlezen, name="levering_inlezen"),
    path("leveringen/<int:pk>/geweigerd.xlsx", leveringen.levering_geweigerd, name="levering_geweigerd"),
    path("meldingen/", meldingen.meldingen, name="meldingen"),
    path("meldingen/niet-opgepakt/", meldingen.niet_opgepakt, name="niet_opgepakt"),
    path("meldingen/zoek/", meldingen.zoek, name="zoek"),
    path("meldingen/<int:pk>/", melding.melding, name="melding"),
    path("maandrun/", maandrun.maandrun, name="maandrun"),
    path("maandrun/<int:pk>/voortgang/", maandrun.maandrun_voortgang, name="maandrun_voortgang"),
    path("afwegingskader/", beleid.beleid, name="beleid"),
    path("afwegingskader/<int:pk>/", beleid.beleidsversie, name="beleidsversie"),
]
