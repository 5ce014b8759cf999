// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoworld.h"

namespace amb {

/// Incidents that are opened, worked on and closed by the three agents.
class IncidentStory
{
public:
    /// The incident that is there from the start and never closed: others look at it (presence).
    static constexpr QLatin1StringView watchedIncident =
        QLatin1StringView("5d0e4c1f87a2b6d3905e7f1c2a3b4d5e");

    /// Puts the incidents that are there from the start into the world.
    explicit IncidentStory(DemoWorld &world);

    DemoHappening next();
    DemoHappening open(); ///< a new incident

private:
    RecordChange moveOn(const DemoRecord &incident, const DemoPerson &by);
    RecordChange reprioritise(const DemoRecord &incident, const DemoPerson &by);
    RecordChange assign(const DemoRecord &incident, const DemoPerson &by);
    RecordChange addNote(const DemoRecord &incident, const DemoPerson &by);
    RecordChange close(const DemoRecord &incident, const DemoPerson &by);
    DemoRecord newIncident();
    QList<DemoRecord> incidents(bool active) const;

    DemoWorld &m_world;
    int m_nextNumber = 42;
};

} // namespace amb
