"""The lists below the cards: what each child gets, who stands differently in B, what becomes of each course."""
