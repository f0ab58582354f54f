"""What is nearly as good as the best division, and what all of it agrees on."""
