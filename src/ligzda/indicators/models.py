"""What the room of indicators keeps: findings of data quality."""

from ligzda.indicators.quality.models import Acceptance, QualityFinding, QualityMeasure, Severity

__all__ = ["Acceptance", "QualityFinding", "QualityMeasure", "Severity"]
