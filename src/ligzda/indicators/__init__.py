"""What is counted, and how?

For now: records to cells. The outcome dictionary and the ESF+ reports come into the same room.
"""

from ligzda.indicators.cells import FIRST_ROW, PARTICIPANTS, cells, cells_sql, columns_sql

__all__ = ["FIRST_ROW", "PARTICIPANTS", "cells", "cells_sql", "columns_sql"]
