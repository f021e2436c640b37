"""The record in the forms of the field, one file a format."""
