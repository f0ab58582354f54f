"""What is left of a network when all is done that loses no optimum, for two camps."""
