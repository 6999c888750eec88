"""Deliveries that the project makes itself: an invented territory, and the document that covers it."""
