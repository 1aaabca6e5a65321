"""What can go wrong for a person: each error carries a sentence to translate and its values."""

from __future__ import annotations


def mark(message: str) -> str:
    """Mark a sentence for the catalogues without translating it here."""
    return message


class FacilitationError(Exception):
    """Something a person can mend. ``template`` is an English sentence from the catalogue.

    ``str(error)`` is English, for the log; ``i18n.labels.error_sentence`` says it in a language.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values) if values else template)


class InvalidInput(FacilitationError):
    """What was typed, imported or asked for cannot be used as it is."""


class NotFound(FacilitationError):
    """The named thing does not exist (any more)."""


class Revoked(FacilitationError):
    """What a link once opened was closed again."""


class ChangedElsewhere(FacilitationError):
    """Somebody else saved the same field meanwhile; both texts travel with the error.

    ``subject`` is the id of the changed thing, ``field`` its attribute, ``mine`` and ``theirs`` the two values.
    """

    def __init__(self, *, subject: str = "", field: str = "", mine: object = None, theirs: object = None) -> None:
        super().__init__(
            mark("Somebody else changed this in the meantime. Compare the two texts and choose which one stays.")
        )
        self.subject, self.field, self.mine, self.theirs = subject, field, mine, theirs


class LibraryProblem(FacilitationError):
    """Files in ``agendas/`` that cannot be used; ``problems`` lists every one with file and field.

    ``details`` are the same problems as errors, to be said in a language.
    """

    template = mark("The content library has {count} problem(s): {problems}")

    def __init__(self, problems: tuple[str, ...], details: tuple[FacilitationError, ...] = ()) -> None:
        super().__init__(self.template, count=len(problems), problems="; ".join(problems))
        self.problems, self.details = problems, details


class OwnFileProblem(LibraryProblem):
    """The same of a template or method of one's own, which was therefore not saved."""

    template = mark("Nothing was saved, {count} problem(s): {problems}")


class StorageUnavailable(FacilitationError):
    """The database cannot be reached, read or written."""
