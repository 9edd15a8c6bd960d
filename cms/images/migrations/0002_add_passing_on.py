from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("images", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="customimage",
            name="passing_on_agreed",
            field=models.BooleanField(
                default=False,
                help_text="Author or agency agreed that others may show it too, such as apps and other offices that read the content API. Under an open licence everybody may, whatever is chosen here.",
                verbose_name="may be passed on",
            ),
        ),
    ]
