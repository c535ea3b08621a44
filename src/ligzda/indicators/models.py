"""What the room of indicators keeps: findings of data quality, frozen data sets."""

from ligzda.indicators.data_sets.models import DataSet
from ligzda.indicators.quality.models import Acceptance, QualityFinding, QualityMeasure, Severity

__all__ = ["Acceptance", "DataSet", "QualityFinding", "QualityMeasure", "Severity"]
