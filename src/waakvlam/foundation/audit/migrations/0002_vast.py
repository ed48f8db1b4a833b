"""Events are seen per gemeente by workers, added by everyone, and never changed."""

from django.db import migrations

from waakvlam.foundation.tenancy import sql
from waakvlam.foundation.tenancy.operations import AppendOnly

SCHRIJVEN = (
    "case when gemeente is null then true else gemeente = any((select waakvlam_gemeenten())::text[]) end"
)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_begin"), ("tenancy", "0001_functies")]
    operations = [
        migrations.RunSQL(
            sql.zet_aan("audit_gebeurtenis", sql.voorwaarde("gemeente", None), SCHRIJVEN),
            sql.zet_uit("audit_gebeurtenis"),
        ),
        AppendOnly("gebeurtenis"),
    ]
