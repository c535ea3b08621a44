"""How forms look in every room: one template for a form, one for a field (FORM_RENDERER)."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Write `{{ form }}` and `{{ field.as_field_group }}` with the kernel's templates.

    Wagtail's and allauth's own pages name their templates field by field and are not touched.
    """

    form_template_name = "kernel/form.html"
    field_template_name = "kernel/field.html"
