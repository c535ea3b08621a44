"""Who may use which machine, from when to when, and why not."""
