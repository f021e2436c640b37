"""Archives of millions of articles: read in chunks by one machine's processes or by a cluster, fused, and loaded into a store."""
