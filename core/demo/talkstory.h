// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoworld.h"

#include <QList>

namespace amb {

/// What the three agents say and where they look: a Connect chat and who is in it (amb.md § 7.6), a
/// conversation with the Virtual Agent (§ 7.7), and their presence on one incident (§ 7.4).
class TalkStory
{
public:
    explicit TalkStory(DemoWorld &world);

    [[nodiscard]] static QByteArray chatChannel();
    [[nodiscard]] static QByteArray membershipChannel();
    [[nodiscard]] static QByteArray assistantChannel();
    [[nodiscard]] static QByteArray presenceChannel();

    DemoHappening nextOfChat();
    DemoHappening nextOfAssistant();
    DemoHappening nextOfPresence();

private:
    enum class Status {
        Away,
        Entered,
        Viewing,
        Typing,
    };

    struct Visitor
    {
        QByteArray sessionId;
        Status status = Status::Away;
    };

    DemoHappening membership();

    DemoWorld &m_world;
    QList<Visitor> m_visitors; // as many as there are agents, in their order
    qsizetype m_nextLine = 0;
    qsizetype m_nextTurn = 0; // of the conversation with the Virtual Agent
    qsizetype m_memberships = 0;
};

} // namespace amb
