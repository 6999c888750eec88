"""The pages of docs/reference: written from the catalogue of rules, the bundled models and the algorithms."""
