"""What the school already has, in the shape of the tables that are read in and written out.

The import compares its rows with these, the export writes them: one shape, so that a file that was written out and is
read in again changes nothing.
"""
