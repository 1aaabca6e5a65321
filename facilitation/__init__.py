"""Tryeza: plans coordination events and carries each from the first consultation to the last kept promise.

``domain`` says what things are; ``planning`` and ``cafe`` hold the pure rules; ``storage``, ``documents``,
``exchange`` and ``library`` are the edges; ``services`` what people do; ``ui``, ``web`` and ``cli`` the faces.
"""

__version__ = "0.1.0"
