"""The dock *Contrôle par lot*: many deliveries at once, a line each, every report one click away."""
