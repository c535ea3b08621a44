"""What the room of indicators keeps: findings of data quality, frozen data sets, releases, and the
drawers of municipalities.
"""

from ligzda.indicators.data_sets.models import DataSet
from ligzda.indicators.own.models import OwnIndicator, OwnValue
from ligzda.indicators.quality.models import (
    Acceptance,
    QualityCount,
    QualityFinding,
    QualityMeasure,
    Severity,
)
from ligzda.indicators.releasing.models import PublicRelease

__all__ = [
    "Acceptance",
    "DataSet",
    "OwnIndicator",
    "OwnValue",
    "PublicRelease",
    "QualityCount",
    "QualityFinding",
    "QualityMeasure",
    "Severity",
]
