"""What a school is: pupils, courses, wishes, rooms, people, and the rules between them.

Standard library and language only. Knows neither file nor screen.
"""
