"""Lists in and out: a municipality's paper files as spreadsheets, and what the room lists."""
