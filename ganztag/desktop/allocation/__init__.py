"""The screen of the allocation: what each goal would bring, what each child would get, and accepting one of them."""
