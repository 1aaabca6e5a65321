"""Who sits where in a world café: a seeded, pure grouping engine.

``problem`` says what is asked, ``rules`` whether it is possible, ``construct`` makes a first plan, ``search``
improves it, ``score`` counts what came out (and knows nothing of the search), ``explain`` puts it in words.
"""
