"""Settings: the words that the plan uses, and the paper it is printed on."""

from __future__ import annotations

from wrapplanner.pdf.options import Paper
from wrapplanner.ui.pages.settings_topic import Topic
from wrapplanner.ui.widgets.choice_card import ChoiceCard
from wrapplanner.ui.widgets.words import words


class WordsTopic(Topic):
    """The framework's wordings, and whether every question is asked."""

    def _build(self) -> None:
        now = self.context.preferences.now
        for wording in self.context.session.framework.wordings:
            self.add_heading(wording.title, wording.help)
            cards = {choice.id: ChoiceCard(self.look, choice.title) for choice in wording.choices}
            self.add_cards(wording.title, wording.id, cards, now.wording.get(wording.id, wording.chosen), least=240)
        self.add_heading(self.tr("Questions"))
        said = self.tr("Shows every question of a part. Without it you see the ones that most plans need.")
        more = self.add_tick("more", self.tr("Ask me more"), said, ticked=now.more)
        more.toggled.connect(self._on_more)

    def choose(self, preference: str, value: str) -> None:
        """Keep the choice among the wordings."""
        self.keep(wording={**self.context.preferences.now.wording, preference: value})

    def _on_more(self, on: bool) -> None:
        self.keep(more=on)


class PaperTopic(Topic):
    """What Print & share begins with."""

    def _build(self) -> None:
        now = self.context.preferences.now
        papers = {
            Paper.A4.value: ChoiceCard(self.look, "A4", self.tr("Most of the world, 210 × 297 mm")),
            Paper.LETTER.value: ChoiceCard(self.look, "Letter", self.tr("North America, 8½ × 11 inches")),
        }
        self.add_heading(self.tr("Paper in my printer"))
        self.add_cards(self.tr("Paper in my printer"), "paper", papers, now.paper, least=280)
        sizes = {
            "standard": ChoiceCard(self.look, self.tr("Standard"), self.tr("Letters as in most books")),
            "large": ChoiceCard(self.look, self.tr("Large print"), self.tr("Half as large again, on more pages")),
        }
        self.add_heading(self.tr("Size of print"))
        self.add_cards(self.tr("Size of print"), "large_print", sizes, "large" if now.large_print else "standard", least=280)
        self.column.addWidget(words(self.tr("You can choose differently each time you print."), "caption"))

    def choose(self, preference: str, value: str) -> None:
        """Keep the paper by its name, the size of print as yes or no."""
        self.keep(**{preference: value == "large" if preference == "large_print" else value})
