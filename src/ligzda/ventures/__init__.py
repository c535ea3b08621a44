"""What was founded: enterprises of participants, who is behind them, how it went with them."""
