"""What the incubators cost: planned and spent by month and category, closed, corrected."""
