"""The papers: PDF drawn on a canvas, nothing parsed, nothing dropped."""
