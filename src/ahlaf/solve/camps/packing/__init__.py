"""A bound at once, from short cycles that share out the weights of ties."""
