"""Text as the recognisers see it: folded one-to-one, cut into words and sentences. Knows no language data itself."""
