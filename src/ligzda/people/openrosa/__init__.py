"""Questionnaires on a telephone without a network: XForms, and the OpenRosa way to send them in."""
