// SPDX-License-Identifier: MIT
#include "core/decode/sentencetemplate.h"

#include "core/decode/jsonwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::DecodeRules)
};

constexpr qsizetype longestTemplate = 1000;
constexpr qsizetype longestValue = 120;

Error failure(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

} // namespace

Result<SentenceTemplate> SentenceTemplate::parse(const QString &text)
{
    if (text.size() > longestTemplate)
        return failure(Words::tr("A sentence has at most %1 characters.").arg(longestTemplate));
    SentenceTemplate made;
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const bool isDouble = at + 1 < text.size() && text.at(at + 1) == c;
        if ((c == u'{' || c == u'}') && isDouble) {
            plain += c;
            ++at;
        } else if (c == u'}') {
            return failure(Words::tr("A } closes nothing; write }} for a brace."));
        } else if (c != u'{') {
            plain += c;
        } else {
            const qsizetype end = text.indexOf(u'}', at);
            if (end < 0)
                return failure(Words::tr("A { has no } that closes it; write {{ for a brace."));
            const auto place = parsePlace(text.mid(at + 1, end - at - 1));
            if (!place)
                return place.error();
            made.m_parts.append({plain, {}, false});
            made.m_parts.append(*place);
            plain.clear();
            at = end;
        }
    }
    made.m_parts.append({plain, {}, false});
    return made;
}

Result<SentenceTemplate::Part> SentenceTemplate::parsePlace(const QString &inner)
{
    const qsizetype bar = inner.indexOf(u'|');
    const auto path = JsonPath::parse((bar < 0 ? inner : inner.left(bar)).trimmed());
    if (!path)
        return path.error();
    return Part{bar < 0 ? u"?"_s : inner.mid(bar + 1), *path, bar < 0};
}

QString SentenceTemplate::fill(const QJsonValue &message) const
{
    QString text;
    for (const Part &part : m_parts) {
        if (!part.path) {
            text += part.text;
            continue;
        }
        const QJsonValue value = part.path->in(message);
        const bool isMissing = value.isUndefined() || value.isNull();
        text += isMissing ? part.text : oneLine(fieldValue(value).display, longestValue);
    }
    return oneLine(text, DecodedMessage::longestSentence);
}

std::optional<QString> SentenceTemplate::fillWhole(const QJsonValue &message) const
{
    for (const Part &part : m_parts) {
        if (part.isNeeded
            && (part.path->in(message).isUndefined() || part.path->in(message).isNull()))
            return {};
    }
    return fill(message);
}

} // namespace amb
