"""Kinds of documents: what each is called, which pieces it has, and what its tables say."""
