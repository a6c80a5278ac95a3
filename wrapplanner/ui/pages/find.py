"""Find in my plan: results as one types, in the order of the parts; Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from wrapplanner.domain.finding import Hit, find
from wrapplanner.ui.pages.page import Page, PageContext
from wrapplanner.ui.widgets.marks import part_icon
from wrapplanner.ui.widgets.words import words


class FindPage(Page):
    """A field and what was found. `go_to` takes the words to find."""

    door = "find"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        look = self.look
        header = self.make_header(quiet=True)
        header.addWidget(words(self.tr("Find"), "title", wrap=False), 1)
        column = QVBoxLayout()
        column.setContentsMargins(32, look.space(8), 32, look.space(16))
        column.setSpacing(look.space(12))
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Find in my plan"))
        self._field.setPlaceholderText(self.tr("A word, or part of one"))
        self._field.setClearButtonEnabled(True)
        self._field.addAction(look.icon("search", "ink-soft"), QLineEdit.ActionPosition.LeadingPosition)
        self._field.setMaximumWidth(round(608 * look.scale))
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_return)
        self._field.installEventFilter(self)
        self._said = words("", "soft")
        self._hits = QListWidget()
        self._hits.setAccessibleName(self.tr("Found"))
        self._hits.setProperty("side", True)
        self._hits.setWordWrap(True)
        self._hits.setMaximumWidth(round(1008 * look.scale))
        self._hits.setIconSize(look.icon_extent(24))
        self._hits.itemActivated.connect(self._on_activated)
        self._hits.itemClicked.connect(self._on_activated)
        for widget in (self._field, self._said):
            column.addWidget(widget)
        column.addWidget(self._hits, 1)
        self.outer.addLayout(column, 1)
        self._on_text_changed("")

    def place(self) -> str:
        """See Page."""
        return "find"

    def go_to(self, rest: str) -> None:
        """See Page."""
        if rest:
            self._field.setText(rest)

    def focus_start(self) -> None:
        """See Page."""
        self._field.setFocus()
        self._field.end(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the field to what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._hits.setFocus()
            self._hits.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        self._hits.clear()
        hits = find(self.session.framework, self.session.plan, text)
        for hit in hits:
            self._add(hit)
        if not text.strip():
            said = self.tr("Accents and capitals do not matter.")
        elif not hits:
            said = self.tr("Nothing in your plan has these words.")
        else:
            said = self.tr("Enter goes to the first; the down arrow goes to the list.")
        self._said.setText(said)
        self._hits.setVisible(bool(hits))

    def _add(self, hit: Hit) -> None:
        framework, look = self.session.framework, self.look
        part, question = framework.part(hit.part), framework.question(hit.question)
        first, *more = hit.words.split("\n")
        said = f"{first}\n{part.title} · {question.title}" if hit.entry else f"{first}\n{part.title}"
        item = QListWidgetItem(part_icon(look, part), said, self._hits)
        item.setToolTip("\n".join(more[:4]))
        item.setData(Qt.ItemDataRole.UserRole, f"write/{hit.question}/{hit.entry}" if hit.entry else f"write/{hit.question}")

    def _on_return(self) -> None:
        if self._hits.count():
            self._on_activated(self._hits.item(0))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.go_requested.emit(str(item.data(Qt.ItemDataRole.UserRole)))
