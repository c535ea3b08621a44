"""Follow-ups: when somebody is asked how they fare, who tried to reach them, who may help to."""
