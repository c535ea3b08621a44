"""What the demonstration's evaluator has begun in the workshop: the next version of a model."""

from ligzda.blueprints.actions import Text, draft_version
from ligzda.blueprints.load import shipped
from ligzda.blueprints.models import ModelVersion, OperatingModel
from ligzda.network.models import User
from ligzda.network.roles import Evaluator

_CODE = "M8"


def give(*, by: User) -> None:
    """Draft the second version of the last model, as the first was; once."""
    if ModelVersion.objects.filter(model__code=_CODE, number__gt=1).exists():
        return
    evaluator = User.objects.filter(is_demo=True, memberships__role=Evaluator.key).first()
    model = OperatingModel.objects.filter(code=_CODE).first()
    if evaluator is None or model is None:
        return
    name = Text(lv=model.name_lv, en=model.name_en)
    draft_version(by=evaluator, code=_CODE, name=name, facts_given=shipped(_CODE))
