// SPDX-License-Identifier: MIT
#include "core/decode/jsondifference.h"

#include "core/decode/jsonwords.h"
#include "core/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

/// More than fits in a line of any window.
constexpr qsizetype longestShown = 400;

bool isPlainName(const QString &name)
{
    const auto isLetter = [](QChar c) {
        return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    };
    return !name.isEmpty() && isLetter(name.front())
        && std::all_of(name.cbegin(), name.cend(), [&isLetter](QChar c) {
               return isLetter(c) || (c >= u'0' && c <= u'9');
           });
}

std::optional<QString> shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    const QString line = lineOf(value, longestShown);
    return value.isString() ? u'"' + line + u'"' : line;
}

/// Goes through two values side by side.
class Comparison
{
public:
    void compare(const QJsonValue &before, const QJsonValue &after)
    {
        const bool isDeep = m_steps.size() >= JsonDifference::deepest;
        if (before.isObject() && after.isObject() && !isDeep)
            compareObjects(before.toObject(), after.toObject());
        else if (before.isArray() && after.isArray() && !isDeep)
            compareArrays(before.toArray(), after.toArray());
        else if (before != after)
            tell(before, after);
    }

    [[nodiscard]] JsonDifference take() { return std::move(m_difference); }

private:
    void compareObjects(const QJsonObject &before, const QJsonObject &after)
    {
        // Both are sorted by name.
        auto b = before.begin();
        auto a = after.begin();
        while (b != before.end() || a != after.end()) {
            const bool onlyBefore = a == after.end() || (b != before.end() && b.key() < a.key());
            const bool onlyAfter = b == before.end() || (!onlyBefore && a.key() < b.key());
            m_steps.append(nameStep(onlyAfter ? a.key() : b.key()));
            compare(onlyAfter ? QJsonValue(QJsonValue::Undefined) : QJsonValue(b.value()),
                    onlyBefore ? QJsonValue(QJsonValue::Undefined) : QJsonValue(a.value()));
            m_steps.removeLast();
            if (!onlyAfter)
                ++b;
            if (!onlyBefore)
                ++a;
        }
    }

    void compareArrays(const QJsonArray &before, const QJsonArray &after)
    {
        const qsizetype count = std::max(before.size(), after.size());
        for (qsizetype i = 0; i < count; ++i) {
            m_steps.append(u'[' + QString::number(i) + u']');
            // Undefined where there is no such element.
            compare(before.at(i), after.at(i));
            m_steps.removeLast();
        }
    }

    static QString nameStep(const QString &name)
    {
        return isPlainName(name) ? u'.' + name
                                 : u'[' + QString::fromUtf8(jsonString(name.toUtf8())) + u']';
    }

    void tell(const QJsonValue &before, const QJsonValue &after)
    {
        if (m_difference.changes.size() == JsonDifference::mostChanges) {
            ++m_difference.leftOut;
            return;
        }
        QString path = m_steps.join(QString());
        if (!path.startsWith(u'.'))
            path.prepend(u'.');
        m_difference.changes.append({path, shown(before), shown(after)});
    }

    QStringList m_steps;
    JsonDifference m_difference;
};

} // namespace

JsonDifference JsonDifference::between(const QJsonValue &before, const QJsonValue &after)
{
    Comparison comparison;
    comparison.compare(before, after);
    return comparison.take();
}

} // namespace amb
