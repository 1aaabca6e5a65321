"""How the program starts: ``streamlit run app.py``, ``python app.py`` or ``uvicorn app:app``."""

import streamlit as st

from facilitation.web.routes import MIDDLEWARE, ROUTES
from facilitation.web.warm_up import lifespan

app = st.App("facilitation/ui/frame.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)

if __name__ == "__main__":
    app.run()
