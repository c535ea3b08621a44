"""Rooms, machines and opening hours of the incubators."""
