"""Where does it happen, at what cost?"""
