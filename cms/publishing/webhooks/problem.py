"""Why a message did not arrive."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Problem(models.TextChoices):
    """What went wrong, in sentences for staff."""

    BAD_ADDRESS = "bad_address", _("The address must look like https://host/path.")
    NO_ADDRESS = "no_address", _("The host of this address is not known.")
    PRIVATE = "private", _("The address is in a private network, where nothing may be sent to.")
    TIMEOUT = "timeout", _("No answer came in time.")
    CONNECTION = "connection", _("No connection could be made, or it broke.")
    CERTIFICATE = "certificate", _("The certificate of the server is not valid for this address.")
    REDIRECT = "redirect", _("The answer was a redirect, which is not followed.")
    STATUS = "status", _("The answer was an error.")
