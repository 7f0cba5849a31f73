"""The mode in which the article is read, chapter by chapter, and its claims are run."""
