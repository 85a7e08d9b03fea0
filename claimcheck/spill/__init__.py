"""What a run sets down on disk so that memory does not grow with the corpus: rows, sorted rows, tables of numbers."""
