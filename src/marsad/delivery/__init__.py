"""News of the record sent to those who asked for it, by letter and by web hook."""
