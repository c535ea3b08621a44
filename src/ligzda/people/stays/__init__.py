"""The stay: contract, what was true at entry, absences, exit, transfer."""
