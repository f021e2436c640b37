"""Faults and abuse, rehearsed: what a store, a desk and the intake come through, played on this machine and told in docs/rehearsal.md."""
