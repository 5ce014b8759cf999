// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/filter.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <map>
#include <memory>

namespace amb {

class CaptureStore;

/// Finds the rows of a capture that a filter matches, in threads of its own, and goes on as rows
/// come.
///
/// Rows are found in ascending order, each once. All functions and signals are of the thread that
/// the search lives in; none waits for another thread, except that the destructor lets the few
/// messages be finished that are being looked at.
class CaptureSearch : public QObject
{
    Q_OBJECT

public:
    /// The store must outlive the search.
    explicit CaptureSearch(const CaptureStore &store, QObject *parent = nullptr);
    ~CaptureSearch() override;

    /// Begins with the first row, or a later one; what another filter was still looking for is
    /// forgotten.
    void start(const Filter &filter, Row first = {});
    /// Ends the search; nothing is found any more.
    void cancel();
    /// Looks at the rows that the capture got since. To be called when rows were published.
    void extend();

    [[nodiscard]] bool isActive() const { return m_run != nullptr; }
    /// One past the last row that was looked at, in order.
    [[nodiscard]] Row searchedEnd() const { return m_delivered; }
    /// Whether all rows that are known were looked at.
    [[nodiscard]] bool isCaughtUp() const { return m_delivered == m_planned; }

signals:
    /// More hits, in ascending order and behind all before.
    void found(const QList<amb::Row> &rows);
    /// searchedEnd() moved on; comes after the hits on the way.
    void advanced();

private:
    /// A filter at work; jobs of a run that is over notice it and stop.
    struct Run
    {
        Filter filter;
        std::atomic<bool> isOver = false;
    };
    /// Some rows in a thread of the pool.
    struct Job
    {
        Row first;
        Row end;
    };

    void plan();
    void begin(const Job &job, const CaptureSnapshot &snapshot);
    void finish(const std::shared_ptr<Run> &run, const Job &job, const QList<Row> &hits);

    const CaptureStore &m_store;
    std::shared_ptr<Run> m_run;
    QThreadPool m_pool;
    int m_running = 0; ///< jobs of this run
    Row m_planned{}; ///< one past the last row that a job was made for
    Row m_delivered{};
    /// What later jobs found while an earlier one is not ready: by first row.
    std::map<Row, std::pair<Row, QList<Row>>> m_ready;
};

} // namespace amb

Q_DECLARE_METATYPE(QList<amb::Row>)
