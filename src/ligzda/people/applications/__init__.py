"""From application or referral to a place that was taken: who may come, when, and why not."""
