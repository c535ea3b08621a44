"""Addresses of training."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.training.mentoring import views as mentoring
from ligzda.training.views import certificates, check, courses, mine

app_name = "training"
urlpatterns = [
    path("", courses.courses, name="courses"),
    path(_("new/"), courses.course_new, name="course_new"),
    path(_("course/<slug:code>/draft/"), courses.draft, name="draft"),
    path(_("course/<slug:code>/publish/"), courses.publish, name="publish"),
    path(_("course/<slug:code>/<int:number>/"), courses.version, name="version"),
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
