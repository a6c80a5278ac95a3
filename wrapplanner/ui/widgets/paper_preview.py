"""The paper itself: the very pages of the PDF, drawn as large as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from wrapplanner.ui.printing import open_pdf
from wrapplanner.ui.theme import Look
from wrapplanner.ui.widgets.buttons import icon_button
from wrapplanner.ui.widgets.message import announce
from wrapplanner.ui.widgets.words import words

_A4 = (210, 297)
WIDEST = 520
"""The preview's greatest width in pixels at 100 %; beyond that, one opens the PDF."""


class PaperPreview(QWidget):
    """A heading, ‹ Page 1 of 3 ›, and the page. Page Up and Page Down turn it while it or a part of it has the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._whole = False
        self._build()
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.show_nothing()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF, at the page that was shown last if it has one. Raises PrintError."""
        self.sheet.show_document(open_pdf(pdf, self.sheet))
        self._tell()

    def show_nothing(self) -> None:
        """Show a blank sheet."""
        self.sheet.show_document(None)
        self._tell()

    def set_whole(self, whole: bool) -> None:
        """Take the height that the page needs at this width (in a page that scrolls), or shrink the page to fit."""
        self._whole = whole
        self._fit()

    def turn(self, pages: int) -> None:
        """Turn so many pages on, or back if negative; at either end nothing happens."""
        if self.sheet.turn(pages):
            self._tell()
            announce(self.sheet, self._place.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more height than the page needs, and put the arrows under the heading where they do not fit beside it."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page."""
        steps = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1}
        if event.key() in steps:
            self.turn(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        look = self._look
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(0)
        turning = QHBoxLayout()
        turning.setSpacing(0)
        self._heading = words(self.tr("This is the paper"), "body-strong", wrap=False)
        self.before = icon_button(look, "chevron-left", self.tr("The page before"))
        self._place = words("", "caption", wrap=False)
        self.after = icon_button(look, "chevron-right", self.tr("The next page"))
        turning.addWidget(self.before)
        turning.addWidget(self._place)
        turning.addWidget(self.after)
        turning.addStretch(1)
        self._turning = turning
        self._head.addWidget(self._heading, 1)
        self._head.addLayout(turning)
        self.sheet = _Sheet(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(8))
        column.addLayout(self._head)
        column.addWidget(self.sheet, 1)

    def _fit(self) -> None:
        needed = self._heading.sizeHint().width() + self._turning.sizeHint().width()
        beside = needed <= self.width()
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        height = self.sheet.heightForWidth(min(self.width(), self.sheet.maximumWidth()))
        self.sheet.setMinimumHeight(height if self._whole else 200)
        self.sheet.setMaximumHeight(height)
        self.setMaximumHeight(height + self._head.sizeHint().height() + self._look.space(8))

    def _tell(self) -> None:
        sheet = self.sheet
        place = self.tr("Page {0} of {1}").format(sheet.page + 1, sheet.pages) if sheet.pages else ""
        self._place.setText(place)
        for arrow, end in ((self.before, 0), (self.after, sheet.pages - 1)):
            arrow.setVisible(sheet.pages > 1)
            arrow.setEnabled(sheet.page != end)
        sheet.setAccessibleName(self.tr("The paper: {0}").format(place) if place else self.tr("The paper"))
        sheet.setAccessibleDescription(sheet.page_text())
        self._fit()

    def _on_before(self) -> None:
        self.turn(-1)

    def _on_after(self) -> None:
        self.turn(1)


class _Sheet(QLabel):
    """One page on a sheet with a thin edge, as large as fits. It takes the focus, so that Page Down can turn it.

    A label, since that is what a screen reader is to take it for: words to be read.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._document: QPdfDocument | None = None
        self._drawn: tuple[int, QSize, float] | None = None
        self._pixmap = QPixmap()
        self.page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", "inner")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumWidth(round(WIDEST * look.scale))

    @property
    def pages(self) -> int:
        """How many pages there are; 0 for a blank sheet."""
        return self._document.pageCount() if self._document is not None else 0

    def page_text(self) -> str:
        """Return the words of the page, for those who hear it."""
        return self._document.getAllText(self.page).text() if self._document is not None else ""

    def show_document(self, document: QPdfDocument | None) -> None:
        """Show a document, which is then this sheet's own."""
        if self._document is not None:
            self._document.deleteLater()
        self._document, self._drawn = document, None
        self.page = max(0, min(self.page, self.pages - 1))
        self.updateGeometry()
        self.update()

    def turn(self, pages: int) -> bool:
        """Turn pages; return whether there was one."""
        wanted = max(0, min(self.page + pages, self.pages - 1))
        turned, self.page = wanted != self.page, wanted
        self.update()
        return turned

    def heightForWidth(self, width: int) -> int:
        """Return the height of a page of this width."""
        wide, high = self._proportion()
        return round(width * high / wide)

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        width = round(324 * self._look.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which a page can be known."""
        return QSize(160, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet and the page on it."""
        painter = QPainter(self)
        box = self._sheet_box()
        painter.fillRect(box, Qt.GlobalColor.white)  # paper is white whatever the theme
        if self._document is not None:
            painter.drawPixmap(box.topLeft(), self._page_pixmap(box.size()))
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _proportion(self) -> tuple[float, float]:
        if self._document is None:
            return _A4
        size = self._document.pagePointSize(self.page)
        return size.width(), size.height()

    def _sheet_box(self) -> QRect:
        wide, high = self._proportion()
        scale = min(self.width() / wide, self.height() / high)
        width, height = round(wide * scale), round(high * scale)
        return QRect((self.width() - width) // 2, 0, width, height)

    def _page_pixmap(self, size: QSize) -> QPixmap:
        assert self._document is not None
        key = (self.page, size, self.devicePixelRatioF())
        if key != self._drawn:
            image = self._document.render(self.page, size * self.devicePixelRatioF())
            self._pixmap = QPixmap.fromImage(image)
            self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._drawn = key
        return self._pixmap
