"""All that a batch's processes need, loaded by the import of this module: for the process from which they are forked, and for no other."""

from marsad.batch import fuse, part, scan, work
from marsad.intake import warm

READY = (warm.READY, part.SCHEMA, scan.scan, work.read, fuse.link)
