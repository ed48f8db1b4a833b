"""A levering is known by its sender too. What is there already counts as handed in by the gemeente."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("vroegsignalering", "0001_begin"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="levering", name="levering_een_keer"),
        migrations.AddField(
            model_name="levering",
            name="afzender",
            field=models.TextField(
                default="",
                help_text="Leeg als de gemeente zelf het bestand aanleverde.",
                verbose_name="partnercode van wie leverde",
            ),
        ),
        migrations.AddField(
            model_name="levering",
            name="noemt_anderen",
            field=models.BooleanField(
                default=False, verbose_name="rijen van een andere partner dan de afzender"
            ),
        ),
        migrations.AddConstraint(
            model_name="levering",
            constraint=models.UniqueConstraint(
                fields=("gemeente", "inhoud_hash", "afzender"), name="levering_een_keer"
            ),
        ),
    ]
