"""Addresses of outcomes."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.outcomes import own_views, views

urlpatterns = [
    path(
        pgettext_lazy("address", "stays/<int:pk>/answers/<str:form>/<str:moment>/<str:rater>/"),
        views.observe,
        name="observe",
    ),
    path(pgettext_lazy("address", "answers/<int:pk>/"), views.observation, name="observation"),
    path(
        pgettext_lazy("address", "answers/<int:pk>/correct/"),
        views.correct,
        name="observation_correct",
    ),
    path(
        pgettext_lazy("address", "answers/<str:name>/export/<str:kind>/"),
        views.export,
        name="answers_export",
    ),
    path(pgettext_lazy("address", "my-questions/"), own_views.mine, name="my_questions"),
    path(
        pgettext_lazy("address", "my-questions/<int:pk>/<str:form>/<str:moment>/"),
        own_views.begin,
        name="my_questionnaire",
    ),
    path(
        pgettext_lazy("address", "my-questions/<int:pk>/<str:form>/<str:moment>/all/"),
        own_views.answers,
        name="my_answers",
    ),
    path(
        pgettext_lazy("address", "my-questions/<int:pk>/<str:form>/<str:moment>/<str:name>/"),
        own_views.question,
        name="my_question",
    ),
]
