"""What the program is made of that others wrote: its licences, and whether anything is known against it."""
