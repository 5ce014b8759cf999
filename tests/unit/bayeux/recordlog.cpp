// SPDX-License-Identifier: MIT
#include "tests/unit/bayeux/recordlog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace amb::test {

void RecordLog::append(const Record &record)
{
    m_rows.append({record.raw.toByteArray(),
                   record.channel.toByteArray(),
                   record.time,
                   record.direction,
                   record.kind,
                   record.transport});
}

QList<QByteArray> RecordLog::raw(MessageKind kind, Direction direction) const
{
    QList<QByteArray> found;
    for (const Row &row : m_rows) {
        if (row.kind == kind && row.direction == direction)
            found.append(row.raw);
    }
    return found;
}

QStringList RecordLog::notes(const QString &kind) const
{
    QStringList texts;
    for (const QByteArray &raw : raw(MessageKind::Note, Direction::Local)) {
        const QJsonObject note = QJsonDocument::fromJson(raw).object();
        if (note.value("note"_L1).toString() == kind)
            texts += note.value("text"_L1).toString();
    }
    return texts;
}

} // namespace amb::test
