"""legislation: which rules should change? Acts, proposals, annotations, opinions."""
