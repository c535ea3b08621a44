"""Boards: the figures of the network, of a municipality's incubator; the list behind a figure."""
