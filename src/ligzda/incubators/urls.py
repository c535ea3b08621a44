"""Addresses of the incubators' room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.incubators import views
from ligzda.incubators.bookings import views as bookings
from ligzda.incubators.costs import views as costs
from ligzda.incubators.feeds import views as feeds
from ligzda.incubators.orders import views as orders
from ligzda.incubators.places import views as places
from ligzda.incubators.premises import views as premises
from ligzda.incubators.quotas import views as quotas
from ligzda.incubators.rights import views as rights
from ligzda.incubators.upkeep import log_views as log
from ligzda.incubators.upkeep import views as upkeep
from ligzda.incubators.waiting import views as waiting

app_name = "incubators"
urlpatterns = [
    path("", views.own, name="own"),
    path(_("new/"), views.enter, name="enter"),
    path(_("<slug:slug>/edit/"), views.edit, name="edit"),
    path(_("<slug:slug>/open/"), views.open_for_good, name="open"),
    path(_("bookings/"), bookings.mine, name="mine"),
    path(_("bookings/<int:pk>/cancel/"), bookings.cancel, name="cancel"),
    path(_("bookings/<int:pk>/move/"), bookings.move, name="move"),
    path(_("bookings/<int:pk>/here/"), bookings.check_in, name="check_in"),
    path(_("bookings/waiting/<int:pk>/book/"), waiting.accept, name="accept"),
    path(_("bookings/waiting/<int:pk>/give-up/"), waiting.withdraw, name="withdraw"),
    path(_("bookings/calendars/"), feeds.feeds, name="feeds"),
    path(_("bookings/calendars/<int:pk>/revoke/"), feeds.revoke, name="feed_revoke"),
    path(_("bookings/calendars/<str:token>.ics"), feeds.feed, name="feed"),
    path(_("<slug:slug>/rules/"), quotas.terms, name="terms"),
    path(_("<slug:slug>/rules/<int:pk>/remove/"), quotas.quota_remove, name="quota_remove"),
    path(_("<slug:slug>/week/"), bookings.week, name="week"),
    path(_("<slug:slug>/free/"), bookings.find, name="find"),
    path(_("<slug:slug>/book/"), bookings.book, name="book"),
    path(_("<slug:slug>/series/"), bookings.series, name="series"),
    path(_("<slug:slug>/close-off/"), bookings.close_off, name="close_off"),
    path(_("<slug:slug>/rooms/"), places.places, name="places"),
    path(_("<slug:slug>/rooms/new/"), places.room_new, name="room_new"),
    path(_("<slug:slug>/rooms/<int:pk>/"), places.room_edit, name="room_edit"),
    path(_("<slug:slug>/machines/new/"), places.machine_new, name="machine_new"),
    path(
        _("<slug:slug>/machines/export/<str:kind>/"), places.machines_export, name="machines_export"
    ),
    path(_("<slug:slug>/machines/<int:pk>/"), places.machine_edit, name="machine_edit"),
    path(_("<slug:slug>/machines/<int:pk>/retire/"), places.machine_retire, name="machine_retire"),
    path(_("<slug:slug>/machines/<int:pk>/sticker/"), rights.sticker, name="sticker"),
    path(_("<slug:slug>/machines/<int:pk>/rights/"), rights.rights, name="rights"),
    path(_("machines/<int:pk>/"), rights.may_use, name="may_use"),
    path(_("rights/"), rights.mine, name="my_rights"),
    path(_("rights/<int:pk>/end/"), rights.end, name="right_end"),
    path(_("<slug:slug>/hours/"), places.hours, name="hours"),
    path(_("<slug:slug>/special-days/"), places.special_day_new, name="special_day_new"),
    path(
        _("<slug:slug>/special-days/<int:pk>/remove/"),
        places.special_day_remove,
        name="special_day_remove",
    ),
    path(_("<slug:slug>/machines/import/"), places.machines_import, name="machines_import"),
    path(_("<slug:slug>/costs/"), costs.year, name="costs"),
    path(_("<slug:slug>/costs/import/"), costs.costs_import, name="costs_import"),
    path(_("<slug:slug>/costs/export/<str:what>/<str:kind>/"), costs.export, name="costs_export"),
    path(_("<slug:slug>/costs/machine-hours/"), costs.machines, name="machine_hours"),
    path(_("<slug:slug>/costs/plan/import/"), costs.plan_import, name="cost_plan_import"),
    path(_("<slug:slug>/costs/plan/<int:year>/"), costs.plan, name="cost_plan"),
    path(_("<slug:slug>/costs/<str:name>/"), costs.month, name="cost_month"),
    path(_("<slug:slug>/costs/<str:name>/close/"), costs.close, name="cost_close"),
    path(_("<slug:slug>/costs/<str:name>/correct/"), costs.correct, name="cost_correct"),
    path(_("<slug:slug>/orders/"), orders.orders, name="orders"),
    path(_("<slug:slug>/orders/new/"), orders.order_new, name="order_new"),
    path(_("<slug:slug>/orders/export/<str:kind>/"), orders.export, name="orders_export"),
    path(_("<slug:slug>/orders/plan/<int:year>/"), orders.plan, name="order_plan"),
    path(_("<slug:slug>/orders/<int:pk>/"), orders.order_edit, name="order_edit"),
    path(_("<slug:slug>/orders/<int:pk>/remove/"), orders.order_remove, name="order_remove"),
    path(_("<slug:slug>/premises/"), premises.premises, name="premises"),
    path(_("<slug:slug>/premises/new/"), premises.building_new, name="building_new"),
    path(_("<slug:slug>/premises/<int:pk>/"), premises.building_edit, name="building_edit"),
    path(_("<slug:slug>/works/new/"), premises.work_new, name="work_new"),
    path(_("<slug:slug>/works/<int:pk>/"), premises.work_edit, name="work_edit"),
    path(_("<slug:slug>/works/<int:pk>/accept/"), premises.work_accept, name="work_accept"),
    path(_("<slug:slug>/readiness/"), premises.readiness, name="readiness"),
    path(_("<slug:slug>/readiness/<slug:item>/"), premises.confirm, name="confirm"),
    path(_("<slug:slug>/rooms/<int:pk>/plan/"), upkeep.room_plan, name="room_plan"),
    path(_("<slug:slug>/rooms/<int:pk>/plan/new/"), upkeep.room_plan_set, name="room_plan_set"),
    path(_("<slug:slug>/machine/<int:pk>/"), upkeep.equipment, name="equipment"),
    path(_("<slug:slug>/machine/<int:pk>/condition/"), upkeep.condition, name="condition"),
    path(_("<slug:slug>/machine/<int:pk>/photos/new/"), upkeep.photo_add, name="photo_add"),
    path(_("<slug:slug>/machine/<int:pk>/photos/<int:number>/"), upkeep.photo, name="photo"),
    path(
        _("<slug:slug>/machine/<int:pk>/photos/<int:number>/remove/"),
        upkeep.photo_remove,
        name="photo_remove",
    ),
    path(_("<slug:slug>/machine/<int:pk>/manuals/new/"), upkeep.manual_add, name="manual_add"),
    path(_("<slug:slug>/machine/<int:pk>/manuals/<int:number>/"), upkeep.manual, name="manual"),
    path(
        _("<slug:slug>/machine/<int:pk>/manuals/<int:number>/remove/"),
        upkeep.manual_remove,
        name="manual_remove",
    ),
    path(_("<slug:slug>/machine/<int:pk>/plans/new/"), upkeep.plan_new, name="plan_new"),
    path(
        _("<slug:slug>/machine/<int:pk>/plans/<int:number>/end/"), upkeep.plan_end, name="plan_end"
    ),
    path(_("<slug:slug>/machine/<int:pk>/maintenance/new/"), upkeep.schedule, name="schedule"),
    path(
        _("<slug:slug>/machine/<int:pk>/maintenance/done/"), upkeep.record_done, name="record_done"
    ),
    path(_("<slug:slug>/machine/<int:pk>/maintenance/<int:number>/"), upkeep.finish, name="finish"),
    path(
        _("<slug:slug>/machine/<int:pk>/maintenance/<int:number>/call-off/"),
        upkeep.call_off,
        name="call_off",
    ),
    path(_("<slug:slug>/maintenance/"), log.upkeep, name="upkeep"),
    path(_("<slug:slug>/log/"), log.log, name="log"),
    path(_("<slug:slug>/log/new/"), log.incident_new, name="incident_new"),
    path(_("<slug:slug>/log/<int:pk>/"), log.incident, name="incident"),
    path(_("<slug:slug>/log/<int:pk>/close/"), log.incident_close, name="incident_close"),
]
