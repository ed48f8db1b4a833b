import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from waakvlam.foundation.tenancy.operations import EnableRLS


class Migration(migrations.Migration):
    dependencies = [
        ("berekeningen", "0001_begin"),
        ("toegang", "0001_begin"),
        ("voorzieningen", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.CharField(max_length=100, verbose_name="sleutel")),
                ("naam", models.CharField(max_length=100, verbose_name="naam")),
                (
                    "verwacht",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, null=True, verbose_name="verwacht per maand"
                    ),
                ),
                (
                    "berekening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="berekeningen.berekening",
                        verbose_name="inkomenscheck",
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
            ],
            options={
                "verbose_name": "aanvraag",
                "verbose_name_plural": "aanvragen",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Aanvraagstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField(verbose_name="nummer")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("mogelijk", "nog niet aangevraagd"),
                            ("niet_gewenst", "niet gewenst"),
                            ("aangevraagd", "aangevraagd"),
                            ("toegekend", "toegekend"),
                            ("afgewezen", "afgewezen"),
                            ("beeindigd", "beëindigd"),
                        ],
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "bedrag",
                    models.DecimalField(decimal_places=2, max_digits=12, null=True, verbose_name="bedrag"),
                ),
                (
                    "per",
                    models.CharField(
                        blank=True,
                        choices=[("maand", "per maand"), ("jaar", "per jaar"), ("eenmalig", "één keer")],
                        default="",
                        max_length=10,
                        verbose_name="per",
                    ),
                ),
                ("notitie", models.CharField(blank=True, default="", max_length=200, verbose_name="notitie")),
                ("moment", models.DateTimeField(verbose_name="moment")),
                (
                    "aanvraag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="voorzieningen.aanvraag",
                        verbose_name="aanvraag",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "stap van een aanvraag",
                "verbose_name_plural": "stappen van aanvragen",
                "ordering": ("aanvraag", "nummer"),
            },
        ),
        migrations.AddConstraint(
            model_name="aanvraag",
            constraint=models.UniqueConstraint(
                fields=("berekening", "sleutel"), name="aanvraag_een_per_recht"
            ),
        ),
        migrations.AddConstraint(
            model_name="aanvraagstap",
            constraint=models.UniqueConstraint(
                fields=("aanvraag", "nummer"), name="aanvraagstap_een_per_nummer"
            ),
        ),
        EnableRLS("aanvraag"),
        EnableRLS("aanvraagstap"),
    ]
