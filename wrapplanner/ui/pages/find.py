"""Find everywhere: results as one types, in groups, the plan in the order of its parts; Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout

from wrapplanner.domain.finding import Hit, PlanWords, excerpt, telling_lines
from wrapplanner.domain.kinds import Kind
from wrapplanner.domain.plan import Plan
from wrapplanner.ui.pages.find_days import DayWords
from wrapplanner.ui.pages.find_rows import ROW, FoundHead, FoundRow, FoundRows
from wrapplanner.ui.pages.find_things import Known, Thing, found, people_of
from wrapplanner.ui.pages.page import Page, PageContext
from wrapplanner.ui.widgets.marks import part_icon
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.search_field import SearchField
from wrapplanner.ui.widgets.words import words

_PLACE = Qt.ItemDataRole.UserRole
_BATCH = 12
_SETTINGS = ("settings_topic", "settings_backups", "settings_locking", "settings")
"""Imported one in a turn: together they would hold up a key press."""
MOST_HITS, MOST_THINGS = 200, 20
"""How many rows a group may have: nobody reads further than that, and a longer word finds less."""


class FindPage(Page):
    """A field and what was found. `go_to` takes the words to find.

    What is looked through is folded beforehand, in small pieces, while the person reads the page and types.
    """

    door = "find"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._came_with_words = False
        self._plan_words = PlanWords(self.session.framework)
        self._help_topics: Known | None = None
        self._program_places: Known | None = None
        self._people: tuple[Plan, Known] | None = None
        self._day_words = DayWords(getattr(self.session.store, "days", None))
        self._marks: dict[str, QIcon] = {}
        self._preparing = QTimer(self)
        self._preparing.setInterval(0)
        self._preparing.timeout.connect(self._on_prepare)
        self._build()
        self._connect()
        self._on_text_changed("")

    def place(self) -> str:
        """See Page."""
        return "find"

    def go_to(self, rest: str) -> None:
        """See Page."""
        self._came_with_words = bool(rest)
        self._pieces = self._prepared()
        self._preparing.start()
        if rest:
            self._field.setText(rest)
        elif self._field.text():
            self._on_text_changed(self._field.text())  # the plan may have changed meanwhile

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
                self._hits.setCurrentRow(1)  # beneath the name of its group
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
        # Rows are measured a few at a time, between key presses.
        self._hits.setLayoutMode(QListView.LayoutMode.Batched)
        self._hits.setBatchSize(_BATCH)
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

    def _prepared(self) -> Iterator[None]:
        yield from self._plan_words.prepared(self.session.plan)
        self._found_people("")
        yield
        self._help()
        yield
        for module in _SETTINGS:
            import_module(f"wrapplanner.ui.pages.{module}")
            yield
        self._program()
        yield
        yield from self._day_words.prepared()

    def _on_prepare(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self._preparing.stop()
            if self._field.text().strip() and not self._hits.hasFocus():
                self._on_text_changed(self._field.text())  # with the days that were not known yet

    def _on_text_changed(self, text: str) -> None:
        self._hits.clear()
        self._fill(text)
        any_found = self._hits.count() > 0
        if not text.strip():
            said = self.tr("Accents and capitals do not matter.")
        elif not any_found:
            said = self.tr("Nothing here has these words.")
        else:
            said = self.tr("Enter goes to the first; the down arrow goes to the list.")
        self._said.setText(said)
        announce(self._said, said)
        self._hits.setVisible(any_found)

    def _fill(self, text: str) -> None:
        if not text.strip():
            return
        hits = self._plan_words.find(self.session.plan, text, limit=MOST_HITS)
        toolbox = {question.id for question in self.session.framework.questions() if question.kind is Kind.TOOLBOX}
        tools = [hit for hit in hits if hit.entry and hit.question in toolbox]
        self._add_group(self.tr("In my plan"), [self._of_plan(hit, text) for hit in hits if hit not in tools])
        self._add_group(self.tr("In my toolbox"), [self._of_plan(hit, text) for hit in tools])
        self._add_group(self.tr("My people"), [self._of_thing(thing, text) for thing in self._found_people(text)])
        days = found(self._day_words.known, text, MOST_THINGS)
        self._add_group(self.tr("My days, the latest first"), [self._of_thing(thing, text) for thing in days])
        self._add_group(self.tr("In help"), [self._of_thing(thing, text) for thing in found(self._help(), text, MOST_THINGS)])
        places = found(self._program(), text, MOST_THINGS)
        self._add_group(self.tr("In the program"), [self._of_thing(thing, text) for thing in places])

    def _found_people(self, text: str) -> tuple[Thing, ...]:
        plan = self.session.plan
        if self._people is None or self._people[0] is not plan:
            self._people = plan, people_of(self.session.framework, plan)
        return found(self._people[1], text, MOST_THINGS)

    def _help(self) -> Known:
        if self._help_topics is None:
            from wrapplanner.ui.pages.find_help import help_of  # late: all of Help is read

            self._help_topics = help_of(self.context)
        return self._help_topics

    def _program(self) -> Known:
        if self._program_places is None:
            from wrapplanner.ui.pages.find_program import program_of  # late: it knows all of Settings

            self._program_places = program_of(self.context)
        return self._program_places

    def _add_group(self, name: str, rows: list[tuple[FoundRow, str]]) -> None:
        if not rows:
            return
        head = QListWidgetItem(name, self._hits)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setData(ROW, FoundHead(name))
        for row, place in rows:
            item = QListWidgetItem("\n".join(filter(None, (*row.lines, row.where))), self._hits)
            item.setData(_PLACE, place)
            item.setData(ROW, row)

    def _of_plan(self, hit: Hit, wanted: str) -> tuple[FoundRow, str]:
        part = self.session.framework.part(hit.part)
        where, place = part.title, f"write/{hit.question}"
        if not hit.question:
            where, place = part.purpose, f"part/{part.id}"
        elif hit.entry:
            where = f"{part.title} · {self.session.framework.question(hit.question).title}"
            place = f"{place}/{hit.entry}"
        if part.id not in self._marks:
            self._marks[part.id] = part_icon(self.look, part)
        return FoundRow(self._marks[part.id], _lines(hit.words, wanted), where, wanted), place

    def _of_thing(self, thing: Thing, wanted: str) -> tuple[FoundRow, str]:
        lines = _lines(thing.words, wanted)
        return FoundRow(self.look.icon(thing.icon, "ink-soft", 24), lines, thing.where, wanted), thing.place

    def _on_return(self) -> None:
        if self._hits.count():
            self._on_activated(self._hits.item(1))

    def _on_activated(self, item: QListWidgetItem) -> None:
        if place := item.data(_PLACE):
            self.go_requested.emit(str(place))

    def _on_leave(self) -> None:
        self.go_requested.emit("back")


def _lines(words: str, wanted: str) -> tuple[str, ...]:
    return tuple(excerpt(line, wanted) for line in telling_lines(words, wanted))
