"""What a drafter should see before an amending act is filed; nothing is changed by it."""
