"""OpenRosa, as programs on devices speak it (docs.getodk.org/openrosa): forms out, answers in.

A device signs in with each request (HTTP Basic), so no cookie and no token of a form is there to be
misused by another page. What is met are the rows of its owner, as on their own pages.
"""

import re
from collections.abc import Callable
from functools import wraps
from io import BytesIO

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.constraints import as_refusals
from ligzda.kernel.errors import BadDataError, NotAllowedError, NotFoundError, RefusedError
from ligzda.kernel.odd_values import number
from ligzda.people.openrosa import actions, answers, queries
from ligzda.people.openrosa.models import Device
from ligzda.people.openrosa.rules import sending_by
from ligzda.people.outcomes.questionnaire import Questionnaire, questionnaire

MOST_BYTES = 2_500_000
"""Of a post. What is longer Django would put into a file; this never leaves the memory."""
_ANY_LENGTH = 10**15
"""The length is judged here, so that the device gets a sentence that it can show."""
_SAFE_NAME = re.compile(r"[^/\\\x00-\x1f]{1,255}")
_XML, _FORM = "text/xml; charset=utf-8", "xml_submission_file"
_STATUS = {
    actions.Outcome.NEW: 201,
    actions.Outcome.SAME: 202,
    actions.Outcome.DIFFERS: 409,
    actions.Outcome.DELETED: 403,
}

DeviceView = Callable[..., HttpResponse]


def _answer(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(answers.response(sentence), status=status, content_type=_XML)


def for_devices(view: DeviceView) -> DeviceView:
    """Let a device in, speak its language, meet its owner's rows, and say whatever is refused."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **given: object) -> HttpResponse:
        with override(get_language_from_request(request)):
            answer = _let_in(request, view, *args, **given)
        answer["X-OpenRosa-Version"] = "1.0"
        answer["X-OpenRosa-Accept-Content-Length"] = str(MOST_BYTES)
        return answer

    return csrf_exempt(never_cache(answered))


def _let_in(request: HttpRequest, view: DeviceView, *args: object, **given: object) -> HttpResponse:
    device = queries.device_by(request.headers.get("Authorization", ""))
    if device is None:
        answer = _answer(_("Enter user name and password of this device."), 401)
        answer["WWW-Authenticate"] = 'Basic realm="Ligzda", charset="UTF-8"'
        return answer
    try:
        with sending_by(device), as_refusals():
            answer = view(request, device, *args, **given)
            actions.note_used(device)
            return answer
    except NotAllowedError as refused:
        return _answer(str(refused), 403)
    except NotFoundError as refused:
        return _answer(str(refused), 404)
    except RefusedError as refused:
        return _answer(str(refused), 400)


@for_devices
@require_safe
def form_list(request: HttpRequest, device: Device) -> HttpResponse:
    """List the forms, named in the language of the device."""
    asked = request.GET
    offered = answers.offered(
        asked.get("formID", ""), every_version=asked.get("listAllVersions") == "true"
    )
    content = answers.form_list(
        offered,
        lambda name, form: request.build_absolute_uri(reverse(name, args=[form.id, form.version])),
        verbose=asked.get("verbose") == "true",
    )
    return HttpResponse(content, content_type=_XML)


def _known(form: str, version: str) -> Questionnaire:
    return questionnaire(form, number(version, 32_767) or 0)


@for_devices
@require_safe
def form(request: HttpRequest, device: Device, form: str, version: str) -> HttpResponse:
    """Hand out a form."""
    return HttpResponse(answers.xform(_known(form, version)).content, content_type=_XML)


@for_devices
@require_safe
def manifest(request: HttpRequest, device: Device, form: str, version: str) -> HttpResponse:
    """List what a form needs beside itself."""
    _known(form, version)
    return HttpResponse(answers.manifest(), content_type=_XML)


@body_limit(_ANY_LENGTH)
@for_devices
@require_http_methods(["HEAD", "POST"])
def submission(request: HttpRequest, device: Device) -> HttpResponse:
    """Say that submissions are taken here (HEAD), or take one."""
    if request.method == "HEAD":
        answer = HttpResponse(status=204)
        answer["Location"] = request.build_absolute_uri()
        return answer
    body = _body(request)
    if body is None:
        answer = _answer(
            _("It is larger than %(most)s MB. Send it without its pictures.")
            % {"most": MOST_BYTES // 1_000_000},
            413,
        )
        answer["Connection"] = "close"
        return answer
    text, attachments = _parts(request, body)
    outcome = actions.receive(device=device, text=text, attachments=attachments)
    said = {
        actions.Outcome.NEW: _("Received. Thank you."),
        actions.Outcome.SAME: _("Received already."),
        actions.Outcome.DIFFERS: _(
            "There are other answers under this number already. Both are kept, and somebody will "
            "compare them."
        ),
        actions.Outcome.DELETED: _(
            "This questionnaire was deleted, because the person asked for it. It is not taken "
            "again; delete it on the device."
        ),
    }
    return _answer(said[outcome], _STATUS[outcome])


def _body(request: HttpRequest) -> bytes | None:
    """Return what was sent; None where it is too long, and then it is not read to its end.

    Django knows no body without a length; a chunked one the server has marked by its end (WSGI's
    `wsgi.input_terminated`).
    """
    length = request.headers.get("Content-Length")
    if length is not None:
        size = number(length)
        return request.read(size) if size is not None and size <= MOST_BYTES else None
    if not request.META.get("wsgi.input_terminated"):
        return b""
    found: bytes = request.META["wsgi.input"].read(MOST_BYTES + 1)
    return found if len(found) <= MOST_BYTES else None


def _parts(request: HttpRequest, body: bytes) -> tuple[str, dict[str, bytes]]:
    """Return the text of the submission and the files beside it, by name. Raises BadDataError."""
    meta = {**request.META, "CONTENT_LENGTH": str(len(body))}
    try:
        fields, files = MultiPartParser(
            meta, BytesIO(body), [MemoryFileUploadHandler(request)]
        ).parse()
    except (MultiPartParserError, SuspiciousOperation):
        raise BadDataError(_("This is not what a questionnaire is sent as.")) from None
    octets = _first(files, fields)
    if octets is None:
        raise BadDataError(_("The questionnaire is missing in what was sent."))
    try:
        text = octets.decode("utf-8")
    except UnicodeDecodeError:
        raise BadDataError(_("This is not XML.")) from None
    beside = {}
    for _name, each in files.lists():
        for file in each:
            if _name != _FORM and file.name and _SAFE_NAME.fullmatch(file.name):
                beside[file.name] = file.read()
    return text.replace("\x00", ""), beside


def _first(files: "MultiValueDict[str, UploadedFile[bytes]]", fields: QueryDict) -> bytes | None:
    """Return the submission, which comes as a file, or from some clients as a field."""
    if (file := files.get(_FORM)) is not None:
        return bytes(file.read())
    text = fields.get(_FORM)
    return str(text).encode() if text is not None else None
