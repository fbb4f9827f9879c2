"""What screens are built from. A widget knows no office and no operation; it is given values and tells by signals."""
