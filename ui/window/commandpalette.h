// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/actionlist.h"

#include <QDialog>
#include <QPointer>

class QLineEdit;
class QTreeWidget;

namespace amb {

/// How well the typed words fit a text, from any part of it; no value when one does not. Each word
/// is the beginning of a word in the text, a part of it, or letters of it in their order.
std::optional<int> fitOf(const QString &typed, const QString &text);

/// All actions of a window, found by some letters of their words and run by Enter.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QMainWindow &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void run();
    void place();

    QMainWindow &m_window;
    QList<ActionEntry> m_entries;
    QLineEdit *m_field;
    QTreeWidget *m_list;
};

} // namespace amb
