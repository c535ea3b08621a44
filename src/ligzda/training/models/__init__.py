"""Nouns of training: courses in versions, certificates; those of mentoring stand beside it."""

from ligzda.training.mentoring.models import (
    MentorHours,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)
from ligzda.training.models.certificates import Certificate
from ligzda.training.models.courses import Course, CourseVersion

__all__ = [
    "Certificate",
    "Course",
    "CourseVersion",
    "MentorHours",
    "MentorOffer",
    "MentorWish",
    "MentoringMeeting",
    "MentoringNote",
    "MentoringPair",
]
