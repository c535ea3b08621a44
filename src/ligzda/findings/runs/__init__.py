"""Evaluation runs: a registered plan carried out on a frozen data set, stored with all hashes."""
