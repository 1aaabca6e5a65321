"""What somebody did, in words: the verbs of the history."""

from __future__ import annotations

from facilitation.errors import mark
from facilitation.i18n.translator import Translator

VERBS = {
    "create": mark("Event made"),
    "load_sample": mark("Sample opened"),
    "open_archive": mark("Archive opened"),
    "edit_event": mark("Event changed"),
    "move_event": mark("Event moved to another day"),
    "add_item": mark("Session added"),
    "edit_item": mark("Session changed"),
    "move_item": mark("Session moved"),
    "move_items": mark("Sessions moved"),
    "shift_items": mark("Sessions shifted in time"),
    "edit_items": mark("Sessions changed"),
    "duplicate_item": mark("Session doubled"),
    "divide_item": mark("Session divided"),
    "join_items": mark("Sessions joined"),
    "copy_day": mark("Day copied"),
    "paste_items": mark("Sessions pasted"),
    "remove_item": mark("Session removed"),
    "remove_items": mark("Sessions removed"),
    "start_day": mark("Start of a day changed"),
    "import_agenda": mark("Agenda imported"),
    "use_method": mark("Method chosen"),
    "edit_guide": mark("Guide changed"),
    "add_task": mark("Task added"),
    "edit_task": mark("Task changed"),
    "import_tasks": mark("Tasks imported"),
    "remove_task": mark("Task removed"),
    "give_role": mark("Role given to somebody"),
    "give_tasks": mark("Tasks given to somebody"),
    "hand_over": mark("Tasks handed over"),
    "add_person": mark("Participant added"),
    "edit_person": mark("Participant changed"),
    "invite": mark("Invitations marked as sent"),
    "mark_attended": mark("Attendance ticked"),
    "import_people": mark("Participants imported"),
    "remove_person": mark("Participant removed"),
    "edit_cafe": mark("World café changed"),
    "make_groups": mark("Café groups made"),
    "choose_plan": mark("Café plan put in use"),
    "edit_plan": mark("Café plan changed"),
    "remove_plan": mark("Café plan removed"),
    "swap_seats": mark("Two seats exchanged"),
    "lock_seats": mark("Café seats locked"),
    "unlock_seats": mark("Café seats unlocked"),
    "repair_groups": mark("Café groups repaired"),
    "add_note": mark("Note written"),
    "edit_note": mark("Note changed"),
    "remove_note": mark("Note removed"),
    "edit_proceedings": mark("Proceedings changed"),
    "edit_rooms": mark("Rooms changed"),
    "edit_columns": mark("Columns changed"),
    "edit_absences": mark("Absences changed"),
    "accept_finding": mark("Remark accepted"),
    "reopen_finding": mark("Remark opened again"),
    "win_time": mark("Lost time won back"),
    "release": mark("Version released"),
    "undo": mark("Change taken back"),
    "redo": mark("Change made again"),
}


def verb_label(verb: str, _: Translator) -> str:
    """The verb of a change as a person reads it."""
    return _(VERBS.get(verb, verb))
