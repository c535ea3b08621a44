"""Sessions of a course: when and where, who enrols, who waits."""
