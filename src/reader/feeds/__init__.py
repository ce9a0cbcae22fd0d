"""Feeds: what stands in one, where a site names its own, when one may be asked again, and lists of them. Pure."""
