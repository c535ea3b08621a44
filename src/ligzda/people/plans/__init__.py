"""The individual plan: a goal, steps with days, reviews; approved by a second person."""
