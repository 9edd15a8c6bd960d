"""Making renditions when a picture arrives."""

from django_tasks import task

from cms.images.models import CustomImage
from cms.images.roles import FORMATS, ROLES


def make_first_renditions(image: CustomImage) -> None:
    """Make one JPEG per role at once, so that the picture can be shown everywhere from now on."""
    image.get_renditions(*(role.fallback_spec for role in ROLES.values()))


@task()
def make_all_renditions(image_id: int) -> None:
    """Make every size in every format; does nothing for a picture that was deleted meanwhile."""
    image = CustomImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    for role in ROLES.values():
        for image_format in FORMATS:
            image.get_renditions(*role.specs(image_format))
