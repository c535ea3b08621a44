"""The invented people of the demonstration: who they are, what is written down of them, what is
wrong on purpose."""
