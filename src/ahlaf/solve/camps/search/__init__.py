"""A good division in two camps quickly, without proof."""
