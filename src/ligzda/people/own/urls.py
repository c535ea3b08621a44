"""Addresses of a participant's own pages, and of opening them to an account."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.own import views

urlpatterns = [
    path(pgettext_lazy("address", "mine/"), views.home, name="own_home"),
    path(pgettext_lazy("address", "mine/plan/"), views.own, {"key": "plan"}, name="own_plan"),
    path(pgettext_lazy("address", "mine/week/"), views.own, {"key": "week"}, name="own_week"),
    path(
        pgettext_lazy("address", "mine/bookings/"),
        views.own,
        {"key": "bookings"},
        name="own_bookings",
    ),
    path(
        pgettext_lazy("address", "mine/courses/"), views.own, {"key": "courses"}, name="own_courses"
    ),
    path(pgettext_lazy("address", "mine/forms/"), views.own, {"key": "forms"}, name="own_forms"),
    path(pgettext_lazy("address", "mine/data/"), views.own, {"key": "data"}, name="own_data"),
    path(pgettext_lazy("address", "mine/phone/"), views.own, {"key": "phone"}, name="own_phone"),
    path(
        pgettext_lazy("address", "mine/who-looked/"),
        views.own,
        {"key": "looked"},
        name="own_looked",
    ),
    path(pgettext_lazy("address", "mine/everything.zip"), views.archive, name="own_archive"),
    path(pgettext_lazy("address", "mine/ask/<slug:kind>/"), views.ask, name="own_ask"),
    path(
        pgettext_lazy("address", "mine/choose/<slug:purpose>/"),
        views.choose_page,
        name="own_choose",
    ),
    path(pgettext_lazy("address", "<int:pk>/account/"), views.account, name="account"),
]
