"""Tasks are seen per gemeente; a partner sees its own."""

from django.db import migrations

from waakvlam.foundation.tenancy.operations import EnableRLS


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_begin"), ("tenancy", "0001_functies")]
    operations = [EnableRLS("taak", partner_kolom="partner")]
