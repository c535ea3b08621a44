"""The report of participants by the common indicators of the ESF+ (Annex I)."""
