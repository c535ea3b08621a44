"""Who takes part, who decided, who may do what?"""
