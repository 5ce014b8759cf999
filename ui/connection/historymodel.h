// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "ui/widgets/notewords.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <optional>

namespace amb {

class CaptureStore;

/// What happened to the connection: the monitor's own rows of a capture, newest last.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        KindColumn,
        TextColumn,
        ColumnCount,
    };

    /// The store must outlive the model.
    explicit HistoryModel(const CaptureStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    /// The capture's row behind an entry.
    [[nodiscard]] Row rowOf(int entry) const { return m_entries.at(entry).row; }
    [[nodiscard]] int gapCount() const { return m_gaps; }
    /// The first gap after a row; where there is none, the first of all.
    [[nodiscard]] std::optional<Row> gapAfter(std::optional<Row> row) const;
    /// How many refusals there were, each counted once however often it was repeated.
    [[nodiscard]] int refusedCount() const { return int(m_refusals.size()); }
    /// The first refusal after a row; where there is none, the first of all.
    [[nodiscard]] std::optional<Row> refusalAfter(std::optional<Row> row) const;
    /// All entries as lines, oldest first, with date and time.
    [[nodiscard]] QString text() const;

public slots:
    void appendRows(amb::Row first, qint64 count);

signals:
    void gapsChanged();

private:
    struct Entry
    {
        Row row;
        Timestamp time;
        NoteWords words;
    };

    void take(Row end);
    void count(const QList<Entry> &fresh);
    [[nodiscard]] std::optional<Row> noteAfter(std::optional<Row> row, bool NoteWords::*what) const;

    const CaptureStore &m_store;
    Row m_end;
    QList<Entry> m_entries;
    int m_gaps = 0;
    QSet<QString> m_refusals; ///< their texts
};

} // namespace amb
