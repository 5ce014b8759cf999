// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/boardstory.h"
#include "core/demo/demoworld.h"
#include "core/demo/incidentstory.h"
#include "core/demo/talkstory.h"

#include <QList>

#include <chrono>

namespace amb {

/// What happens on a demo instance: an endless sequence that is the same for the same seed.
///
/// At its own pace it is between two and four happenings a second.
class DemoScenario
{
public:
    explicit DemoScenario(quint64 seed);

    /// How long after the one before the next happening comes.
    [[nodiscard]] std::chrono::milliseconds delay() const { return m_delay; }
    DemoHappening next();
    [[nodiscard]] const DemoTables &tables() const { return m_world.tables; }
    /// The channels it plays on, the liveliest first, then a quiet one and one that is refused.
    /// What else it plays on is for those who ask: the second board, members, tasks.
    [[nodiscard]] static QList<QByteArray> channels();

private:
    enum class Kind {
        Incident,
        Card,
        Lane,
        OtherBoard,
        Chat,
        Assistant,
        Presence,
    };

    DemoHappening happen(Kind kind);
    void shuffleKinds();

    DemoWorld m_world;
    IncidentStory m_incidents{m_world};
    BoardStory m_facilities{m_world, facilitiesPlan()};
    BoardStory m_officeMove{m_world, officeMovePlan()};
    TalkStory m_talk{m_world};
    QList<Kind> m_kinds; // of the next happenings
    std::chrono::milliseconds m_delay{120}; // the first comes soon
    bool m_hasBegun = false;
};

} // namespace amb
