"""Two camps, proven: cutting planes, what they settle, cases, and a bound of dense networks."""
