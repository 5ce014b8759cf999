// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boarddifference.h"

#include <QDialog>
#include <QList>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace amb {

/// What a board's traffic missed, as a fresh reading of the instance found it.
class BoardDifferenceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BoardDifferenceDialog(QWidget *parent = nullptr);

    void setDifferences(const QString &board, const QList<BoardDifference> &differences);
    /// The list as lines of text, with tabs between the columns.
    [[nodiscard]] QString toText() const;

private:
    QLabel *m_headline;
    QTreeWidget *m_list;
    QPushButton *m_close = nullptr;
};

} // namespace amb
