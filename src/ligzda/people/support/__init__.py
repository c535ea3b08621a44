"""The log of support: which service was given to whom, when, for how many minutes."""
