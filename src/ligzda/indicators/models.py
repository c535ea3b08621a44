"""What the room of indicators keeps: findings of data quality."""

from ligzda.indicators.quality.models import Acceptance, Finding, QualityMeasure, Severity

__all__ = ["Acceptance", "Finding", "QualityMeasure", "Severity"]
