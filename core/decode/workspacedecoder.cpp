// SPDX-License-Identifier: MIT
#include "core/decode/workspacedecoder.h"

#include "core/decode/genericdecoder.h"
#include "core/decode/jsonwords.h"
#include "core/decode/recordwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

bool isWorkspaceTable(const QString &table)
{
    return table.startsWith("awa_"_L1) || table == "interaction"_L1;
}

bool isWorkspaceChannel(const QString &channel)
{
    return channel == "/uxbannerannouncements"_L1 || channel == "/openframe/agent_status"_L1;
}

/// The tables are those of Advanced Work Assignment, whose fields are taken by their names: agent,
/// current_presence_state, assigned_to, state. Not confirmed on a real instance.
QString recordSentence(const RecordWords &words)
{
    const QString table = words.payload().key().table;
    if (table == "awa_agent_presence"_L1) {
        const QString state = words.now(u"current_presence_state"_s);
        const QString agent = words.now(u"agent"_s);
        const auto before = words.before(u"current_presence_state"_s);
        const QString who = agent.isEmpty() ? words.name() : agent;
        if (!state.isEmpty())
            return before ? Words::tr("Agent %1 went from %2 to %3").arg(who, *before, state)
                          : Words::tr("Agent %1 is now %2").arg(who, state);
        return words.sentence(Words::tr("Presence of agent %1").arg(who));
    }
    if (table == "awa_work_item"_L1)
        return words.sentence(Words::tr("Work item %1").arg(words.name()));
    if (table == "interaction"_L1)
        return words.sentence(Words::tr("Interaction %1").arg(words.name()));
    return words.sentence();
}

} // namespace

bool WorkspaceDecoder::claims(const ParsedMessage &message) const
{
    if (!message.isTraffic())
        return false;
    if (isWorkspaceChannel(message.channel))
        return true;
    const auto payload = RecordPayload::read(message.data, message.channel);
    return payload && isWorkspaceTable(payload->key().table);
}

DecodedMessage WorkspaceDecoder::decode(const ParsedMessage &message,
                                        const RecordHistory &history) const
{
    const QString family = Words::tr("Agent Workspace");
    if (const auto payload = RecordPayload::read(message.data, message.channel)) {
        const RecordWords words(*payload, history);
        return words.message(message, family, recordSentence(words));
    }
    // The payloads of these two were never seen.
    DecodedMessage decoded = GenericDecoder().decode(message, history);
    decoded.family = family;
    decoded.sentence =
        (message.channel == "/uxbannerannouncements"_L1 ? Words::tr("Banner: %1")
                                                        : Words::tr("Agent's status: %1"))
            .arg(decoded.sentence);
    return decoded;
}

} // namespace amb
