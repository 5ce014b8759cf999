// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoworld.h"

#include <QList>

namespace amb {

/// What the three agents say and where they look: a Connect chat (amb.md § 7.6) and their presence
/// on one incident (§ 7.4).
class TalkStory
{
public:
    explicit TalkStory(DemoWorld &world);

    [[nodiscard]] static QByteArray chatChannel();
    [[nodiscard]] static QByteArray presenceChannel();

    DemoHappening nextOfChat();
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

    DemoWorld &m_world;
    QList<Visitor> m_visitors; // as many as there are agents, in their order
    qsizetype m_nextLine = 0;
};

} // namespace amb
