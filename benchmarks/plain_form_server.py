"""The plainer way to serve a questionnaire: a thread for each request, a unit of work for each of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import parse_qs

from benchmarks.made_event import prepared_application
from facilitation.planning.form_answers import read_answers
from facilitation.services.application import Application
from facilitation.web.form_html import form_html
from facilitation.web.form_sheet import FormSheet, facts_of, wrong_fields
from facilitation.web.form_token import filling_in, new_token


@contextmanager
def plain_form_server(database: Path) -> Iterator[str]:
    """The address of a server in a process of its own; the same page and the same checks as ours."""
    ours, theirs = Pipe()
    process = get_context("spawn").Process(target=_serve, args=(database, theirs), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join(20)


def _serve(database: Path, told: Connection) -> None:
    class Handler(_Handler):
        application = prepared_application(database)

    class Server(ThreadingHTTPServer):
        request_queue_size = 1024

    server = Server(("127.0.0.1", 0), Handler)
    told.send(server.server_address[1])
    server.serve_forever()


class _Handler(BaseHTTPRequestHandler):
    application: Application

    def do_GET(self) -> None:
        """The empty form."""
        form = self.application.form_links.open(*self._key())
        page = form_html(FormSheet(form, "sq", {}, new_token(form.link, time.time()), {})).encode()
        self._say(200, page)

    def do_POST(self) -> None:
        """Take the answers."""
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
        links, (link_id, secret) = self.application.form_links, self._key()
        form = links.open(link_id, secret)
        once = filling_in(form.link, fields["token"][0], time.time())
        if wrong_fields(form, fields, "sq"):
            raise SystemExit("The plain server was sent a wrong form.")
        answers, facts = read_answers(form.questionnaire, fields), facts_of(form, fields)
        links.hand_in(link_id, secret, answers, once=once, language="sq", **facts)
        self._say(303, b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _key(self) -> tuple[str, str]:
        link_id, _, secret = self.path.removeprefix("/f/").partition(".")
        return link_id, secret

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
