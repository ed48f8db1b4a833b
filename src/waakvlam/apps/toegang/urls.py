"""Pages of toegang."""

from django.urls import path

from waakvlam.apps.toegang import views

app_name = "toegang"
urlpatterns = [
    path("gemeente-kiezen", views.gemeente_kiezen, name="gemeente_kiezen"),
]
