"""The administrator's desk: who is there and with which roles, and what the house could not do."""
