"""Ligzda: which social-enterprise incubator works? One honest experiment, decision to law."""
