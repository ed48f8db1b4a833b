import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import waakvlam.apps.berekeningen.velden
from waakvlam.foundation.tenancy.operations import EnableRLS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_functies"),
        ("toegang", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Berekening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=40, verbose_name="soort")),
                ("peildatum", models.DateField(verbose_name="peildatum")),
                (
                    "omschrijving",
                    models.CharField(blank=True, default="", max_length=80, verbose_name="omschrijving"),
                ),
                ("dossier", models.CharField(blank=True, default="", max_length=80, verbose_name="dossier")),
                (
                    "feiten",
                    waakvlam.apps.berekeningen.velden.VersleuteldeJson(editable=True, verbose_name="feiten"),
                ),
                (
                    "uitkomst",
                    waakvlam.apps.berekeningen.velden.VersleuteldeJson(
                        editable=True, verbose_name="uitkomst"
                    ),
                ),
                ("moment", models.DateTimeField(verbose_name="moment")),
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gebruiker",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_column="gemeente",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toegang.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "vorige",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="berekeningen.berekening",
                        verbose_name="gemaakt uit",
                    ),
                ),
            ],
            options={
                "verbose_name": "berekening",
                "verbose_name_plural": "berekeningen",
                "ordering": ("-moment", "-pk"),
                "indexes": [
                    models.Index(fields=["gemeente", "-moment"], name="berekening_moment"),
                    models.Index(fields=["gemeente", "dossier", "-moment"], name="berekening_dossier"),
                ],
            },
        ),
        EnableRLS("berekening"),
    ]
