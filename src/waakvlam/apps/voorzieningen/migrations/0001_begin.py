import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from waakvlam.foundation.tenancy.operations import AppendOnly, EnableRLS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_functies"),
        ("toegang", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Regelingenversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("inhoud", models.JSONField(verbose_name="inhoud")),
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
            ],
            options={
                "verbose_name": "regelingenversie",
                "verbose_name_plural": "regelingenversies",
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["gemeente", "-id"], name="regelingenversie_laatste")],
            },
        ),
        EnableRLS("regelingenversie"),
        AppendOnly("regelingenversie"),
    ]
