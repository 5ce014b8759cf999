// SPDX-License-Identifier: MIT
#include "core/decode/recordhistory.h"

#include <QSet>

namespace amb {

void NoHistory::visit(const RecordKey & /*record*/, const Visitor & /*visitor*/) const { }

std::optional<qint64> NoHistory::countBefore() const
{
    return {};
}

QHash<QString, FieldValue> oldValues(const RecordPayload &update, const RecordHistory &history)
{
    QHash<QString, FieldValue> known;
    if (update.operation() != RecordPayload::Operation::Update)
        return known;
    QSet<QString> wanted;
    const QStringList changes = update.changes();
    for (const QString &field : changes) {
        if (update.value(field))
            wanted.insert(field);
    }
    std::optional<qint64> count = update.updateCount(); // of the oldest update seen so far
    const auto visitor = [&](const RecordPayload &earlier) {
        const std::optional<qint64> earlierCount = earlier.updateCount();
        if (count && earlierCount) {
            if (*earlierCount >= *count)
                return true; // the same update once more, or one that came out of order
            if (*earlierCount + 1 < *count)
                return false; // an update in between was missed
        }
        // What changes outside of the query is not told to those who watch it.
        if (earlier.action() == RecordPayload::Action::Exit
            || earlier.operation() == RecordPayload::Operation::Delete)
            return false;
        for (auto it = wanted.begin(); it != wanted.end();) {
            const auto value = earlier.value(*it);
            if (value)
                known.insert(*it, *value);
            it = value ? wanted.erase(it) : std::next(it);
        }
        if (earlierCount)
            count = earlierCount;
        return !wanted.isEmpty() && earlier.operation() != RecordPayload::Operation::Insert;
    };
    if (!wanted.isEmpty())
        history.visit(update.key(), visitor);
    return known;
}

} // namespace amb
