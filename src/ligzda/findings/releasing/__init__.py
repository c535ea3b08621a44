"""What of an evaluation run is public: cells that left by the disclosure room, and what they say.

Either all cells that the plan uses leave, or they are added up over one of its factors and the plan
is carried out on the sums, or nothing does.
"""
