"""What the databases' errors mean for a person: every foreign exception leaves this package as one of ours."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from psycopg import errors as postgresql
from sqlalchemy import URL
from sqlalchemy import exc as sqlalchemy_errors

from facilitation.errors import (
    ChangedElsewhere,
    FacilitationError,
    InvalidInput,
    NotFound,
    StorageUnavailable,
    mark,
)

_log = logging.getLogger(__name__)

LOCKED = mark(
    "The database {place} is locked by another program. Close that program or wait until it has finished, "
    "then try again. What was saved before is safe."
)
READ_ONLY = mark(
    "The database {place} can be read but not written. Give this user account the right to write the file and its "
    "folder, or name another database in TRYEZA_DATABASE_URL."
)
CANNOT_OPEN = mark(
    "The database {place} cannot be opened. Check that the folder exists and that this user account may read and "
    "write it, or name another database in TRYEZA_DATABASE_URL."
)
NOT_A_DATABASE = mark(
    "The file {place} is not a database of Tryeza. Move it away, or name another database in TRYEZA_DATABASE_URL."
)
DAMAGED = mark(
    "The database {place} is damaged. Keep a copy of the file, move it away and restore the last backup into a new "
    "database."
)
DISK_FULL = mark(
    "There is no room left for the database {place}. Make room on the disk and try again. What was saved before is "
    "safe."
)
DISK_FAILED = mark(
    "The disk with the database {place} does not answer as it should. Check the disk and its cable or network, then "
    "try again."
)
UNREACHABLE = mark(
    "The database server {place} cannot be reached. Check that it is running, that the network works and that "
    "TRYEZA_DATABASE_URL is right, then try again. What was saved before is safe."
)
SIGN_IN_REFUSED = mark(
    "The database server {place} refuses the user name or the password. Correct them in TRYEZA_DATABASE_URL."
)
NO_SUCH_DATABASE = mark(
    "The server is running, but it has no database {place}. Create it, or correct the name in TRYEZA_DATABASE_URL."
)
NOT_ALLOWED = mark(
    "The database {place} does not let this user read or write. Ask whoever looks after it for that right."
)
TOO_BUSY = mark("The database {place} is too busy at this moment. Wait a little and try again.")
NEWER = mark(
    "The database {place} was made by a newer version of Tryeza. Install that version, or name another database in "
    "TRYEZA_DATABASE_URL."
)
FOREIGN = mark(
    "The database {place} holds the tables of another program. Name an empty or new database in TRYEZA_DATABASE_URL."
)
NOT_SET_UP = mark("The database {place} has no tables of Tryeza yet. Start Tryeza once; it sets them up.")
OTHER_TROUBLE = mark(
    "The database {place} could not do what was asked. Try again; if it happens again, give the log to whoever looks "
    "after Tryeza."
)
_GONE = mark("What this belongs to has been removed in the meantime. Go back to the list and choose again.")
_CANNOT_BE_KEPT = mark(
    "Something typed here cannot be saved: a number is too large, or a text holds a character that no keyboard "
    "writes. Correct it and save again."
)

_SQLITE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: CANNOT_OPEN,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_AUTH: NOT_ALLOWED,
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: DISK_FAILED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
}
_POSTGRESQL: tuple[tuple[type[Exception], str], ...] = (
    (postgresql.DiskFull, DISK_FULL),
    (postgresql.IoError, DISK_FAILED),
    (postgresql.DataCorrupted, DAMAGED),
    (postgresql.IndexCorrupted, DAMAGED),
    (postgresql.ReadOnlySqlTransaction, NOT_ALLOWED),
    (postgresql.InsufficientPrivilege, NOT_ALLOWED),
    (postgresql.UndefinedTable, NOT_SET_UP),
    (postgresql.TooManyConnections, TOO_BUSY),
    (postgresql.DeadlockDetected, TOO_BUSY),
    (postgresql.LockNotAvailable, TOO_BUSY),
    (postgresql.OutOfMemory, TOO_BUSY),
)


def place_of(url: URL) -> str:
    """Where a database is, without user, password or options of the address."""
    if url.get_backend_name() == "sqlite":
        return str(Path(url.database or "").absolute())
    host = url.query.get("host") or url.host or "localhost"
    return f"{host}:{url.port or 5432}/{url.database or ''}"


def our_error(error: BaseException, url: URL) -> FacilitationError | None:
    """The error of ours that says what ``error`` of a database or of SQLAlchemy means; None where it is a bug."""
    if isinstance(error, FacilitationError):
        return error
    if isinstance(error, ValueError | OverflowError | postgresql.DataError):
        return InvalidInput(_CANNOT_BE_KEPT)
    if isinstance(error, sqlite3.IntegrityError | postgresql.IntegrityError):
        return _integrity_error(error)
    if isinstance(error, postgresql.SerializationFailure):
        return ChangedElsewhere()
    if isinstance(error, sqlite3.Error | postgresql.Error | sqlalchemy_errors.TimeoutError):
        template = _template(error)
        _log.warning("database trouble: %s %s", type(error).__name__, _code(error))
        return StorageUnavailable(template, place=place_of(url))
    return None


def _integrity_error(error: Exception) -> FacilitationError:
    """A broken key: what it pointed to went away, or somebody else made the same thing first."""
    is_gone = (
        isinstance(error, postgresql.ForeignKeyViolation)
        or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
    )
    return NotFound(_GONE) if is_gone else ChangedElsewhere()


def _template(error: Exception) -> str:
    """The sentence for an error of the database itself."""
    if isinstance(error, sqlalchemy_errors.TimeoutError):
        return TOO_BUSY
    if isinstance(error, sqlite3.Error):
        if "no such table" in str(error):
            return NOT_SET_UP
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, OTHER_TROUBLE)
    known = next((template for kind, template in _POSTGRESQL if isinstance(error, kind)), None)
    return known or _connection_template(error)


def _connection_template(error: Exception) -> str:
    """The sentence for a connection that failed; libpq tells the reason in words only."""
    if not isinstance(error, postgresql.OperationalError | postgresql.InterfaceError):
        return OTHER_TROUBLE
    words = str(error)
    if "authentication failed" in words or "no password supplied" in words or 'role "' in words:
        return SIGN_IN_REFUSED
    if 'database "' in words and "does not exist" in words:
        return NO_SUCH_DATABASE
    return TOO_BUSY if "too many clients" in words or "connection slots" in words else UNREACHABLE


def _code(error: Exception) -> str:
    """The database's own code, for the log. Its words may hold what people typed, so they stay out."""
    return str(getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or "")
