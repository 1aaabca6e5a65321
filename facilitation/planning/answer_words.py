"""An answer of a questionnaire in words."""

from __future__ import annotations

from facilitation.domain.consultation import Answer, Question


def answer_words(answer: Answer, question: Question | None, language: str) -> str:
    """The words, the chosen places or the point on the scale, as one text."""
    if answer.text:
        return answer.text
    if answer.number is not None:
        return str(answer.number)
    choices = question.choices if question else ()
    chosen = (
        choices[place].said_in(language) if 0 <= place < len(choices) else str(place + 1) for place in answer.chosen
    )
    return "; ".join(chosen)
