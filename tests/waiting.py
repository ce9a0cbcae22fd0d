"""How long a test waits for what must come: for as long as any machine may need, never for what a fast one needs."""

# Seconds. Only what never comes takes so long; a test that failed earlier would be a test of the machine.
PATIENCE = 600
