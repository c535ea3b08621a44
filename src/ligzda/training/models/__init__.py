"""Nouns of training: courses, sessions, certificates, what they open; mentoring beside it."""

from ligzda.training.mentoring.models import (
    MentorHours,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)
from ligzda.training.models.certificates import Certificate
from ligzda.training.models.courses import Course, CourseVersion, Language
from ligzda.training.models.machines import OpenedMachine
from ligzda.training.models.parts import ChecklistItem, Prerequisite, Question
from ligzda.training.models.reminders import DisuseReminder, Reminder
from ligzda.training.passing.models import Attempt, Attendance
from ligzda.training.sessions.models import Enrolment, Letter, Meeting, Session

__all__ = [
    "Attempt",
    "Attendance",
    "Certificate",
    "ChecklistItem",
    "Course",
    "CourseVersion",
    "DisuseReminder",
    "Enrolment",
    "Language",
    "Letter",
    "Meeting",
    "MentorHours",
    "MentorOffer",
    "MentorWish",
    "MentoringMeeting",
    "MentoringNote",
    "MentoringPair",
    "OpenedMachine",
    "Prerequisite",
    "Question",
    "Reminder",
    "Session",
]
