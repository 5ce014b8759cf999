// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QRegularExpression>

namespace amb {

/// The colours a highlighter can have. Each is mixed into the palette's own background, so that the
/// text on it can be read in a light and in a dark theme.
enum class HighlightHue : quint8 {
    Yellow,
    Green,
    Blue,
    Purple,
    Red,
    Grey,
};

/// "Yellow", "Green", …
QString hueText(HighlightHue hue);
/// The background of a row with this hue.
QColor hueColor(HighlightHue hue, const QPalette &palette);

/// One rule: messages that contain a text, or match a pattern, get a colour.
struct Highlighter
{
    QString text;
    bool isPattern = false; ///< text is a regular expression
    bool isCaseSensitive = false;
    HighlightHue hue = HighlightHue::Yellow;
    bool isEnabled = true;

    friend bool operator==(const Highlighter &, const Highlighter &) = default;

    /// What is wrong with the text; no value when it can be used.
    [[nodiscard]] std::optional<Error> problem() const;
};

/// The rules by which rows of the message list are coloured; the first that fits wins.
class Highlighters : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<Highlighter> &rules() const { return m_rules; }
    /// Rules with a problem are kept, but never fit.
    void setRules(const QList<Highlighter> &rules);

    /// The number of the first rule that fits a row, from what the list shows of it and the message
    /// itself; -1 when none does.
    [[nodiscard]] int match(const QString &shown, QByteArrayView message) const;

    /// As JSON, for the settings.
    [[nodiscard]] QByteArray save() const;
    /// What cannot be read is left out.
    void restore(const QByteArray &saved);

signals:
    void changed();

private:
    QList<Highlighter> m_rules;
    QList<QRegularExpression> m_patterns; // one for each rule; invalid ones never match
};

} // namespace amb
