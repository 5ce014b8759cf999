// SPDX-License-Identifier: MIT
#include "core/capture/capturesearch.h"

#include "core/capture/capturestore.h"

#include <QThread>

#include <algorithm>

namespace amb {

namespace {

/// Rows of one job: few at first, so that something is shown at once, then enough that threads need
/// not talk much.
constexpr qint64 firstJobRows = 4'096;
constexpr qint64 jobRows = 32'768;
/// How often a job looks whether it is still wanted.
constexpr qint64 rowsBetweenLooks = 64;

QList<Row> search(const Filter &filter,
                  const CaptureSnapshot &snapshot,
                  Row first,
                  Row end,
                  const std::atomic<bool> &isOver)
{
    QList<Row> hits;
    FilterMatcher matcher(filter, snapshot);
    for (Row row = std::max(first, snapshot.firstRow()); row < end; row = row + 1) {
        if ((row - first) % rowsBetweenLooks == 0 && isOver.load(std::memory_order_relaxed))
            break;
        if (matcher.matches(row))
            hits.append(row);
    }
    return hits;
}

} // namespace

CaptureSearch::CaptureSearch(const CaptureStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    // One core is for the window; the session's thread needs little.
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 8));
    m_pool.setThreadPriority(QThread::LowPriority);
}

CaptureSearch::~CaptureSearch()
{
    cancel();
    m_pool.waitForDone(); // the jobs' last words are for this object
}

void CaptureSearch::start(const Filter &filter, Row first)
{
    cancel();
    m_run = std::make_shared<Run>();
    m_run->filter = filter;
    m_planned = std::max(first, m_store.firstRow());
    m_delivered = m_planned;
    plan();
}

void CaptureSearch::cancel()
{
    if (m_run)
        m_run->isOver = true;
    m_run.reset();
    m_pool.clear(); // what did not begin need not
    m_running = 0;
    m_ready.clear();
    m_delivered = m_planned;
}

void CaptureSearch::extend()
{
    if (m_run)
        plan();
}

/// Keeps all threads of the pool busy while there are rows.
void CaptureSearch::plan()
{
    if (m_running >= m_pool.maxThreadCount())
        return;
    const CaptureSnapshot snapshot = m_store.snapshot();
    while (m_running < m_pool.maxThreadCount() && m_planned < snapshot.endRow()) {
        const bool isFirst = m_planned == m_delivered;
        const qint64 most = isFirst && m_running == 0 ? firstJobRows : jobRows;
        const Row end = std::min(m_planned + most, snapshot.endRow());
        begin({m_planned, end}, snapshot);
        m_planned = end;
    }
}

void CaptureSearch::begin(const Job &job, const CaptureSnapshot &snapshot)
{
    ++m_running;
    m_pool.start([this, run = m_run, job, snapshot] {
        const QList<Row> hits = search(run->filter, snapshot, job.first, job.end, run->isOver);
        QMetaObject::invokeMethod(
            this, [this, run, job, hits] { finish(run, job, hits); }, Qt::QueuedConnection);
    });
}

void CaptureSearch::finish(const std::shared_ptr<Run> &run, const Job &job, const QList<Row> &hits)
{
    if (run != m_run)
        return;
    --m_running;
    m_ready.emplace(job.first, std::pair(job.end, hits));
    QList<Row> next;
    while (!m_ready.empty() && m_ready.begin()->first == m_delivered) {
        next += m_ready.begin()->second.second;
        m_delivered = m_ready.begin()->second.first;
        m_ready.erase(m_ready.begin());
    }
    plan();
    if (!next.isEmpty()) {
        emit found(next);
        if (run != m_run) // a listener has begun another search
            return;
    }
    emit advanced();
}

} // namespace amb
