"""Written pages as documents: out to an office for easy language, and back in as a draft."""
