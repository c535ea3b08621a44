"""Addresses of the methodology."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.methodology import views
from ligzda.methodology.advice.door import advice
from ligzda.methodology.living import views as living
from ligzda.methodology.package.door import municipal_package
from ligzda.methodology.roundtrip import views as roundtrip

app_name = "methodology"
urlpatterns = [
    path("", views.living, name="living"),
    path(_("advice/"), advice, name="advice"),
    path(_("package/"), municipal_package, name="package"),
    path(_("document/"), living.document, name="document"),
    path(_("document/new/"), living.add_block, name="add_block"),
    path(_("document/sources/"), living.sources, name="sources"),
    path(_("document/glossary/"), living.glossary, name="glossary"),
    path(_("document/docx/"), roundtrip.roundtrip, name="roundtrip"),
    path(_("document/docx/take-in/"), roundtrip.take_in, name="docx_take_in"),
    path(_("document/docx/<int:pk>/take-back/"), roundtrip.take_back, name="docx_take_back"),
    path(_("document/docx/<str:language>.docx"), roundtrip.docx, name="docx"),
    path(_("document/<int:pk>/"), living.block, name="block"),
    path(_("document/<int:pk>/comment/"), living.comment, name="comment"),
    path(_("document/<int:pk>/suggest/"), living.suggest, name="suggest"),
    path(_("document/<int:pk>/move/"), living.move, name="move"),
    path(_("document/comments/<int:pk>/settle/"), living.settle, name="settle"),
    path(_("document/suggestions/<int:pk>/decide/"), living.decide, name="decide"),
    path(_("recommendations/new/"), views.write, name="write"),
    path(_("recommendations/<int:number>/"), views.recommendation, name="recommendation"),
    path(_("recommendations/<int:number>/edit/"), views.write, name="rewrite"),
    path(_("recommendations/<int:number>/publish/"), views.publish, name="publish"),
    path(_("editions/"), views.editions, name="editions"),
    path(_("editions.jsonl"), views.log, name="log"),
    path(_("editions/prepare/"), views.prepare, name="prepare"),
    path(_("editions/check/"), views.check, name="check"),
    path(_("editions/<int:number>/"), views.edition, name="edition"),
    path(_("editions/<int:number>/publish/"), views.publish_edition, name="publish_edition"),
    path(_("editions/<int:number>/<str:name>"), views.edition_file, name="edition_file"),
]
