"""What a group takes home on paper. Each function returns a Manuscript; `printed` makes the PDF. No names are on any."""

from wrapplanner.facilitator.handouts.agenda import agenda
from wrapplanner.facilitator.handouts.board import board_handout, boards_handout
from wrapplanner.facilitator.handouts.printed import printed
from wrapplanner.facilitator.handouts.slips import agreement_paper, feedback_form
from wrapplanner.facilitator.handouts.worksheets import worksheet_parts, worksheets

__all__ = [
    "agenda",
    "agreement_paper",
    "board_handout",
    "boards_handout",
    "feedback_form",
    "printed",
    "worksheet_parts",
    "worksheets",
]
