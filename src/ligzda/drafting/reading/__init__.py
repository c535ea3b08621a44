"""Reading amending acts: text → items under their headings → typed operations."""
