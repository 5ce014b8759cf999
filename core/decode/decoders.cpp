// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"

#include "core/decode/acknowledgementdecoder.h"
#include "core/decode/activitydecoder.h"
#include "core/decode/buildagentdecoder.h"
#include "core/decode/canceldecoder.h"
#include "core/decode/connectchatdecoder.h"
#include "core/decode/countdecoder.h"
#include "core/decode/flowdecoder.h"
#include "core/decode/genericdecoder.h"
#include "core/decode/graphqldecoder.h"
#include "core/decode/jsonwords.h"
#include "core/decode/metadecoder.h"
#include "core/decode/middecoder.h"
#include "core/decode/notedecoder.h"
#include "core/decode/notificationdecoder.h"
#include "core/decode/publishreplydecoder.h"
#include "core/decode/recordpresencedecoder.h"
#include "core/decode/recordwatcherdecoder.h"
#include "core/decode/redirectdecoder.h"
#include "core/decode/ruledecoder.h"
#include "core/decode/taskboarddecoder.h"
#include "core/decode/virtualagentdecoder.h"
#include "core/decode/workspacedecoder.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

/// What cannot be read is shown by its first characters.
DecodedMessage unreadable(QByteArrayView raw, const QString &family, const QString &words)
{
    constexpr qsizetype shown = 1000;
    DecodedMessage decoded;
    decoded.family = family;
    decoded.sentence = words;
    const QString text =
        cleanText(QString::fromUtf8(raw.first(std::min(raw.size(), shown))), shown);
    decoded.fields.append(
        {.name = {}, .label = Words::tr("Begins with"), .value = {text, text}, .before = {}});
    return decoded;
}

DecodedMessage malformed(QByteArrayView raw)
{
    constexpr qsizetype shown = 1000;
    const QString begin = QString::fromUtf8(raw.first(std::min(raw.size(), shown)));
    return unreadable(
        raw, Words::tr("No Bayeux message"), Words::tr("No Bayeux message: %1").arg(begin));
}

} // namespace

Decoders::Decoders()
    : Decoders(QList<DecodeRule>())
{ }

Decoders::Decoders(QList<DecodeRule> rules)
{
    m_decoders.push_back(std::make_unique<RuleDecoder>(std::move(rules)));
    m_decoders.push_back(std::make_unique<NoteDecoder>());
    m_decoders.push_back(std::make_unique<AcknowledgementDecoder>());
    m_decoders.push_back(std::make_unique<MetaDecoder>());
    m_decoders.push_back(std::make_unique<CancelDecoder>());
    m_decoders.push_back(std::make_unique<PublishReplyDecoder>());
    m_decoders.push_back(std::make_unique<RedirectDecoder>());
    m_decoders.push_back(std::make_unique<CountDecoder>());
    m_decoders.push_back(std::make_unique<GraphqlDecoder>());
    m_decoders.push_back(std::make_unique<TaskBoardDecoder>());
    m_decoders.push_back(std::make_unique<WorkspaceDecoder>());
    m_decoders.push_back(std::make_unique<RecordWatcherDecoder>());
    m_decoders.push_back(std::make_unique<RecordPresenceDecoder>());
    m_decoders.push_back(std::make_unique<ConnectChatDecoder>());
    m_decoders.push_back(std::make_unique<NotificationDecoder>());
    m_decoders.push_back(std::make_unique<VirtualAgentDecoder>());
    m_decoders.push_back(std::make_unique<ActivityDecoder>());
    m_decoders.push_back(std::make_unique<FlowDecoder>());
    m_decoders.push_back(std::make_unique<MidDecoder>());
    m_decoders.push_back(std::make_unique<BuildAgentDecoder>());
    m_decoders.push_back(std::make_unique<GenericDecoder>());
}

Decoders::~Decoders() = default;

DecodedMessage Decoders::decode(QByteArrayView raw,
                                MessageKind kind,
                                Direction direction,
                                const RecordHistory &history) const
{
    DecodedMessage decoded;
    QJsonParseError error;
    if (kind == MessageKind::Malformed) {
        decoded = malformed(raw);
    } else if (const QJsonDocument document =
                   QJsonDocument::fromJson(QByteArray::fromRawData(raw.data(), raw.size()), &error);
               error.error != QJsonParseError::NoError) {
        decoded = unreadable(raw,
                             Words::tr("Malformed JSON"),
                             Words::tr("Malformed JSON at byte %1: %2")
                                 .arg(QString::number(error.offset), error.errorString()));
    } else {
        const ParsedMessage message = ParsedMessage::of(document.object(), kind, direction);
        for (const auto &decoder : m_decoders) {
            if (!decoder->claims(message))
                continue;
            decoded = decoder->decode(message, history);
            break;
        }
    }
    decoded.sentence = oneLine(decoded.sentence, DecodedMessage::longestSentence);
    if (decoded.sentence.isEmpty())
        decoded.sentence = Words::tr("(empty)");
    return decoded;
}

} // namespace amb
