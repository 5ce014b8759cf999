// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/boardreading.h"
#include "core/decode/boardtimeline.h"

#include <QList>

namespace amb {

/// Puts together what happened to one record, from all that was told of it.
class BoardHistory
{
public:
    /// In the order in which they came.
    void add(const BoardEvent &event, Moment moment);
    void add(const BoardReading::Record &record, Moment moment);

    [[nodiscard]] QList<BoardHappening> newestFirst() const;

private:
    struct Entry
    {
        RecordVersion version;
        QList<ToldField> fields;
        BoardHappening about;
        bool isReading = false;
    };

    QList<Entry> m_entries; // by version, where it is told, else as they came
    RecordVersion m_newest;
};

} // namespace amb
