"""The screen of the allocation: scenarios side by side, what each child would get and why, and accepting one of them.

``scenarios`` is what there is, ``deeds`` what can be done with it; ``cards`` and ``lists`` show it, ``asking`` asks for
another one, ``by_hand`` is the board on which children are dragged, ``why`` the panel that answers.
"""
