"""Addresses of legislation."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.legislation.consultations import views as consultations
from ligzda.legislation.regulations import views as regulations
from ligzda.legislation.views import acts, downloads, links, opinions, packages, writing

app_name = "legislation"
urlpatterns = [
    path("", acts.acts, name="acts"),
    path(pgettext_lazy("address", "new/"), acts.act_new, name="act_new"),
    path(pgettext_lazy("address", "annotation/"), packages.form, name="form"),
    path(pgettext_lazy("address", "packages/"), packages.packages, name="packages"),
    path(pgettext_lazy("address", "packages/new/"), packages.package_new, name="package_new"),
    path(pgettext_lazy("address", "packages/<int:pk>/"), packages.package, name="package"),
    path(pgettext_lazy("address", "packages/<int:pk>/sign/"), packages.sign, name="sign"),
    path(pgettext_lazy("address", "packages/<int:pk>/file/"), packages.file, name="file"),
    path(
        pgettext_lazy("address", "packages/<int:pk>/units/<int:text>/"),
        writing.units,
        name="units",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/change/<int:text>/"),
        writing.change_new,
        name="change_new",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/changes/<int:change>/"),
        writing.change,
        name="change",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/changes/<int:change>/drop/"),
        writing.change_drop,
        name="change_drop",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/annotation/<str:code>/"),
        packages.section,
        name="section",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/opinion/"),
        opinions.opinion_new,
        name="opinion_new",
    ),
    path(pgettext_lazy("address", "packages/<int:pk>/claims/"), packages.claims, name="claims"),
    path(
        pgettext_lazy("address", "packages/<int:pk>/claims/<int:ground>/drop/"),
        packages.claim_drop,
        name="claim_drop",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/consultation/"),
        consultations.consult,
        name="consult",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/recommendations/"), links.advice, name="advice"
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/recommendations/<int:number>/drop/"),
        links.advice_drop,
        name="advice_drop",
    ),
    path(
        pgettext_lazy("address", "packages/<int:pk>/changes/<int:change>/forms/"),
        links.word_forms,
        name="word_forms",
    ),
    path(pgettext_lazy("address", "packages/<int:pk>/budget/"), links.money, name="budget"),
    path(pgettext_lazy("address", "act/<slug:slug>/units/"), links.unit, name="unit"),
    path(pgettext_lazy("address", "act/links/<int:pk>/drop/"), links.unit_drop, name="unit_drop"),
    path(pgettext_lazy("address", "opinions/<int:pk>/"), opinions.opinion, name="opinion"),
    path(pgettext_lazy("address", "opinions/rows/<int:pk>/"), opinions.answer, name="answer"),
    path("packages/<int:pk>/files/<str:name>", downloads.download, name="download"),
    path(pgettext_lazy("address", "regulations/"), regulations.regulations, name="regulations"),
    path(
        pgettext_lazy("address", "regulations/new/<slug:template>/"),
        regulations.regulation_new,
        name="regulation_new",
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/"), regulations.regulation, name="regulation"
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/text/"),
        regulations.regulation_edit,
        name="regulation_edit",
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/memorandum/<str:code>/"),
        regulations.explain,
        name="explain",
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/announce/"),
        regulations.announce,
        name="announce",
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/decision/"), regulations.adopt, name="adopt"
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/ministry/"),
        regulations.ministry,
        name="ministry",
    ),
    path(
        pgettext_lazy("address", "regulations/<int:pk>/publish/"),
        regulations.publish,
        name="publish",
    ),
    path("regulations/<int:pk>/files/<str:name>", regulations.download, name="regulation_download"),
    path(pgettext_lazy("address", "consultations/<int:pk>/say/"), consultations.say, name="say"),
    path(
        pgettext_lazy("address", "consultations/<int:pk>/record/"),
        consultations.record,
        name="record",
    ),
    path(
        pgettext_lazy("address", "consultations/comments/<int:pk>/"),
        consultations.answer,
        name="comment_answer",
    ),
    path(
        pgettext_lazy("address", "consultations/comments/<int:pk>/show/"),
        consultations.show,
        name="comment_show",
    ),
    path(pgettext_lazy("address", "act/<slug:slug>/"), acts.act, name="act"),
    path(pgettext_lazy("address", "act/<slug:slug>/text/"), acts.text_new, name="text_new"),
]
