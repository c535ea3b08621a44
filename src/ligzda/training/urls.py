"""Addresses of training."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.training.mentoring import views as mentoring
from ligzda.training.passing import views as passing
from ligzda.training.sessions import views as sessions
from ligzda.training.views import certificates, check, courses, machines, mine

app_name = "training"
urlpatterns = [
    path("", courses.courses, name="courses"),
    path(_("new/"), courses.course_new, name="course_new"),
    path(_("course/<slug:code>/draft/"), courses.draft, name="draft"),
    path(_("course/<slug:code>/publish/"), courses.publish, name="publish"),
    path(_("course/<slug:code>/<int:number>/"), courses.version, name="version"),
    path(_("course/<slug:code>/questions/"), courses.questions, name="questions"),
    path(_("questions/<int:number>/remove/"), courses.question_remove, name="question_remove"),
    path(_("course/<slug:code>/session/"), sessions.session_new, name="session_new"),
    path(pgettext_lazy("of courses", "sessions/"), sessions.sessions, name="sessions"),
    path(_("sessions/own/"), sessions.learning, name="learning"),
    path(_("sessions/<int:number>/"), sessions.session, name="session"),
    path(_("sessions/<int:number>/enrol/"), sessions.enrol, name="enrol"),
    path(_("sessions/<int:number>/desk/"), sessions.session_desk, name="session_desk"),
    path(_("sessions/<int:number>/change/"), sessions.session_change, name="session_change"),
    path(_("sessions/<int:number>/call-off/"), sessions.session_call_off, name="session_call_off"),
    path(_("sessions/<int:number>/issue/"), passing.session_issue, name="session_issue"),
    path(_("places/<int:number>/give-back/"), sessions.withdraw, name="withdraw"),
    path(_("places/<int:number>/take/"), sessions.accept, name="accept"),
    path(_("places/<int:number>/test/"), passing.test, name="test"),
    path(_("places/<int:number>/checklist/"), passing.checklist, name="checklist"),
    path(_("meetings/<int:number>/"), passing.meeting, name="meeting"),
    path(_("meetings/<int:number>/code/"), passing.meeting_code, name="meeting_code"),
    path(_("meetings/<int:number>/here/"), passing.here, name="here"),
    path(_("course/<slug:code>/<int:number>/machines/"), machines.machines, name="machines"),
    path(
        _("course/<slug:code>/<int:number>/machines/<int:pk>/close/"),
        machines.machine_close,
        name="machine_close",
    ),
    path(_("certificates/"), certificates.issued, name="issued"),
    path(_("certificates/issue/"), certificates.issue, name="issue"),
    path(_("certificates/<str:code>/revoke/"), certificates.revoke, name="revoke"),
    path(_("check/"), check.check, name="check"),
    path(_("check/file/"), check.check_file, name="check_file"),
    path(_("check/<str:code>/"), check.certificate, name="certificate"),
    path(_("shared/<str:token>/"), check.shared, name="shared"),
    path(_("mentoring/"), mentoring.mentoring, name="mentoring"),
    path(_("mentoring/offer/"), mentoring.offer, name="mentor_offer"),
    path(_("mentoring/wish/"), mentoring.wish, name="mentor_wish"),
    path(_("mentoring/wish/<int:pk>/"), mentoring.match, name="match"),
    path(_("mentoring/pair/<int:pk>/"), mentoring.pair, name="pair"),
    path(_("mentoring/pair/<int:pk>/end/"), mentoring.pair_end, name="pair_end"),
    path(_("mine/"), mine.mine, name="mine"),
    path(_("mine/<str:code>/link/"), mine.link, name="link"),
    path("mine/<str:code>/<str:name>", mine.file, name="file"),
]
