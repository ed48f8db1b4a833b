"""Pages that cross contexts."""

from django.urls import path

from waakvlam.portal.views import home, taken

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("taken/", taken.taken, name="taken"),
    path("taken/<int:pk>/", taken.taak, name="taak"),
    path("taken/<int:pk>/voortgang/", taken.taak_voortgang, name="taak_voortgang"),
    path("taken/<int:pk>/stop/", taken.taak_stop, name="taak_stop"),
]
