// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/decodedmessage.h"

#include <QJsonObject>
#include <QSet>

namespace amb {

/// Collects the fields of a message, each once and not too many.
class FieldList
{
public:
    /// A field of a payload; nothing where value is undefined. The label is made of the name.
    void add(const QString &name, const QJsonValue &value);
    void add(const QString &name, const QString &label, const QJsonValue &value);
    void add(const QString &name, const QString &label, const FieldValue &value);
    /// Words of our own about the message, which have no raw value.
    void addWords(const QString &name, const QString &label, const QString &words);
    void add(DecodedField field);
    /// All that an object holds and was not added yet, nested names with dots.
    void addRest(const QJsonObject &object, const QString &prefix = {});
    /// Says that a name need not be shown.
    void skip(const QString &name) { m_names.insert(name); }

    void moveInto(DecodedMessage &message);

private:
    void addRest(const QJsonObject &object, const QString &prefix, int depth);

    QList<DecodedField> m_fields;
    QSet<QString> m_names;
    qint64 m_leftOut = 0;
};

} // namespace amb
