// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

namespace amb {

/// Text as a JSON string, quoted and escaped, in UTF-8.
QByteArray jsonText(QStringView text);
/// The elements, each a JSON text, as a JSON array.
QByteArray jsonArray(const QList<QByteArray> &elements);
/// The strings as a JSON array.
QByteArray jsonTexts(const QStringList &texts);

/// Writes a JSON object with its members in the order they are added, as real instances send them;
/// QJsonDocument would sort them.
class OrderedObject
{
public:
    /// Adds a member whose value is a JSON text already.
    OrderedObject &json(QByteArrayView name, QByteArrayView value);
    OrderedObject &object(QByteArrayView name, const OrderedObject &value);
    OrderedObject &text(QByteArrayView name, QStringView value);
    OrderedObject &number(QByteArrayView name, qint64 value);
    OrderedObject &flag(QByteArrayView name, bool value);

    [[nodiscard]] QByteArray toJson() const { return '{' + m_members + '}'; }

private:
    QByteArray m_members;
};

} // namespace amb
