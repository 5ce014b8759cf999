// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace amb {

/// A bar over the messages for something that must not be missed; stays until it is dealt with.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows text; with an action's words also a button for it.
    void showNotice(const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

signals:
    void actionRequested();

private:
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace amb
