"""Pages of voorzieningen. Addresses hold numbers only."""

from django.urls import path

from waakvlam.apps.voorzieningen.web import aanvragen, check, openbaar, regelingen

app_name = "voorzieningen"
urlpatterns = [
    path("inkomenscheck/", openbaar.kies_gemeente, name="kies_gemeente"),
    path("inkomenscheck/<str:code>/", openbaar.inkomenscheck, name="inkomenscheck"),
    path("regelingen/", regelingen.regelingen, name="regelingen"),
    path("regelingen/versie/<int:pk>/", regelingen.regelingenversie, name="regelingenversie"),
    path("regelingen/wijzig/<str:code>/", regelingen.regelingen_wijzig, name="regelingen_wijzig"),
    path("voorzieningen/", aanvragen.overzicht, name="overzicht"),
    path("voorzieningen/check/", check.nieuwe_check, name="nieuwe_check"),
    path("voorzieningen/check/<int:pk>/", check.check, name="check"),
    path("voorzieningen/check/<int:pk>/volg/", check.volg, name="volg"),
    path("voorzieningen/<int:pk>/", aanvragen.aanvraag, name="aanvraag"),
    path("voorzieningen/<int:pk>/stap/", aanvragen.stap, name="stap"),
]
