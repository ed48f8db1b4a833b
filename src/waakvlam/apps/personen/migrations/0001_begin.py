import django.db.models.deletion
from django.db import migrations, models

import waakvlam.foundation.pii.fields
from waakvlam.foundation.tenancy.operations import EnableRLS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_functies"),
        ("toegang", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Betrokkene",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("partner", models.TextField(verbose_name="partnercode")),
                ("voorletters", models.TextField(null=True)),
                ("voornamen", models.TextField(null=True)),
                ("tussenvoegsel", models.TextField(null=True)),
                ("achternaam", models.TextField()),
                (
                    "geboortedatum",
                    models.CharField(
                        max_length=10, null=True, verbose_name="geboortedatum (JJJJ-MM-DD, 00 = onbekend)"
                    ),
                ),
                (
                    "bsn",
                    waakvlam.foundation.pii.fields.EncryptedTextField(
                        editable=True, null=True, verbose_name="BSN"
                    ),
                ),
                ("bsn_index", models.BinaryField(null=True)),
                ("postcode", models.CharField(max_length=6)),
                ("huisnummer", models.IntegerField()),
                ("huistoevoeging", models.TextField(default="")),
                ("straat", models.TextField(null=True)),
                ("woonplaats", models.TextField(null=True)),
                ("telefoon", models.TextField(null=True)),
                ("email", models.TextField(null=True, verbose_name="e-mail")),
                ("persoon", models.BigIntegerField(null=True, verbose_name="nummer van de persoon")),
                (
                    "gemeente",
                    models.ForeignKey(
                        db_column="gemeente",
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="toegang.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "betrokkene",
                "verbose_name_plural": "betrokkenen",
            },
        ),
        migrations.CreateModel(
            name="Twijfelpaar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kans", models.FloatField(verbose_name="kans dat het één persoon is (0–1)")),
                ("waarom", models.JSONField(default=list)),
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
                    "links",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="personen.betrokkene",
                    ),
                ),
                (
                    "rechts",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="personen.betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "twijfelpaar",
                "verbose_name_plural": "twijfelparen",
            },
        ),
        migrations.AddIndex(
            model_name="betrokkene",
            index=models.Index(
                models.F("gemeente"),
                models.F("bsn_index"),
                condition=models.Q(("bsn_index__isnull", False)),
                name="betrokkene_bsn",
            ),
        ),
        migrations.AddIndex(
            model_name="betrokkene",
            index=models.Index(
                models.F("gemeente"),
                models.F("persoon"),
                condition=models.Q(("persoon__isnull", False)),
                name="betrokkene_persoon",
            ),
        ),
        migrations.AddConstraint(
            model_name="twijfelpaar",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "links", "rechts"), name="twijfelpaar_een_keer"
            ),
        ),
        EnableRLS("betrokkene", partner_kolom="partner"),
        EnableRLS("twijfelpaar"),
    ]
