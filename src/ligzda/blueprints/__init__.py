"""Which models are tested?"""
