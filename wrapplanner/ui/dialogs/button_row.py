"""A dialog's buttons: abreast at the right, or one below the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wrapplanner.ui.theme import Look


class ButtonRow(QWidget):
    """Buttons from the first to the last; Tab follows that order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._gap = look.space(12)
        self._buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QPushButton) -> None:
        """Add a button after the others."""
        button.setParent(self)
        button.show()
        self._buttons.append(button)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return one row's height, or that of all of them one below the other."""
        hints = [button.sizeHint() for button in self._buttons]
        if not hints:
            return 0
        high = max(hint.height() for hint in hints)
        return high if self._fit_abreast(width) else len(hints) * high + (len(hints) - 1) * self._gap

    def sizeHint(self) -> QSize:
        """Return room for the widest button."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest, self.heightForWidth(self.width()))

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons."""
        inside = self.contentsRect()
        if self._fit_abreast(self.width()):
            right = inside.right() + 1
            for button in reversed(self._buttons):
                hint = button.sizeHint()
                button.setGeometry(QRect(right - hint.width(), inside.top(), hint.width(), hint.height()))
                right -= hint.width() + self._gap
            return
        top = inside.top()
        for button in reversed(self._buttons):  # the main one is nearest to the words
            high = button.sizeHint().height()
            button.setGeometry(QRect(inside.left(), top, inside.width(), high))
            top += high + self._gap

    def _fit_abreast(self, width: int) -> bool:
        margins = self.contentsMargins()
        wanted = sum(button.sizeHint().width() for button in self._buttons) + self._gap * (len(self._buttons) - 1)
        return wanted <= width - margins.left() - margins.right()
