"""One page a model: what was planned and done, who came, what came of it, what it cost."""
