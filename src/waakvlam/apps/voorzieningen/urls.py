"""Pages of voorzieningen. Addresses hold numbers only."""

from django.urls import path

from waakvlam.apps.voorzieningen.web import openbaar

app_name = "voorzieningen"
urlpatterns = [
    path("inkomenscheck/", openbaar.kies_gemeente, name="kies_gemeente"),
    path("inkomenscheck/<str:code>/", openbaar.inkomenscheck, name="inkomenscheck"),
]
