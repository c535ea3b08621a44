"""Everything public about people and their money: protected together with what went before."""
