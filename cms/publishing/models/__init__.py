"""Records of this room."""

from cms.publishing.models.address import KnownAddress, ToldRights
from cms.publishing.models.change import Change, ChangeCounter
from cms.publishing.models.draft import DraftLink, PreviewSnapshot
from cms.publishing.models.webhook import Delivery, Webhook

__all__ = [
    "Change",
    "ChangeCounter",
    "Delivery",
    "DraftLink",
    "KnownAddress",
    "PreviewSnapshot",
    "ToldRights",
    "Webhook",
]
