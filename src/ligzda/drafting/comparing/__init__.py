"""Two texts side by side or in one line, word by word; distances and their classes; lint."""
