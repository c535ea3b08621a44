"""What the room of indicators keeps: findings of data quality, frozen data sets, releases."""

from ligzda.indicators.data_sets.models import DataSet
from ligzda.indicators.quality.models import Acceptance, QualityFinding, QualityMeasure, Severity
from ligzda.indicators.releasing.models import PublicRelease

__all__ = [
    "Acceptance",
    "DataSet",
    "PublicRelease",
    "QualityFinding",
    "QualityMeasure",
    "Severity",
]
