// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/glyph.h"

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

    /// Shows text; with the words of an action also a button for it, and one for another.
    void showNotice(const QString &text, const QString &action = {}, const QString &other = {});
    [[nodiscard]] QString text() const;
    /// What stands before the text; a warning at first.
    void setSign(Glyph glyph, Tone tone);

signals:
    void actionRequested();
    void otherRequested();

private:
    QLabel *m_text;
    QLabel *m_sign;
    QPushButton *m_button;
    QPushButton *m_other;
};

} // namespace amb
