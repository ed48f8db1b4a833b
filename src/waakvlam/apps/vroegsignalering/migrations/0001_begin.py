import django.db.models.deletion
from django.db import migrations, models

import waakvlam.foundation.pii.fields
from waakvlam.foundation.tenancy.operations import EnableRLS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_functies"),
        ("personen", "0001_begin"),
        ("toegang", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Beleidsversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.TextField()),
                ("geldig_vanaf", models.DateField()),
                ("tekst", models.TextField(verbose_name="afwegingskader als YAML")),
                ("vastgesteld_op", models.DateTimeField()),
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
                "verbose_name": "afwegingskader",
                "verbose_name_plural": "afwegingskaders",
                "ordering": ("-geldig_vanaf", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Levering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "partner",
                    models.TextField(
                        default="",
                        help_text="Leeg als het bestand meer partners bevat.",
                        verbose_name="partnercode",
                    ),
                ),
                ("bestandsnaam", models.TextField()),
                ("inhoud_hash", models.CharField(max_length=64, verbose_name="SHA-256 van de inhoud")),
                ("grootte", models.BigIntegerField(verbose_name="grootte in bytes")),
                ("opslag", models.TextField(verbose_name="plaats van het versleutelde bestand")),
                ("ontvangen_op", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "Ontvangen"),
                            ("ingelezen", "Ingelezen"),
                            ("mislukt", "Niet te lezen"),
                        ],
                        default="ontvangen",
                        max_length=12,
                    ),
                ),
                ("ingelezen_op", models.DateTimeField(null=True)),
                ("aantal_signalen", models.IntegerField(default=0)),
                ("aantal_geweigerd", models.IntegerField(default=0, verbose_name="geweigerde rijen")),
                ("waarschuwingen", models.JSONField(default=list)),
                ("foutmelding", models.TextField(default="")),
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
                "verbose_name": "levering",
                "verbose_name_plural": "leveringen",
                "ordering": ("-ontvangen_op", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Leveringsfout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("partner", models.TextField(default="", verbose_name="partnercode")),
                ("rij", models.BigIntegerField()),
                ("kolom", models.TextField(default="")),
                ("waarde", waakvlam.foundation.pii.fields.EncryptedTextField(editable=True, null=True)),
                ("fout", models.TextField()),
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
                    "levering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fouten",
                        to="vroegsignalering.levering",
                    ),
                ),
            ],
            options={
                "verbose_name": "leveringsfout",
                "verbose_name_plural": "leveringsfouten",
                "ordering": ("rij", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Maandrun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("maand", models.IntegerField()),
                (
                    "invoer_hash",
                    models.CharField(
                        max_length=64, verbose_name="SHA-256 van signalen, geschiedenis en beleid"
                    ),
                ),
                ("gedraaid_op", models.DateTimeField()),
                ("aantal_signalen", models.IntegerField()),
                ("aantal_meldingen", models.IntegerField()),
                ("aantal_niet_opgepakt", models.IntegerField()),
                (
                    "beleidsversie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vroegsignalering.beleidsversie",
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
                "verbose_name": "maandrun",
                "verbose_name_plural": "maandruns",
                "ordering": ("-maand",),
            },
        ),
        migrations.CreateModel(
            name="Melding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("maand", models.IntegerField()),
                ("sleutel", models.TextField()),
                ("rang", models.IntegerField()),
                ("aantal", models.IntegerField(verbose_name="getelde eenheden")),
                ("aantal_signalen", models.IntegerField()),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=15)),
                ("dagen", models.IntegerField(verbose_name="langste achterstand in dagen")),
                ("crisissignaal", models.BooleanField()),
                ("meervoudig", models.BooleanField()),
                ("opeenvolgend", models.BooleanField()),
                ("regel", models.IntegerField(verbose_name="regel van het afwegingskader")),
                ("plek_in_regel", models.IntegerField()),
                ("binnen_quotum", models.BooleanField()),
                ("eerste_ontvangst", models.DateField()),
                ("opvolging", models.TextField()),
                ("uiterlijk", models.DateField(null=True)),
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
                    "maandrun",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meldingen",
                        to="vroegsignalering.maandrun",
                    ),
                ),
            ],
            options={
                "verbose_name": "melding",
                "verbose_name_plural": "meldingen",
                "ordering": ("gemeente", "rang"),
            },
        ),
        migrations.CreateModel(
            name="Signaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("partner", models.TextField(verbose_name="partnercode")),
                ("rij", models.BigIntegerField(verbose_name="rij in de levering")),
                ("soort", models.TextField()),
                ("kenmerk", models.TextField()),
                ("maand", models.IntegerField()),
                ("signaaldatum", models.DateField()),
                ("ontvangstdatum", models.DateField()),
                ("ontstaansdatum", models.DateField()),
                ("dagen", models.IntegerField()),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=15)),
                ("sleutel_adres", models.TextField()),
                ("crisissignaal", models.BooleanField()),
                ("warme_overdracht", models.BooleanField()),
                ("bezwaar", models.BooleanField()),
                ("rechtspersoon", models.BooleanField()),
                ("zakelijk", models.BooleanField()),
                ("einde_levering", models.DateField(null=True)),
                ("persoonlijk_contact", models.BooleanField(null=True)),
                ("gewezen_op_schuldhulp", models.BooleanField(null=True)),
                ("hulp_aangeboden", models.BooleanField(null=True)),
                ("herinnering_datum", models.DateField(null=True)),
                ("oorspronkelijk_bedrag", models.DecimalField(decimal_places=2, max_digits=15, null=True)),
                ("zorgverzekeraar", models.TextField(null=True)),
                ("bewindvoerder", models.TextField(null=True)),
                ("contactpersoon", models.TextField(null=True)),
                ("contact_telefoon", models.TextField(null=True)),
                (
                    "betrokkene",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="signalen",
                        to="personen.betrokkene",
                    ),
                ),
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
                (
                    "levering",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="signalen",
                        to="vroegsignalering.levering",
                    ),
                ),
            ],
            options={
                "verbose_name": "signaal",
                "verbose_name_plural": "signalen",
            },
        ),
        migrations.CreateModel(
            name="Uitkomst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("partner", models.TextField(verbose_name="partnercode")),
                ("maand", models.IntegerField()),
                ("status", models.TextField()),
                ("reden", models.TextField(default="")),
                ("toelichting", models.TextField(default="")),
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
                    "maandrun",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitkomsten",
                        to="vroegsignalering.maandrun",
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitkomsten",
                        to="vroegsignalering.melding",
                    ),
                ),
                (
                    "signaal",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitkomst",
                        to="vroegsignalering.signaal",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitkomst",
                "verbose_name_plural": "uitkomsten",
            },
        ),
        migrations.AddConstraint(
            model_name="levering",
            constraint=models.UniqueConstraint(fields=("gemeente", "inhoud_hash"), name="levering_een_keer"),
        ),
        migrations.AddConstraint(
            model_name="maandrun",
            constraint=models.UniqueConstraint(fields=("gemeente", "maand"), name="maandrun_een_per_maand"),
        ),
        migrations.AddIndex(
            model_name="melding",
            index=models.Index(fields=["gemeente", "maand", "rang"], name="melding_rang"),
        ),
        migrations.AddConstraint(
            model_name="melding",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "maand", "sleutel"), name="melding_een_per_sleutel"
            ),
        ),
        migrations.AddIndex(
            model_name="signaal",
            index=models.Index(fields=["gemeente", "maand"], name="signaal_maand"),
        ),
        migrations.AddIndex(
            model_name="signaal",
            index=models.Index(fields=["gemeente", "sleutel_adres", "maand"], name="signaal_adres"),
        ),
        migrations.AddIndex(
            model_name="uitkomst",
            index=models.Index(fields=["gemeente", "maand"], name="uitkomst_maand"),
        ),
        EnableRLS("levering", partner_kolom="partner"),
        EnableRLS("leveringsfout", partner_kolom="partner"),
        EnableRLS("signaal", partner_kolom="partner"),
        EnableRLS("beleidsversie"),
        EnableRLS("maandrun"),
        EnableRLS("melding"),
        EnableRLS("uitkomst", partner_kolom="partner"),
    ]
