"""What the commands of this folder know of the machine they run on. Standard library only."""
