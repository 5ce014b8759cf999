// SPDX-License-Identifier: MIT
#include "core/capture/capturestore.h"

#include "core/capture/capturewriter.h"

#include <QPointer>

namespace amb {

namespace {

/// At most 30 batches a second.
constexpr std::chrono::milliseconds batchInterval(34);

} // namespace

Result<std::unique_ptr<CaptureStore>> CaptureStore::create(const CaptureOptions &options)
{
    Result<std::unique_ptr<CaptureWriter>> writer = CaptureWriter::open(options);
    if (!writer)
        return writer.error();
    return std::unique_ptr<CaptureStore>(new CaptureStore(std::move(writer).value()));
}

CaptureStore::CaptureStore(std::unique_ptr<CaptureWriter> writer)
    : m_writer(std::move(writer))
    , m_timer(this)
    , m_lastBatch(std::chrono::steady_clock::now() - batchInterval)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CaptureStore::flush);
    if (m_writer->isWaiting())
        publishSoon();
}

CaptureStore::~CaptureStore()
{
    m_writer->publish();
}

void CaptureStore::append(const Record &record)
{
    m_writer->append(record);
    if (!m_isPublishing)
        publishSoon();
}

/// In the next turn of the event loop, or later where that would be too many batches a second.
void CaptureStore::publishSoon()
{
    using std::chrono::milliseconds;
    const auto age =
        std::chrono::floor<milliseconds>(std::chrono::steady_clock::now() - m_lastBatch);
    m_isPublishing = true;
    m_timer.start(age < batchInterval ? batchInterval - age : milliseconds(0));
}

void CaptureStore::flush()
{
    m_timer.stop();
    m_isPublishing = false;
    m_lastBatch = std::chrono::steady_clock::now();
    const CaptureChanges changes = m_writer->publish();

    const QPointer<CaptureStore> self(this); // a slot may delete the store
    if (changes.count > 0)
        emit appended(changes.first, changes.count);
    if (self && changes.firstRow)
        emit dropped(*changes.firstRow);
    if (self && changes.failure)
        emit recordingFailed(*changes.failure);
}

void CaptureStore::dropBefore(Row row)
{
    if (const std::optional<Row> first = m_writer->dropBefore(row))
        emit dropped(*first);
}

Row CaptureStore::firstRow() const
{
    return m_writer->index().firstRow();
}

Row CaptureStore::endRow() const
{
    return m_writer->index().endRow();
}

CaptureSnapshot CaptureStore::snapshot() const
{
    return m_writer->index().snapshot();
}

RowInfo CaptureStore::info(Row row) const
{
    return snapshot().info(row);
}

QByteArray CaptureStore::message(Row row) const
{
    return snapshot().message(row);
}

QByteArray CaptureStore::line(Row row) const
{
    return snapshot().line(row);
}

quint32 CaptureStore::channelCount() const
{
    return m_writer->channels().count();
}

QByteArray CaptureStore::channelName(ChannelId id) const
{
    const ChannelTable::Channel *channel = m_writer->channels().at(id);
    return channel ? channel->name().toByteArray() : QByteArray();
}

ChannelStats CaptureStore::channelStats(ChannelId id) const
{
    const ChannelTable::Channel *channel = m_writer->channels().at(id);
    return channel ? channel->stats() : ChannelStats();
}

qint64 CaptureStore::storedBytes() const
{
    return m_writer->storedBytes();
}

qint64 CaptureStore::memoryBytes() const
{
    return m_writer->index().memoryBytes() + m_writer->channels().memoryBytes();
}

} // namespace amb
