"""What wagtail-localize's own editor posts, kept in our one way of keeping texts."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from rest_framework import status
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views.edit_translation import StringTranslationSerializer

from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.formats import write as write_file
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.packing import packed
from cms.translation.exchange.report import Outcome, Report
from cms.translation.exchange.submission import commissioned
from cms.translation.models import TranslationWork
from cms.translation.texts.units import Unit, units_of
from cms.translation.texts.writing import write
from cms.translation.work.transitions import began, work_on


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def text(request: Any, translation_id: int, string_segment_id: int) -> Response:
    """Keep one text or take it away. A broken one is refused with its sentences and status 400."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    unit = next((one for one in units_of(translation) if one.segment.pk == string_segment_id), None)
    if unit is None:
        raise Http404
    if request.method == "DELETE":
        return _take_away(translation, unit, request.user)
    try:
        write(translation, unit, _value(request.data), user=request.user)
    except ValidationError as error:
        return Response({"error": " ".join(error.messages)}, status=status.HTTP_400_BAD_REQUEST)
    made = status.HTTP_200_OK if unit.target else status.HTTP_201_CREATED
    return Response(_serialized(translation, _record(translation, unit)), status=made)


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Answer with a PO file of the texts as they are on the air in the source now."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    pages = Page.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.source.locale_id, live=True
    )
    found = commissioned(pages.select_related("locale__profile"), translation.target_locale)
    if not found:
        messages.error(request, _("The source page is not published. Publish it first, then export its texts."))
        return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
    file = packed(found[0], 1)
    answer = HttpResponse(write_file(file, found[0], FileFormat.PO), content_type="text/x-gettext-translation")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{file.name}.po")
    return answer


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take a file of this translation in."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Choose a file first."))
    else:
        # Unsaved: it only names the page and the language that the file has to be of.
        here = TranslationWork(translation_key=translation.source.object_id, locale_id=translation.target_locale_id)
        report = import_file(file, file.name, works=[here], user=request.user)
        _tell(request, report)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _value(data: Any) -> str:
    """Return the text that was sent. What is no form is whatever JSON can be."""
    value = data.get("value", "") if isinstance(data, Mapping) else None
    if not isinstance(value, str):
        raise ValidationError(_("Send the translation as a text named “value”."))
    return value


def _tell(request: HttpRequest, report: Report) -> None:
    taken = len([entry for entry in report.entries if entry.outcome == Outcome.TAKEN])
    sentence = ngettext("%(count)d text was taken.", "%(count)d texts were taken.", taken)
    messages.success(request, sentence % {"count": taken})
    for entry in report.entries:
        for fault in entry.sentences:
            messages.error(request, fault)


def _take_away(translation: Translation, unit: Unit, user: Any) -> Response:
    record = _record(translation, unit)
    if record is None:
        return Response(status=status.HTTP_404_NOT_FOUND)
    record.delete()
    began(work_on(translation), user)
    return Response(_serialized(translation, record))


def _record(translation: Translation, unit: Unit) -> StringTranslation | None:
    return StringTranslation.objects.filter(
        translation_of_id=unit.segment.string_id,
        context_id=unit.segment.context_id,
        locale_id=translation.target_locale_id,
    ).first()


def _serialized(translation: Translation, record: StringTranslation | None) -> Any:
    return StringTranslationSerializer(record, context={"translation_source": translation.source}).data
