// SPDX-License-Identifier: MIT
#include "core/publishtemplate.h"

#include "core/jsontext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

#include <optional>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::PublishTemplate)
};

struct Value
{
    QString text;
    bool isNumber = false;
};

QDateTime utc(Timestamp time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC);
}

std::optional<Value> valueOf(const QString &name, const TemplateValues &values)
{
    if (name == "now"_L1)
        return Value{utc(values.time).toString(u"yyyy-MM-dd HH:mm:ss"_s)};
    if (name == "iso"_L1)
        return Value{utc(values.time).toString(Qt::ISODateWithMs)};
    if (name == "ms"_L1)
        return Value{QString::number(utc(values.time).toMSecsSinceEpoch()), true};
    if (name == "uuid"_L1)
        return Value{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    if (name == "sys_id"_L1)
        return Value{QUuid::createUuid().toString(QUuid::Id128)};
    if (name == "user"_L1)
        return Value{values.user};
    if (name == "n"_L1)
        return Value{QString::number(values.number), true};
    return {};
}

QString inPlace(const Value &value, bool isInString)
{
    if (value.isNumber)
        return value.text;
    const QString quoted = QString::fromUtf8(jsonString(value.text.toUtf8()));
    return isInString ? quoted.sliced(1, quoted.size() - 2) : quoted;
}

} // namespace

FilledTemplate::FilledTemplate(const QString &text, const TemplateValues &values)
{
    static const QRegularExpression form(u"\\G\\{\\{\\s*([a-z_]{1,20})\\s*\\}\\}"_s);
    bool isInString = false;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        if (c == u'{') {
            const auto match = form.match(text, at);
            if (const auto value =
                    match.hasMatch() ? valueOf(match.captured(1), values) : std::nullopt) {
                const QString filled = inPlace(*value, isInString);
                m_pieces.append({at, match.capturedLength(), m_text.size(), filled.size()});
                m_text += filled;
                at += match.capturedLength();
                continue;
            }
            if (match.hasMatch())
                m_unknown.append(match.captured());
        }
        if (c == u'"')
            isInString = !isInString;
        m_text += c;
        ++at;
        if (isInString && c == u'\\' && at < text.size())
            m_text += text.at(at++);
    }
}

qsizetype FilledTemplate::writtenAt(qsizetype offset) const
{
    qsizetype shift = 0;
    for (const Piece &piece : m_pieces) {
        if (offset < piece.filled)
            break;
        if (offset < piece.filled + piece.filledSize)
            return piece.written;
        shift = piece.written + piece.writtenSize - piece.filled - piece.filledSize;
    }
    return offset + shift;
}

QList<Placeholder> FilledTemplate::placeholders()
{
    return {{u"{{now}}"_s, Words::tr("the time as ServiceNow stores it, in UTC")},
            {u"{{iso}}"_s, Words::tr("the time in ISO 8601, in UTC")},
            {u"{{ms}}"_s, Words::tr("milliseconds since 1970, a number")},
            {u"{{uuid}}"_s, Words::tr("a new UUID")},
            {u"{{sys_id}}"_s, Words::tr("a new sys_id")},
            {u"{{user}}"_s, Words::tr("who is signed in")},
            {u"{{n}}"_s, Words::tr("the number of the publish, from 1")}};
}

bool mayHoldSecret(const QString &json)
{
    static const QRegularExpression name(
        u"\"[^\"]*(?:passw|passphrase|secret|token|credential|api_?-?key|private_?key|"
        "authorization)[^\"]*\"\\s*:"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(json).hasMatch();
}

} // namespace amb
