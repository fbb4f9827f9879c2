"""Tests of the screen of children."""
