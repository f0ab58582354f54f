"""What it would take: packages of mended ties and lifted red lines, and who could broker them."""
