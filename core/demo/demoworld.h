// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demotables.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <random>
#include <variant>

namespace amb {

/// Chance that is the same for the same seed on every platform and library.
class DemoRandom
{
public:
    explicit DemoRandom(quint64 seed)
        : m_engine(seed)
    { }

    /// A number from 0 to bound - 1. The slight bias of the remainder does no harm here.
    qsizetype below(qsizetype bound) { return qsizetype(m_engine() % quint64(bound)); }
    [[nodiscard]] QByteArray sysId(); ///< 32 hexadecimal digits

    template <typename Container>
    const auto &oneOf(const Container &container)
    {
        return container[below(qsizetype(std::size(container)))];
    }

private:
    std::mt19937_64 m_engine;
};

/// Somebody who works on the demo instance.
struct DemoPerson
{
    QString userName;
    QString displayName;
    QString initials;
    QString sysId;
    QString profileId; ///< of the chat
};

/// A message that is no record's change.
struct DemoMessage
{
    QByteArray channel;
    QByteArray data; ///< JSON text
    QString user;
    QByteArray messageId;
};

using DemoHappening = std::variant<RecordChange, DemoMessage>;

/// What is on the demo instance, and the time on its clock. The clock begins at a fixed moment and
/// goes on with the scenario, so that the same seed gives the same bytes.
struct DemoWorld
{
    explicit DemoWorld(quint64 seed);

    DemoRandom random;
    DemoTables tables;
    QDateTime clock;

    RecordChange insert(const DemoRecord &record, const DemoPerson &by);
    RecordChange update(const DemoRecord &record,
                        const QList<FieldEdit> &edits,
                        const DemoPerson &by);
    RecordChange remove(const DemoRecord &record, const DemoPerson &by);

    /// agent.one, agent.two and agent.three.
    [[nodiscard]] static const QList<DemoPerson> &agents();
    /// Who signs in as `demo`.
    [[nodiscard]] static const DemoPerson &demoUser();
    /// The demo user is; the agents are not.
    [[nodiscard]] static bool isAdmin(const QString &userName);
};

} // namespace amb
