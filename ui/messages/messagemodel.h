// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/capture/filter.h"
#include "core/reading/rowreader.h"
#include "ui/channels/channelscope.h"
#include "ui/messages/owncolumns.h"
#include "ui/messages/shownrows.h"
#include "ui/messages/timestyle.h"
#include "ui/widgets/wording.h"

#include <QAbstractTableModel>
#include <QCache>

namespace amb {

class CaptureSearch;
class CaptureStore;
class ChannelHabits;
class Highlighters;
class RowMarks;

/// The rows of a capture as a table. Holds a small cache and a number for each heartbeat, nothing
/// else per row: what is shown is read and put into words when it is asked for.
///
/// Heartbeats (/meta/connect without trouble) are left out unless they are asked for. While the
/// model is paused, new rows wait; the capture goes on.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ChannelColumn,
        KindColumn,
        SummaryColumn,
        TransportColumn,
        SizeColumn,
        ColumnCount,
    };

    /// One row ready to be drawn.
    struct Line
    {
        QString time;
        QString channel;
        QColor colour; ///< of the channel; invalid: none
        Saying kind;
        QString summary;
        QString transport;
        QString size;
        QStringList own; ///< of the user's columns
        int highlighter = -1; ///< number of the rule that colours it
        bool isNote = false;
        bool isHeartbeat = false; ///< /meta/connect without trouble: steps back behind the rest
    };

    /// The store must outlive the model.
    explicit MessageModel(const CaptureStore &store, QObject *parent = nullptr);
    ~MessageModel() override;

    /// Says what messages mean with other decoders from now on.
    void setDecoders(std::shared_ptr<const Decoders> decoders);

    /// Shows channels by the names and colours of the user, which must outlive the model.
    void setHabits(const ChannelHabits &habits);

    [[nodiscard]] Row rowAt(int index) const { return m_rows.rowAt(index); }
    /// Where row is shown; -1 when it is not, or no longer.
    [[nodiscard]] int indexOf(Row row) const { return int(m_rows.indexOf(row)); }
    /// Where the first row is shown that is not before row; rowCount() when there is none.
    [[nodiscard]] int indexFrom(Row row) const { return int(m_rows.indexFrom(row)); }
    /// Valid until the next call.
    [[nodiscard]] const Line &line(int index) const;
    /// What a row of the capture says, whether it is shown or not.
    [[nodiscard]] DecodedMessage decoded(Row row) const;
    [[nodiscard]] Row first() const { return m_rows.first(); }
    [[nodiscard]] Row end() const
    {
        return m_rows.end();
    } ///< one past the newest row, shown or not
    [[nodiscard]] const CaptureStore &store() const { return m_store; }
    [[nodiscard]] RowMarks &marks() const { return *m_marks; }
    [[nodiscard]] Highlighters &highlighters() const { return *m_highlighters; }

    [[nodiscard]] bool showsHeartbeats() const { return !m_rows.leavesOut(); }
    void setShowsHeartbeats(bool shows);
    [[nodiscard]] qint64 heartbeatCount() const { return m_rows.hiddenCount(); }

    /// Shows only rows that match, old and new ones alike; an empty filter shows all again.
    /// Heartbeats are left out as ever, unless the filter names kinds.
    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// Of the rows that match, only those of a time; no range shows those of all times.
    void setTimeRange(std::optional<TimeRange> range);
    [[nodiscard]] std::optional<TimeRange> timeRange() const { return m_range; }
    [[nodiscard]] bool hasFilter() const { return !m_filter.isEverything(); }
    /// Shows only rows of channels that the scope shows, on top of the filter.
    void setScope(const ChannelScope &scope);
    [[nodiscard]] const ChannelScope &scope() const { return m_scope; }
    /// While it is lifted the scope is kept, but not obeyed. Another scope is obeyed again.
    [[nodiscard]] bool isScopeLifted() const { return m_isScopeLifted; }
    void setScopeLifted(bool lifted);
    /// Whether rows are left out by filter or scope.
    [[nodiscard]] bool isFiltered() const { return m_rows.isChoosing(); }
    /// Whether there are rows that the filter has not seen yet.
    [[nodiscard]] bool isSearching() const;

    /// The channel's alias, or its name in words.
    [[nodiscard]] QString channelText(const QByteArray &name) const;
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    /// Ending a pause brings all that waited, in one insertion.
    void setPaused(bool paused);
    /// How many rows wait for the end of the pause, heartbeats among them.
    [[nodiscard]] qint64 waitingCount() const { return m_published - m_rows.end(); }

    /// Columns of the user, behind all others.
    [[nodiscard]] const OwnColumns &ownColumns() const { return m_ownColumns; }
    void addOwnColumn(const OwnColumn &column);
    /// The same for a path, with its usual title; returns in words why not, or nothing.
    QString addOwnColumn(const QString &path);
    void changeOwnColumn(qsizetype own, const OwnColumn &column);
    void removeOwnColumn(qsizetype own);

    [[nodiscard]] TimeStyle timeStyle() const { return m_timeStyle; }
    void setTimeStyle(TimeStyle style);

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

signals:
    void pausedChanged(bool paused);
    void waitingChanged(); ///< more rows wait
    void filterChanged();
    void timeRangeChanged();
    void scopeChanged(); ///< or lifted, or obeyed again
    void filterProgressed(); ///< more rows were looked at
    void heartbeatsChanged(); ///< they are shown now, or not any more, or there are more

private:
    void takeRows(Row end);
    void searchAnew();
    [[nodiscard]] Filter wholeFilter() const;
    void takeFound(const QList<Row> &rows);
    [[nodiscard]] qint64 shownIn(Row end, const std::vector<Row> &heartbeats) const;
    [[nodiscard]] std::vector<Row> heartbeatsIn(Row first, Row end) const;
    [[nodiscard]] bool isHeartbeat(Row row) const;
    [[nodiscard]] Line makeLine(int index) const;
    void forgetLines();

    const CaptureStore &m_store;
    RowReader m_reader;
    RowMarks *m_marks;
    Highlighters *m_highlighters;
    ShownRows m_rows;
    Row m_published; ///< one past the newest row that was announced
    bool m_isPaused = false;
    Filter m_filter;
    std::optional<TimeRange> m_range;
    ChannelScope m_scope;
    bool m_isScopeLifted = false;
    CaptureSearch *m_search;
    TimeStyle m_timeStyle;
    const ChannelHabits *m_habits = nullptr;
    OwnColumns m_ownColumns;
    mutable QCache<qint64, Line> m_lines;
};

} // namespace amb
