"""What is done for the library in the background: asking feeds for what is new."""
