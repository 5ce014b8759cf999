// SPDX-License-Identifier: MIT
#include "core/decode/fieldlist.h"

#include "core/decode/jsonwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

/// Deeper objects are shown as JSON in one field.
constexpr int deepest = 3;
constexpr qsizetype longestName = 200;

/// Record watchers write each value as this pair; it is one value and not two.
bool isOneValue(const QJsonObject &object)
{
    return object.isEmpty() || object.contains("display_value"_L1);
}

} // namespace

void FieldList::add(const QString &name, const QJsonValue &value)
{
    add(name, labelOf(name), value);
}

void FieldList::add(const QString &name, const QString &label, const QJsonValue &value)
{
    if (!value.isUndefined())
        add(name, label, fieldValue(value));
}

void FieldList::add(const QString &name, const QString &label, const FieldValue &value)
{
    add(DecodedField{.name = name, .label = label, .value = value, .before = {}});
}

void FieldList::addWords(const QString &name, const QString &label, const QString &words)
{
    const QString text = cleanText(words, DecodedField::longestValue);
    add(name, label, {text, text});
}

void FieldList::add(DecodedField field)
{
    if (m_names.contains(field.name))
        return;
    if (m_fields.size() >= DecodedMessage::mostFields) {
        ++m_leftOut;
        return;
    }
    m_names.insert(field.name);
    field.name = oneLine(field.name, longestName);
    field.label = oneLine(field.label, longestName);
    if (field.label.isEmpty())
        field.label = Words::tr("(no name)");
    m_fields.append(std::move(field));
}

void FieldList::addRest(const QJsonObject &object, const QString &prefix)
{
    addRest(object, prefix, 1);
}

void FieldList::addRest(const QJsonObject &object, const QString &prefix, int depth)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = prefix + it.key();
        if (m_names.contains(name))
            continue;
        if (m_fields.size() >= DecodedMessage::mostFields) {
            ++m_leftOut;
            continue;
        }
        const QJsonObject inner = it.value().toObject();
        if (depth < deepest && it.value().isObject() && !isOneValue(inner))
            addRest(inner, name + u'.', depth + 1);
        else
            add(name, it.value());
    }
}

void FieldList::moveInto(DecodedMessage &message)
{
    message.fields = std::move(m_fields);
    message.fieldsLeftOut = m_leftOut;
}

} // namespace amb
