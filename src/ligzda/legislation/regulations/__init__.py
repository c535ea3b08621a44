"""Binding regulations: drafted, announced for two weeks, adopted by the council, published."""
