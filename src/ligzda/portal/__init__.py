"""What does a visitor see?"""
