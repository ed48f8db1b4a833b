"""Typed settings, urls, wiring of ports to adapters, the command line."""
