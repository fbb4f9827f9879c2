"""The screen that collects what does not fit together: errors, warnings, hints, and what was let stand."""
