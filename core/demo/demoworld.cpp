// SPDX-License-Identifier: MIT
#include "core/demo/demoworld.h"

namespace amb {

using namespace Qt::StringLiterals;

QByteArray DemoRandom::sysId()
{
    const auto half = [this] {
        return QByteArray::number(quint64(m_engine()), 16).rightJustified(16, '0');
    };
    const QByteArray first = half();
    return first + half();
}

DemoWorld::DemoWorld(quint64 seed)
    : random(seed)
    , clock(QDate(2026, 3, 2), QTime(16, 0), Qt::UTC)
{
    QList<DemoPerson> everybody = agents();
    everybody += demoUser();
    for (const DemoPerson &person : everybody) {
        DemoRecord record(u"sys_user"_s, person.sysId);
        record.set(u"user_name"_s, person.userName);
        record.set(u"name"_s, person.displayName);
        record.set(u"active"_s, u"true"_s);
        tables.insert(record, u"system"_s, clock);
    }
}

RecordChange DemoWorld::insert(const DemoRecord &record, const DemoPerson &by)
{
    RecordChange change = tables.insert(record, by.userName, clock);
    change.messageId = random.sysId();
    return change;
}

RecordChange DemoWorld::update(const DemoRecord &record,
                               const QList<FieldEdit> &edits,
                               const DemoPerson &by)
{
    RecordChange change = tables.update(record.table(), record.sysId(), edits, by.userName, clock);
    change.messageId = random.sysId();
    return change;
}

RecordChange DemoWorld::remove(const DemoRecord &record, const DemoPerson &by)
{
    RecordChange change = tables.remove(record.table(), record.sysId(), by.userName);
    change.messageId = random.sysId();
    return change;
}

const QList<DemoPerson> &DemoWorld::agents()
{
    static const QList<DemoPerson> agents{
        {u"agent.one"_s,
         u"Agent One"_s,
         u"A1"_s,
         u"6a16f79cc0a8016401c5a33be04be4d1"_s,
         u"ef22ef22ef22ef22ef22ef22ef22ef21"_s},
        {u"agent.two"_s,
         u"Agent Two"_s,
         u"A2"_s,
         u"1c2d3e4f5a69788796a5b4c3d2e1f00b"_s,
         u"ef22ef22ef22ef22ef22ef22ef22ef22"_s},
        {u"agent.three"_s,
         u"Agent Three"_s,
         u"A3"_s,
         u"0b1c2d3e4f5a69788796a5b4c3d2e1f0"_s,
         u"ef22ef22ef22ef22ef22ef22ef22ef23"_s},
    };
    return agents;
}

const DemoPerson &DemoWorld::demoUser()
{
    static const DemoPerson demo{u"demo"_s,
                                 u"Demo User"_s,
                                 u"DU"_s,
                                 u"d0d1d2d3d4d5d6d7d8d9dadbdcdddedf"_s,
                                 u"5e1f2a3b4c5d6e7f8091a2b3c4d5e6f7"_s};
    return demo;
}

bool DemoWorld::isAdmin(const QString &userName)
{
    return userName == demoUser().userName;
}

} // namespace amb
