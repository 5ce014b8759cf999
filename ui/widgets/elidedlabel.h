// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/tone.h"

#include <QFrame>

namespace amb {

/// Plain text on one line, or on a few, that is shortened to its room; the whole is shown on hover.
/// It asks for no more room than it is given, so a longer text moves nothing.
class ElidedLabel : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    void setTone(Tone tone);
    /// What is said on hover instead of the text that does not fit.
    void setHint(const QString &hint);
    void setElideMode(Qt::TextElideMode mode);
    void setAlignment(Qt::Alignment alignment);
    /// Always as wide as this text, whatever is shown.
    void reserve(const QString &widest);
    /// Has room for so many lines and breaks the text into them where one is too short.
    void setMostLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();
    /// The text as it fits, broken by line ends.
    [[nodiscard]] QString fitted() const;

    QString m_text;
    QString m_hint;
    QString m_reserved;
    int m_mostLines = 1;
    Tone m_tone = Tone::Plain;
    Qt::TextElideMode m_elideMode = Qt::ElideRight;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace amb
