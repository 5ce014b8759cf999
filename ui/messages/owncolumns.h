// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/jsonpath.h"

#include <QList>
#include <QStringList>

namespace amb {

/// A column of the message list that the user made: a value of each message.
struct OwnColumn
{
    QString title;
    JsonPath path;

    /// The value in a message, in one line of bounded length; empty where there is none.
    [[nodiscard]] QString textIn(const QJsonValue &message) const;
    /// What a path is called when nobody gives it a title: its last part.
    static QString usualTitle(const QString &path);
};

/// The user's own columns, in order.
class OwnColumns
{
public:
    static constexpr qsizetype most = 12;

    [[nodiscard]] qsizetype count() const { return m_columns.size(); }
    [[nodiscard]] const OwnColumn &at(qsizetype i) const { return m_columns.at(i); }
    void append(const OwnColumn &column) { m_columns.append(column); }
    void replace(qsizetype i, const OwnColumn &column) { m_columns[i] = column; }
    void remove(qsizetype i) { m_columns.removeAt(i); }

    /// The texts of all columns. Of very large messages nothing is read.
    [[nodiscard]] QStringList textsIn(const QByteArray &message) const;

    /// As JSON, for the settings.
    [[nodiscard]] QByteArray save() const;
    /// What cannot be read is left out.
    static OwnColumns restored(const QByteArray &saved);

private:
    QList<OwnColumn> m_columns;
};

} // namespace amb
