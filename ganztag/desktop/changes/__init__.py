"""Changes in the half-year: waiting lists, free places, exchanges, late children, withdrawals and exclusions."""
