// SPDX-License-Identifier: MIT
#include "core/decode/jsonpath.h"

#include "core/oneline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::DecodeRules)
};

constexpr qsizetype mostSteps = 50;
constexpr qsizetype longestInner = 1'000'000;

Error failure(const QString &path, const QString &words)
{
    return {ErrorKind::Input,
            Words::tr("The path \"%1\" cannot be read: %2").arg(oneLine(path, 100), words),
            {}};
}

/// A member of an object, or of the JSON that a text holds.
QJsonValue memberOf(const QJsonValue &value, const QString &name)
{
    if (!value.isString())
        return value.toObject().value(name);
    const QString text = value.toString();
    if (text.size() > longestInner || !text.startsWith(u'{'))
        return QJsonValue::Undefined;
    return QJsonDocument::fromJson(text.toUtf8()).object().value(name);
}

QJsonValue elementOf(const QJsonValue &value, qsizetype index)
{
    if (!value.isString())
        return value.toArray().at(index);
    const QString text = value.toString();
    if (text.size() > longestInner)
        return QJsonValue::Undefined;
    if (text.startsWith(u'['))
        return QJsonDocument::fromJson(text.toUtf8()).array().at(index);
    const QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    return index < parts.size() ? QJsonValue(parts.at(index)) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

Result<JsonPath> JsonPath::parse(const QString &text)
{
    JsonPath path;
    path.m_text = text;
    qsizetype at = text.startsWith(u'.') ? 1 : 0;
    if (at == text.size())
        return failure(text, Words::tr("it names nothing; write for example data.status."));
    while (at < text.size()) {
        if (path.m_steps.size() == mostSteps)
            return failure(text, Words::tr("it has too many steps."));
        if (text.at(at) == u'[') {
            const bool isName = at + 1 < text.size() && text.at(at + 1) == u'"';
            const qsizetype end = text.indexOf(isName ? u"\"]"_s : u"]"_s, at + 2);
            if (end < 0)
                return failure(text, Words::tr("a [ has no ] that closes it."));
            const QString inner = text.mid(at + 1 + isName, end - at - 1 - isName);
            bool isNumber = false;
            const qsizetype index = inner.toInt(&isNumber);
            if (!isName && (!isNumber || index < 0))
                return failure(text,
                               Words::tr("between [ and ] stands a number from 0 on, or a name "
                                         "in double quotes."));
            path.m_steps.append(isName ? Step(inner) : Step(index));
            at = end + 1 + isName;
        } else {
            qsizetype end = at;
            while (end < text.size() && text.at(end) != u'.' && text.at(end) != u'[')
                ++end;
            if (end == at)
                return failure(text, Words::tr("a name is missing before or after a dot."));
            path.m_steps.append(Step(text.mid(at, end - at)));
            at = end;
        }
        if (at < text.size() && text.at(at) == u'.' && ++at == text.size())
            return failure(text, Words::tr("it ends with a dot."));
    }
    return path;
}

QJsonValue JsonPath::in(const QJsonValue &message) const
{
    QJsonValue value = message;
    for (const Step &step : m_steps) {
        if (const auto *name = std::get_if<QString>(&step))
            value = memberOf(value, *name);
        else
            value = elementOf(value, std::get<qsizetype>(step));
        if (value.isUndefined())
            break;
    }
    return value;
}

} // namespace amb
