"""How others allocate: the methods in use at schools, written down plainly, to be compared with on the same wishes.

None of them knows more than wishes, sizes, times and who may take what; what else a school asks for they break.
"""
