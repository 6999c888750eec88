"""The dock *Contrôle*: choose a delivery, see the verdict, walk through its faults."""
