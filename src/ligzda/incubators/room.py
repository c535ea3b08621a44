"""What the house knows of the incubators."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="incubators",
    floor=4,
    question=_("where does it happen, at what cost?"),
    addresses=(
        Addresses("ligzda.incubators.sticker_urls", in_languages=False),
        Addresses("ligzda.incubators.urls", _("incubators/")),
    ),
    unlisted=(
        "incubators:own",
        "incubators:enter",
        "incubators:mine",
        "incubators:feeds",
        "incubators:my_rights",
    ),
    load="ligzda.incubators.load:load",
    accounts="ligzda.incubators.accounts:give",
    permissions={
        Permission.OPEN_INCUBATOR: _("set up an incubator"),
        Permission.EDIT_INCUBATOR: _("edit an incubator"),
        Permission.KEEP_PLACES: _("keep rooms, machines and opening hours of an incubator"),
        Permission.BOOK_PLACES: _("book machines, benches and rooms of an incubator"),
        Permission.BOOK_OWN: _("book machines and bench places of an incubator for oneself"),
        Permission.KEEP_BUDGET: _("plan and close the costs of an incubator, order from it"),
        Permission.KEEP_LOG: _("read and write the log of risks and accidents of an incubator"),
    },
    pages={
        Permission.EDIT_INCUBATOR: Page("incubators:own"),
        Permission.OPEN_INCUBATOR: Page("incubators:enter"),
        Permission.KEEP_PLACES: Page("incubators:mine"),
        Permission.BOOK_PLACES: Page("incubators:mine"),
        Permission.BOOK_OWN: Page("incubators:mine"),
        Permission.KEEP_BUDGET: Page("incubators:own"),
        Permission.KEEP_LOG: Page("incubators:mine"),
    },
    jobs=("ligzda.incubators.tasks",),
    erase="ligzda.incubators.erasing:erase",
    constraint_sentences="ligzda.incubators.constraint_sentences:SENTENCES",
    undo={
        "booking.cancel": "ligzda.incubators.bookings.actions:uncancel",
        "waiting.withdraw": "ligzda.incubators.waiting.actions:wait_again",
        "special_day.remove": "ligzda.incubators.places.actions:put_back_special_day",
        "equipment.retire": "ligzda.incubators.places.actions:take_back_into_use",
        "order.remove": "ligzda.incubators.orders.actions:put_order_back",
    },
    work="ligzda.incubators.work:my_work",
    notices={
        "bookings": _("my next bookings"),
        "costs": _("months of costs to close"),
        "maintenance": _("overdue maintenance"),
    },
    public_tables="ligzda.incubators.open_data:DATASETS",
)
