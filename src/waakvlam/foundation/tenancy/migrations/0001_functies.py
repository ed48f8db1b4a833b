"""The functions that policies and triggers call."""

from django.db import migrations

from waakvlam.foundation.tenancy import sql


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(sql.FUNCTIES, sql.FUNCTIES_WEG)]
