"""One record as a card: a face that reads at rest, a form that opens from it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wrapplanner.ui.editors.cell_fields import CellText, CellWidget, cell_widget
from wrapplanner.ui.models.records_model import LENT, RecordsModel
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import icon_button
from wrapplanner.ui.widgets.words import words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class CardFace(QPushButton):
    """A card at rest: its title, then each column with its words. Pressing it opens it."""

    def __init__(self, look: Look, model: RecordsModel) -> None:
        super().__init__()
        self._model = model
        self._title = model.title_column
        self.setObjectName("cardFace")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # its words wrap
        self.setProperty("focusRing", "inner")
        column = QVBoxLayout(self)
        side = look.space(16)
        column.setContentsMargins(side, look.space(14), side, look.space(14))
        column.setSpacing(look.space(6))
        self._heading = words("", "body-strong")
        self._heading.setContentsMargins(0, 0, look.control() - look.space(8), 0)
        column.addWidget(self._heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space(12))
        grid.setVerticalSpacing(look.space(2))
        grid.setColumnStretch(1, 1)
        fonts = QFontMetrics(look.font("caption"))
        widest = max((fonts.horizontalAdvance(field.title) for field in model.fields), default=0)
        label_width = min(widest + look.space(12), round(150 * look.scale))
        self._labels: dict[int, tuple[QLabel, QLabel]] = {}
        for place, field in enumerate(model.fields):
            if place != self._title:
                pair = (words(field.title, "caption"), words(""))
                pair[0].setAlignment(Qt.AlignmentFlag.AlignTop)
                pair[0].setContentsMargins(0, look.icon_size(2), 0, 0)
                pair[0].setFixedWidth(label_width)
                self._labels[place] = pair
                grid.addWidget(pair[0], place, 0)
                grid.addWidget(pair[1], place, 1)
        column.addLayout(grid)
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_row(self, row: int) -> None:
        """Show a row of the model."""
        model = self._model
        title = model.shown(row, self._title)
        self._heading.setText(title or model.fields[self._title].title)
        _set_role(self._heading, "body-strong" if title else "soft")
        spoken = [title or self.tr("blank")]
        for place, (label, said) in self._labels.items():
            shown = model.shown(row, place)
            said.setText(shown)
            _set_role(said, "soft" if model.index(row, place).data(LENT) else "body")
            label.setVisible(bool(shown))
            said.setVisible(bool(shown))
            if shown:
                spoken.append(f"{model.fields[place].title}: {shown}")
        where = self.tr("card {0} of {1}").format(row + 1, model.rowCount())
        self.setAccessibleName(", ".join((*spoken, where)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        return self.layout().totalSizeHint()  # type: ignore[union-attr]

    def minimumSizeHint(self) -> QSize:
        """Return the least room: long words wrap, so that a card never asks for more width than the page has."""
        return self.layout().totalMinimumSize()  # type: ignore[union-attr]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; arrows and the like are for all cards."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class CardForm(QWidget):
    """A card that is being written: every column with its field."""

    closed = Signal()

    def __init__(self, look: Look, model: RecordsModel, entry: str) -> None:
        super().__init__()
        self._look, self._model, self._entry = look, model, entry
        self._handing_in = False
        self._before: dict[int, str] = {}
        self.fields: list[CellWidget] = []
        column = QVBoxLayout(self)
        side = look.space(12)
        column.setContentsMargins(side, look.space(12), side, look.space(12))
        column.setSpacing(look.space(2))
        for place, field in enumerate(model.fields):
            label = words(field.title, "caption")
            widget = cell_widget(look, field, model.plan)
            label.setBuddy(widget)
            if place == 0:
                label.setContentsMargins(0, 0, look.control(), 0)
            column.addWidget(label)
            column.addWidget(widget)
            column.addSpacing(look.space(4))
            self.fields.append(widget)
            self._connect_field(widget, place)
        self.show_row(model.row_of(entry))
        self._before = {place: widget.words() for place, widget in enumerate(self.fields)}
        for widget in self.fields:
            if isinstance(widget, CellText):
                widget.put_caret(-1)

    def show_row(self, row: int) -> None:
        """Show a row of the model, but for words that were just handed in from here."""
        for place, widget in enumerate(self.fields):
            widget.setAccessibleName(self._model.spoken(row, place))
            if isinstance(widget, CellText):
                widget.setProperty("boxed", True)
                lent = self._model.index(row, place).data(LENT)
                widget.setPlaceholderText(self._model.shown(row, place) if lent else "")
            if not (self._handing_in and widget.hasFocus()):
                widget.show_words(self._model.written(row, place))

    def flush(self) -> None:
        """Hand in what is being written."""
        for place, widget in enumerate(self.fields):
            self._hand_in(widget, place)

    def _connect_field(self, widget: CellWidget, place: int) -> None:
        widget.paused.connect(lambda: self._hand_in(widget, place))
        widget.went_on.connect(lambda step: self._on_went_on(place, step))
        widget.cancelled.connect(lambda: self._on_cancelled(widget, place))

    def _hand_in(self, widget: CellWidget, place: int) -> None:
        row = self._model.row_of(self._entry)
        if row >= 0 and widget.words() != self._model.written(row, place):
            self._handing_in = True
            self._model.write(row, place, widget.words())
            self._handing_in = False

    def _on_went_on(self, place: int, step: int) -> None:
        if step == 0 and place == len(self.fields) - 1:
            self.closed.emit()
        else:
            self.focusNextPrevChild(step >= 0)

    def _on_cancelled(self, widget: CellWidget, place: int) -> None:
        widget.show_words(self._before[place])
        self._hand_in(widget, place)
        self.closed.emit()


class Card(QFrame):
    """One record: its face, or its form while it is written, and ⋯ at the corner."""

    menu_requested = Signal(str, QPoint)

    def __init__(self, look: Look, model: RecordsModel, entry: str) -> None:
        super().__init__()
        self._look, self._model, self.entry = look, model, entry
        self.setObjectName("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self.face = CardFace(look, model)
        self.form: CardForm | None = None
        self._column.addWidget(self.face)
        self.face.pressed.connect(self.open)  # pressed: closing another card may move this one away before the release
        self.menu = icon_button(look, "ellipsis", "", colour="ink-soft")
        self.menu.setParent(self)
        self.menu.clicked.connect(self._on_menu)
        self.show_row()

    def show_row(self) -> None:
        """Show the record as it is now."""
        row = self._model.row_of(self.entry)
        name = self._model.shown(row, self._model.title_column) or self.tr("this card")
        self.menu.setAccessibleName(self.tr("More for {0}").format(name))
        self.menu.setToolTip(self.tr("More"))
        self.face.show_row(row)
        if self.form is not None:
            self.form.show_row(row)

    def open(self, column: int = 0) -> None:
        """Open the fields and put the focus on one."""
        if self.form is None:
            self.form = CardForm(self._look, self._model, self.entry)
            self.form.closed.connect(self._on_closed)
            self._column.addWidget(self.form)
            self.setObjectName("cardStrong")
            self._polish()
            self.form.fields[int(column)].setFocus(Qt.FocusReason.OtherFocusReason)
            self.face.hide()
            self.menu.raise_()

    def close_form(self) -> None:
        """Go back to the face."""
        if self.form is not None:
            self.form.flush()
            form, self.form = self.form, None
            self.face.show()
            form.hide()
            form.deleteLater()
            self.setObjectName("card")
            self._polish()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu by key or by mouse."""
        self._on_menu()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep ⋯ at the corner."""
        side, room = self._look.control(), self._look.space(4)
        self.menu.setGeometry(self.width() - side - room, room, side, side)

    def _on_menu(self) -> None:
        self.menu_requested.emit(self.entry, self.menu.mapToGlobal(self.menu.rect().bottomLeft()))

    def _on_closed(self) -> None:
        self.face.show()
        self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_form()

    def _polish(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)


def _set_role(label: QLabel, role: str) -> None:
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
