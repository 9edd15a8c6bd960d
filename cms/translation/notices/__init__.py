"""What people are told about their work, and the mail that brings it."""
