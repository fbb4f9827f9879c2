"""Tests of the screen of the people who lead."""
