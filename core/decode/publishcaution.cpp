// SPDX-License-Identifier: MIT
#include "core/decode/publishcaution.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::PublishCaution)
};

} // namespace

QString publishCaution(const QString &channel)
{
    QString record;
    for (const QLatin1StringView prefix : {"/sn/rp/"_L1, "/sp/rp/"_L1}) {
        if (channel.startsWith(prefix))
            record = channel.mid(prefix.size());
    }
    if (record.isEmpty())
        return {};
    if (record.startsWith("live_group_profile/"_L1))
        return Words::tr("This channel says who is typing in a chat. Publishing here shows you to "
                         "the people in it.");
    return Words::tr("This channel says who has a record open and types in it. Publishing here "
                     "shows you to everybody who looks at that record.");
}

} // namespace amb
