"""What conditional promises come to."""
