"""Find in my plan: results as one types, in the order of the parts; Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout

from wrapplanner.domain.finding import Hit, excerpt, find, telling_lines
from wrapplanner.ui.pages.find_rows import ROW, FoundRow, FoundRows
from wrapplanner.ui.pages.page import Page, PageContext
from wrapplanner.ui.widgets.marks import part_icon
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.search_field import SearchField
from wrapplanner.ui.widgets.words import words

_PLACE = Qt.ItemDataRole.UserRole


class FindPage(Page):
    """A field and what was found. `go_to` takes the words to find."""

    door = "find"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._came_with_words = False
        self._build()
        self._connect()
        self._on_text_changed("")

    def place(self) -> str:
        """See Page."""
        return "find"

    def go_to(self, rest: str) -> None:
        """See Page."""
        self._came_with_words = bool(rest)
        if rest:
            self._field.setText(rest)

    def focus_start(self) -> None:
        """Put the focus on the field; its old words are marked, so that typing takes their place."""
        self._field.setFocus()
        if self._came_with_words:
            self._field.end(False)
        else:
            self._field.selectAll()
        self._came_with_words = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the field to what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            if self._hits.count():
                self._hits.setFocus()
                self._hits.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        look = self.look
        header = self.make_header(quiet=True)
        header.addWidget(words(self.tr("Find"), "title", wrap=False), 1)
        column = QVBoxLayout()
        column.setContentsMargins(32, look.space(8), 32, look.space(16))
        column.setSpacing(look.space(12))
        self._field = SearchField(look, self.tr("Find in my plan"), self.tr("A word, or part of one"))
        self._field.setMaximumWidth(round(608 * look.scale))
        self._said = words("", "soft")
        self._hits = QListWidget()
        self._hits.setAccessibleName(self.tr("Found"))
        self._hits.setProperty("side", True)
        self._hits.setProperty("focusRing", "none")
        self._hits.setMouseTracking(True)
        self._hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hits.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._hits.setResizeMode(QListView.ResizeMode.Adjust)
        rows = FoundRows(look, self._hits)
        self._hits.setItemDelegate(rows)
        self._hits.setMaximumWidth(rows.widest() + self._hits.verticalScrollBar().sizeHint().width())
        for widget in (self._field, self._said):
            column.addWidget(widget)
        column.addWidget(self._hits, 1)
        column.addStretch()
        self.outer.addLayout(column, 1)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_return)
        self._field.installEventFilter(self)
        self._hits.itemActivated.connect(self._on_activated)
        self._hits.itemClicked.connect(self._on_activated)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._on_leave)

    def _on_text_changed(self, text: str) -> None:
        self._hits.clear()
        hits = find(self.session.framework, self.session.plan, text)
        for hit in hits:
            self._add(hit, text)
        if not text.strip():
            said = self.tr("Accents and capitals do not matter.")
        elif not hits:
            said = self.tr("Nothing in your plan has these words.")
        else:
            said = self.tr("Enter goes to the first; the down arrow goes to the list.")
        self._said.setText(said)
        announce(self._said, said)
        self._hits.setVisible(bool(hits))

    def _add(self, hit: Hit, wanted: str) -> None:
        part = self.session.framework.part(hit.part)
        lines = tuple(excerpt(line, wanted) for line in telling_lines(hit.words, wanted))
        where, place = part.title, f"write/{hit.question}"
        if not hit.question:
            where, place = part.purpose, f"part/{part.id}"
        elif hit.entry:
            where = f"{part.title} · {self.session.framework.question(hit.question).title}"
            place = f"{place}/{hit.entry}"
        item = QListWidgetItem("\n".join((*lines, where)), self._hits)
        item.setData(_PLACE, place)
        item.setData(ROW, FoundRow(part_icon(self.look, part), lines, where, wanted))

    def _on_return(self) -> None:
        if self._hits.count():
            self._on_activated(self._hits.item(0))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.go_requested.emit(str(item.data(_PLACE)))

    def _on_leave(self) -> None:
        self.go_requested.emit("back")
