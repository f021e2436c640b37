"""What Marsad knows of the world before it reads: names kept by hand and one loader for each file."""
