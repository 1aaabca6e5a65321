"""Tryeza: plans coordination events and carries each from the first consultation to the last kept promise.

``domain`` says what things are; ``planning`` and ``cafe`` hold the pure rules; ``storage``, ``documents``,
``exchange`` and ``library`` are the edges; ``services`` what people do; ``ui``, ``web`` and ``cli`` the faces.
"""

import gc

__version__ = "0.1.0"

# Python looks for objects that only hold each other after every 700 new ones; a volume or a screen makes hundreds of
# thousands that do not, and a fifth of the time went into looking.
gc.set_threshold(20_000, 10, 10)
