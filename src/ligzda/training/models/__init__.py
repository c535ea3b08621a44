"""Nouns of training: courses in versions, certificates."""

from ligzda.training.models.certificates import Certificate
from ligzda.training.models.courses import Course, CourseVersion

__all__ = ["Certificate", "Course", "CourseVersion"]
