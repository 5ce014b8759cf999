// SPDX-License-Identifier: MIT
#include "core/capture/capturewriter.h"

#include "core/jsontext.h"
#include "core/logging.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace amb {

namespace {

constexpr qint64 writeBeyond = 1024LL * 1024;
constexpr qint64 memoryLimit = 256LL * 1024 * 1024;
constexpr qint64 smallestSegment = 4096;
/// Older segments are opened for each read, so that a long capture does not use up the
/// process's file handles.
constexpr std::size_t openFilesAtMost = 128;

/// Size at which segments are closed, so that dropping one does not drop most of the capture.
qint64 segmentLimit(qint64 wanted, qint64 captureLimit, qint64 parts)
{
    if (captureLimit == 0)
        return wanted;
    return std::min(wanted, std::max(captureLimit / parts, smallestSegment));
}

} // namespace

CaptureWriter::CaptureWriter(const CaptureOptions &options)
    : m_options(options)
    , m_channels(std::make_shared<ChannelTable>())
    , m_index(m_channels)
    , m_segmentLimit(segmentLimit(options.segmentBytes, options.retainBytes, 4))
{
    m_buffer.room(2 * writeBeyond);
}

Result<std::unique_ptr<CaptureWriter>> CaptureWriter::open(const CaptureOptions &options)
{
    std::unique_ptr<CaptureWriter> writer(new CaptureWriter(options));
    if (options.path.isEmpty()) {
        writer->startMemory();
    } else if (options.isReadOnly) {
        if (const auto error = writer->openToRead())
            return *error;
    } else if (options.singleFile) {
        if (const auto error = writer->openSingleFile())
            return *error;
    } else {
        Result<SegmentFolder> folder = SegmentFolder::open(options.path);
        if (!folder)
            return folder.error();
        writer->m_folder = std::move(folder).value();
        Result<std::unique_ptr<FileSegment>> file = writer->m_folder->next();
        if (!file)
            return file.error();
        writer->startFile(std::move(file).value());
    }
    return writer;
}

std::optional<Error> CaptureWriter::openSingleFile()
{
    m_segmentLimit = std::numeric_limits<qint64>::max();
    Result<std::unique_ptr<FileSegment>> file = FileSegment::openOrCreate(m_options.path);
    if (!file)
        return file.error();
    if ((*file)->size() > 0)
        return continueCapture(std::move(file).value());
    startFile(std::move(file).value());
    return std::nullopt;
}

/// Adds the rows of a file to the index.
Result<ScanSummary> CaptureWriter::index(const FileSegment &file, SegmentId id)
{
    return scanCapture(file, [this, id](const ScannedRow &row) {
        ChannelTable::Channel &channel = m_channels->channel(row.channel);
        RowInfo info = row.info;
        info.channel = channel.id();
        m_index.add(IndexEntry(id, row.offset, info));
        if (info.kind == MessageKind::Event)
            channel.countMessage(info.size, info.time);
    });
}

std::optional<Error> CaptureWriter::openToRead()
{
    QStringList paths{m_options.path};
    if (QFileInfo(m_options.path).isDir()) {
        Result<QStringList> files = SegmentFolder::files(m_options.path);
        if (!files)
            return files.error();
        paths = *files;
    }
    qint64 damagedLines = 0;
    for (const QString &path : paths) {
        Result<std::unique_ptr<FileSegment>> file = FileSegment::openToRead(path);
        if (!file)
            return file.error();
        FileSegment *const segment = file->get();
        const Row firstRow = m_index.nextRow();
        const Result<ScanSummary> summary = index(*segment, SegmentId(quint32(m_segments.size())));
        if (!summary)
            return summary.error();
        damagedLines += summary->damagedLines + (summary->end < segment->size() ? 1 : 0);
        addSegment({std::move(file).value(), segment, firstRow, summary->end});
        park();
        m_storedBytes += summary->end;
    }
    m_index.publish();
    m_firstInBuffer = m_index.nextRow();
    startMemory();
    if (damagedLines > 0)
        appendNote("damaged",
                   tr("%L1 damaged lines of this capture were skipped.").arg(damagedLines),
                   "lines",
                   damagedLines);
    return std::nullopt;
}

std::optional<Error> CaptureWriter::continueCapture(std::unique_ptr<FileSegment> file)
{
    FileSegment *const segment = file.get();
    const Result<ScanSummary> summary = index(*segment, SegmentId{});
    if (!summary)
        return summary.error();
    if (summary->end < segment->size()) {
        qCInfo(logCapture) << "cutting off" << segment->size() - summary->end << "torn bytes";
        if (auto error = segment->truncate(summary->end))
            return error;
    }
    addSegment({std::move(file), segment, Row{}, summary->end});
    m_storedBytes = summary->end;
    m_index.publish();
    m_firstInBuffer = m_index.nextRow();
    if (!summary->endsWithBreak)
        m_buffer.append("\n");
    if (summary->damagedLines > 0) {
        appendNote("damaged",
                   tr("%L1 damaged lines were skipped when this capture was opened again.")
                       .arg(summary->damagedLines),
                   "lines",
                   summary->damagedLines);
    }
    return std::nullopt;
}

void CaptureWriter::startFile(std::unique_ptr<FileSegment> file)
{
    FileSegment *const segment = file.get();
    addSegment({std::move(file), segment, m_index.nextRow(), 0});
    // Goes with the first rows: a disk that is full already is told like one that fills up.
    m_buffer.append(LineFormat::header(now()));
    park();
}

void CaptureWriter::startMemory()
{
    addSegment({std::make_shared<MemorySegment>(), nullptr, m_firstInBuffer, 0});
    m_segmentLimit = segmentLimit(m_options.segmentBytes, limit(), 16);
}

void CaptureWriter::addSegment(Kept kept)
{
    m_openFiles += kept.file ? 1 : 0;
    m_index.addSegment(kept.segment);
    m_segments.push_back(std::move(kept));
}

/// Closes the oldest open handle when there are many; readers that hold it go on with it.
void CaptureWriter::park()
{
    if (m_openFiles <= openFilesAtMost)
        return;
    const std::size_t place = m_segments.size() - m_openFiles;
    Kept &kept = m_segments[place];
    const std::shared_ptr<FileSegment> parked = kept.file->parked();
    const auto id = quint32(m_index.currentSegment()) - quint32(m_openFiles) + 1;
    m_index.replaceSegment(SegmentId(id), parked);
    kept.file = parked.get();
    kept.segment = parked;
    --m_openFiles;
}

void CaptureWriter::append(const Record &record)
{
    Q_ASSERT(record.raw.size() <= std::numeric_limits<quint32>::max());
    if (m_segments.back().bytes + m_buffer.size() > m_segmentLimit)
        startNextSegment();

    ChannelTable::Channel &channel = m_channels->channel(record.channel);
    RowInfo row;
    row.time = record.time;
    row.channel = channel.id();
    row.direction = record.direction;
    row.kind = record.kind;
    row.transport = record.transport;
    m_format.appendPrefix(m_buffer, row, channel.json());
    const qint64 offset = m_segments.back().bytes + m_buffer.size();
    row.size = LineFormat::appendMessage(m_buffer, record.raw, record.kind);
    m_buffer.append(LineFormat::lineEnd);
    m_index.add(IndexEntry(m_index.currentSegment(), offset, row));
    if (row.kind == MessageKind::Event)
        channel.countMessage(row.size, row.time);

    if (m_buffer.size() > writeBeyond)
        writeOut();
}

void CaptureWriter::appendNote(QByteArrayView note,
                               const QString &text,
                               QByteArrayView countKey,
                               qint64 count)
{
    const QByteArray raw = R"({"note":)" + jsonString(note) + R"(,"text":)"
        + jsonString(text.toUtf8()) + ',' + jsonString(countKey) + ':' + QByteArray::number(count)
        + '}';
    Record record;
    record.raw = raw;
    record.time = now();
    record.direction = Direction::Local;
    record.kind = MessageKind::Note;
    append(record);
}

void CaptureWriter::startNextSegment()
{
    writeOut();
    if (isInMemory()) {
        startMemory();
        return;
    }
    Result<std::unique_ptr<FileSegment>> file = m_folder->next();
    if (file)
        startFile(std::move(file).value());
    else
        continueInMemory(file.error());
}

void CaptureWriter::writeOut()
{
    if (m_buffer.size() == 0)
        return;
    if (const auto error = m_segments.back().segment->append(m_buffer.view())) {
        continueInMemory(*error);
        writeOut();
        return;
    }
    m_segments.back().bytes += m_buffer.size();
    m_storedBytes += m_buffer.size();
    m_buffer.clear();
    m_firstInBuffer = m_index.nextRow();
}

/// Leaves the file as it is and goes on with a segment in memory, which takes over what the file
/// did not take.
void CaptureWriter::continueInMemory(const Error &error)
{
    qCWarning(logCapture).noquote() << error.detail;
    m_failure = error;
    const qint64 written = m_segments.back().bytes;
    startMemory();
    const SegmentId segment = m_index.currentSegment();
    for (Row row = m_firstInBuffer; row < m_index.nextRow(); row = row + 1) {
        IndexEntry &entry = m_index.unpublished(row);
        entry.move(segment, entry.offset() - written);
    }
}

CaptureChanges CaptureWriter::publish()
{
    CaptureChanges changes;
    changes.first = m_index.endRow();
    writeOut();
    m_index.publish();
    keepWithinLimit(&changes);
    writeOut();
    m_index.publish();
    changes.count = m_index.endRow() - changes.first;
    changes.failure = std::exchange(m_failure, std::nullopt);
    return changes;
}

bool CaptureWriter::isInMemory() const
{
    return m_segments.back().segment->isInMemory();
}

/// How large the part of the capture that grows may become; 0 when there is no limit.
qint64 CaptureWriter::limit() const
{
    const qint64 wished = m_options.retainBytes;
    if (!isInMemory())
        return m_options.singleFile ? 0 : wished;
    if (wished == 0)
        return memoryLimit;
    // A limit that was meant for a disk may be more than the memory there is.
    return m_options.path.isEmpty() ? wished : std::min(wished, memoryLimit);
}

/// Size of the part of the capture that grows: the files, or after a failure what is in memory.
qint64 CaptureWriter::limitedBytes() const
{
    qint64 bytes = m_segmentLimit; // room for the current segment
    for (std::size_t i = 0; i + 1 < m_segments.size(); ++i) {
        if (m_segments[i].segment->isInMemory() == isInMemory())
            bytes += m_segments[i].bytes;
    }
    return bytes;
}

void CaptureWriter::keepWithinLimit(CaptureChanges *changes)
{
    const qint64 most = limit();
    if (most == 0)
        return;
    const Row before = m_index.firstRow();
    // What was written before the disk failed stays on it.
    const bool removeFiles = !isInMemory();
    while (m_segments.size() > 1 && limitedBytes() > most)
        dropOldest(1, removeFiles);
    const qint64 gone = m_index.firstRow() - before;
    if (gone == 0)
        return;
    changes->firstRow = m_index.firstRow();
    appendNote("gap",
               tr("%L1 rows dropped to keep the capture within %2.")
                   .arg(gone)
                   .arg(QLocale().formattedDataSize(most)),
               "rows",
               gone);
}

std::optional<Row> CaptureWriter::dropBefore(Row row)
{
    const Row wanted = std::min(row, m_index.endRow());
    std::size_t count = 0;
    while (count + 1 < m_segments.size() && m_segments[count + 1].firstRow <= wanted)
        ++count;
    if (count == 0)
        return std::nullopt;
    const Row before = m_index.firstRow();
    dropOldest(count, true);
    return m_index.firstRow() == before ? std::nullopt : std::optional(m_index.firstRow());
}

void CaptureWriter::dropOldest(std::size_t count, bool removeFiles)
{
    m_index.dropSegments(count, m_segments[count].firstRow);
    for (std::size_t i = 0; i < count; ++i) {
        const Kept &oldest = m_segments.front();
        m_storedBytes -= oldest.bytes;
        // The one file that the user named is the user's.
        if (oldest.file && removeFiles && !m_options.singleFile && !m_options.isReadOnly)
            oldest.file->remove();
        m_segments.pop_front();
    }
    // Files stand before segments in memory, and the open ones are the youngest files.
    const auto files = std::size_t(std::count_if(
        m_segments.begin(), m_segments.end(), [](const Kept &kept) { return kept.file; }));
    m_openFiles = std::min(m_openFiles, files);
}

} // namespace amb
