"""The web desk: the record for people to read, doubt and decide, in Arabic and in English."""
