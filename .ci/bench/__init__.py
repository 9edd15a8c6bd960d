"""Benchmarks: how long something takes beside something else. `make bench` runs them all."""
