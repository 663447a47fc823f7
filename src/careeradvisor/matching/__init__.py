"""From a person's answers to a ranking that can be defended."""
