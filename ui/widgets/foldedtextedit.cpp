// SPDX-License-Identifier: MIT
#include "ui/widgets/foldedtextedit.h"

#include <QMimeData>
#include <QTextBlock>

namespace amb {

namespace {

/// Characters Qt lays out within a millisecond or two.
constexpr qsizetype foldAt = 8192;
/// Marks a block whose end is a fold, not a line break.
constexpr int foldState = 1;

} // namespace

FoldedTextEdit::FoldedTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void FoldedTextEdit::setText(const QString &text)
{
    QString folded;
    folded.reserve(text.size() + text.size() / foldAt);
    QList<int> folds; // numbers of the blocks that end in a fold
    int block = 0;
    qsizetype length = 0;
    for (const QChar c : text) {
        if (length >= foldAt && !c.isLowSurrogate() && c != u'\n') {
            folds.append(block++);
            folded += u'\n';
            length = 0;
        }
        folded += c;
        ++length;
        if (c == u'\n') {
            ++block;
            length = 0;
        }
    }
    m_isFolded = !folds.isEmpty();
    setPlainText(folded);
    for (const int number : std::as_const(folds))
        document()->findBlockByNumber(number).setUserState(foldState);
}

void FoldedTextEdit::setWraps(bool wraps)
{
    setLineWrapMode(wraps ? WidgetWidth : NoWrap);
}

QMimeData *FoldedTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text;
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid();
         block = block.next()) {
        const int from = std::max(0, cursor.selectionStart() - block.position());
        const int to = std::min(block.length() - 1, cursor.selectionEnd() - block.position());
        text += block.text().mid(from, to - from);
        if (block == last)
            break;
        if (block.userState() != foldState)
            text += u'\n';
    }
    auto *copied = new QMimeData; // the caller owns it
    copied->setText(text);
    return copied;
}

} // namespace amb
