"""Whether a coalition holds, how firmly, what stops it, and who would come or go."""
