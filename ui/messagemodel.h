// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "ui/wording.h"

#include <QAbstractTableModel>
#include <QCache>

namespace amb {

class CaptureStore;

/// The rows of a capture as a table. Holds two numbers and a small cache, nothing per row: what is
/// shown is read and put into words when it is asked for.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ChannelColumn,
        KindColumn,
        SummaryColumn,
        SizeColumn,
        ColumnCount,
    };

    /// One row ready to be drawn.
    struct Line
    {
        QString time;
        QString channel;
        Saying kind;
        QString summary;
        QString size;
        bool isNote = false;
        bool isHeartbeat = false; ///< /meta/connect without trouble: steps back behind the rest
    };

    /// The store must outlive the model.
    explicit MessageModel(const CaptureStore &store, QObject *parent = nullptr);
    ~MessageModel() override;

    [[nodiscard]] Row rowAt(int index) const { return m_first + index; }
    /// Where row is shown; -1 when it is not, or no longer.
    [[nodiscard]] int indexOf(Row row) const;
    /// Valid until the next call.
    [[nodiscard]] const Line &line(int index) const;
    [[nodiscard]] const CaptureStore &store() const { return m_store; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

public slots:
    /// One insertion, however many rows came.
    void appendRows(amb::Row first, qint64 count);
    void dropRows(amb::Row firstKept);

private:
    [[nodiscard]] Line makeLine(Row row) const;

    const CaptureStore &m_store;
    Row m_first{};
    int m_count = 0;
    mutable QCache<qint64, Line> m_lines;
};

} // namespace amb
