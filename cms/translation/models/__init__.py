"""Records of this room."""

from cms.translation.models.basis import Basis, DraftBasis, ReleaseImportance, Rewrite
from cms.translation.models.comment import WorkComment
from cms.translation.models.memory import MemoryEntry, Term
from cms.translation.models.notices import Notice, NoticePreference
from cms.translation.models.reader_test import ReaderTest
from cms.translation.models.roles import Deputyship, LocaleRole
from cms.translation.models.settings import TranslationSettings
from cms.translation.models.share_link import ShareLink
from cms.translation.models.source_mark import SourceMark
from cms.translation.models.withdrawal import Withdrawal
from cms.translation.models.work import TranslationWork

__all__ = [
    "Basis",
    "Deputyship",
    "DraftBasis",
    "LocaleRole",
    "MemoryEntry",
    "Notice",
    "NoticePreference",
    "ReaderTest",
    "ReleaseImportance",
    "Rewrite",
    "ShareLink",
    "SourceMark",
    "Term",
    "TranslationSettings",
    "TranslationWork",
    "Withdrawal",
    "WorkComment",
]
