"""Whom a mention stands for: who may be meant, how well each fits, and who it is, or that it cannot be told."""
