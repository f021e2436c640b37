"""The version of the program and of its rules: a claim's ``reader``."""

VERSION = "0.1.0"
