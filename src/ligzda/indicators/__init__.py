"""What is counted, and how? The outcome dictionary, counts, boards, reports to the ESF+."""

from ligzda.indicators.cells import FIRST_ROW, PARTICIPANTS, cells, cells_sql, columns_sql

__all__ = ["FIRST_ROW", "PARTICIPANTS", "cells", "cells_sql", "columns_sql"]
