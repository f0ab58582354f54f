"""Any number of camps, or at most so many, proven."""
