// SPDX-License-Identifier: MIT
#include "core/demo/orderedobject.h"

#include "core/jsontext.h"

#include <QString>
#include <QStringList>

namespace amb {

QByteArray jsonText(QStringView text)
{
    return jsonString(text.toUtf8());
}

QByteArray jsonArray(const QList<QByteArray> &elements)
{
    return '[' + elements.join(',') + ']';
}

QByteArray jsonTexts(const QStringList &texts)
{
    QList<QByteArray> elements;
    elements.reserve(texts.size());
    for (const QString &text : texts)
        elements += jsonText(text);
    return jsonArray(elements);
}

OrderedObject &OrderedObject::json(QByteArrayView name, QByteArrayView value)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"';
    m_members += name;
    m_members += "\":";
    m_members += value;
    return *this;
}

OrderedObject &OrderedObject::object(QByteArrayView name, const OrderedObject &value)
{
    return json(name, value.toJson());
}

OrderedObject &OrderedObject::text(QByteArrayView name, QStringView value)
{
    return json(name, jsonText(value));
}

OrderedObject &OrderedObject::number(QByteArrayView name, qint64 value)
{
    return json(name, QByteArray::number(value));
}

OrderedObject &OrderedObject::flag(QByteArrayView name, bool value)
{
    return json(name, value ? QByteArrayView("true") : QByteArrayView("false"));
}

} // namespace amb
