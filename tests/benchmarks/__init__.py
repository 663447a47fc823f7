"""The benchmarks run and print what they promise. No figure of theirs is judged."""
