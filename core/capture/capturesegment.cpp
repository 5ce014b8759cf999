// SPDX-License-Identifier: MIT
#include "core/capture/capturesegment.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr mode_t ownerOnlyFile = 0600;
constexpr mode_t ownerOnlyFolder = 0700;

QString translated(const char *text)
{
    return QCoreApplication::translate("Capture", text);
}

/// What went wrong with a file, in words; `code` is an errno.
QString reason(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return translated("The disk is full: free some space, or record somewhere else (%1).");
    case EFBIG:
        return translated("The file has reached the largest size that is allowed here: record to "
                          "another file (%1).");
    case EIO:
        return translated("The disk reports a fault: record to another disk (%1).");
    case EACCES:
    case EPERM:
        return translated("There is no permission to write here: choose another place (%1).");
    case EROFS:
        return translated("The disk can only be read: choose another place (%1).");
    case ENOENT:
    case ENOTDIR:
        return translated("The folder does not exist: make it or choose another place (%1).");
    case EISDIR:
        return translated("This is a folder: name a file in it (%1).");
    case EEXIST:
        return translated("Something of this name is there already: choose another name (%1).");
    case EWOULDBLOCK:
        return translated("Another program is recording to this file: choose another (%1).");
    case EMFILE:
    case ENFILE:
        return translated("Too many files are open: close some programs (%1).");
    default:
        return translated("The file cannot be used: choose another place (%1).");
    }
}

Error storageError(const QString &path, int code, QLatin1StringView call)
{
    const std::string words = std::generic_category().message(code);
    return {ErrorKind::Storage,
            reason(code).arg(QDir::toNativeSeparators(path)),
            u"%1: %2: %3"_s.arg(call, path, QString::fromStdString(words))};
}

/// A handle for reading, closed at the end of the scope.
class ReadHandle
{
public:
    explicit ReadHandle(const QString &path)
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): that is how POSIX declares it
        : m_handle(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC))
    { }
    ReadHandle(const ReadHandle &) = delete;
    ReadHandle &operator=(const ReadHandle &) = delete;
    ReadHandle(ReadHandle &&) = delete;
    ReadHandle &operator=(ReadHandle &&) = delete;
    ~ReadHandle()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }

    [[nodiscard]] int handle() const { return m_handle; }

private:
    int m_handle;
};

/// Reads until size bytes are there or the file ends; -1 and errno when it cannot be read.
qint64 readFully(int handle, char *out, qint64 offset, qint64 size)
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t count = ::pread(handle, out + done, std::size_t(size - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        if (count == 0)
            break;
        done += count;
    }
    return done;
}

} // namespace

FileSegment::FileSegment(QString path, int handle, qint64 size)
    : m_path(std::move(path))
    , m_handle(handle)
    , m_size(size)
{ }

FileSegment::~FileSegment()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

Result<std::unique_ptr<FileSegment>> FileSegment::open(const QString &path, int flags)
{
    const QByteArray name = QFile::encodeName(path);
    const int handle = ::open(name.constData(), O_CLOEXEC | flags, ownerOnlyFile);
    if (handle < 0)
        return storageError(path, errno, "open"_L1);
    std::unique_ptr<FileSegment> segment(new FileSegment(path, handle, 0));

    struct stat status = {};
    if (::fstat(handle, &status) != 0)
        return storageError(path, errno, "fstat"_L1);
    // A device such as /dev/null is written to but has nothing to continue.
    if (S_ISREG(status.st_mode))
        segment->m_size = status.st_size;
    else if (!S_ISCHR(status.st_mode))
        return storageError(path, EINVAL, "open"_L1);
    return segment;
}

Result<std::unique_ptr<FileSegment>> FileSegment::create(const QString &path)
{
    return open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW);
}

Result<std::unique_ptr<FileSegment>> FileSegment::openOrCreate(const QString &path)
{
    Result<std::unique_ptr<FileSegment>> segment = open(path, O_RDWR | O_CREAT | O_NONBLOCK);
    if (segment && ::flock((*segment)->m_handle, LOCK_EX | LOCK_NB) != 0)
        return storageError(path, errno, "flock"_L1);
    return segment;
}

Result<std::unique_ptr<FileSegment>> FileSegment::openToRead(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::Input,
                     translated("There is no such file or folder: choose another one (%1).")
                         .arg(QDir::toNativeSeparators(path)),
                     {}};
    return open(path, O_RDONLY | O_NONBLOCK);
}

std::unique_ptr<FileSegment> FileSegment::parked() const
{
    return std::unique_ptr<FileSegment>(new FileSegment(m_path, -1, m_size));
}

QByteArray FileSegment::read(qint64 offset, qint64 size) const
{
    QByteArray bytes(size, Qt::Uninitialized);
    const Result<qint64> count = readInto(bytes.data(), offset, size);
    if (!count || *count != size)
        return {};
    return bytes;
}

Result<qint64> FileSegment::readInto(char *out, qint64 offset, qint64 size) const
{
    const auto checked = [this](qint64 count) -> Result<qint64> {
        if (count < 0)
            return storageError(m_path, errno, "pread"_L1);
        return count;
    };
    if (m_handle >= 0)
        return checked(readFully(m_handle, out, offset, size));
    const ReadHandle file(m_path);
    return checked(file.handle() < 0 ? -1 : readFully(file.handle(), out, offset, size));
}

std::optional<Error> FileSegment::append(QByteArrayView bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::pwrite(
            m_handle, bytes.data() + done, std::size_t(bytes.size() - done), m_size + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            const Error error = storageError(m_path, errno, "pwrite"_L1);
            // Half a line must not stay at the end.
            if (const auto second = truncate(m_size))
                qCWarning(logCapture).noquote() << second->detail;
            return error;
        }
        done += count;
    }
    m_size += bytes.size();
    return std::nullopt;
}

std::optional<Error> FileSegment::truncate(qint64 size)
{
    if (::ftruncate(m_handle, size) != 0)
        return storageError(m_path, errno, "ftruncate"_L1);
    m_size = size;
    return std::nullopt;
}

void FileSegment::remove()
{
    if (!QFile::remove(m_path))
        qCWarning(logCapture).noquote() << "cannot remove" << m_path;
}

char *MemorySegment::at(qint64 offset) const
{
    const std::lock_guard lock(m_mutex);
    return m_blocks[std::size_t(offset / blockSize)].get() + offset % blockSize;
}

QByteArray MemorySegment::read(qint64 offset, qint64 size) const
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 done = 0; done < size;) {
        const qint64 place = offset + done;
        const qint64 part = std::min(size - done, blockSize - place % blockSize);
        std::memcpy(bytes.data() + done, at(place), std::size_t(part));
        done += part;
    }
    return bytes;
}

std::optional<Error> MemorySegment::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 place = m_size % blockSize;
        if (place == 0) {
            auto block = std::make_unique_for_overwrite<char[]>(std::size_t(blockSize));
            const std::lock_guard lock(m_mutex);
            m_blocks.push_back(std::move(block));
        }
        const qint64 part = std::min(qint64(bytes.size()), blockSize - place);
        std::memcpy(at(m_size), bytes.data(), std::size_t(part));
        m_size += part;
        bytes = bytes.sliced(part);
    }
    return std::nullopt;
}

SegmentFolder::SegmentFolder(QString path, qint64 lastNumber)
    : m_path(std::move(path))
    , m_lastNumber(lastNumber)
{ }

Result<SegmentFolder> SegmentFolder::open(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        const QString parent = QFileInfo(QDir(path).absolutePath()).path();
        if (!QDir().mkpath(parent))
            return storageError(parent, ENOENT, "mkdir"_L1);
        if (::mkdir(QFile::encodeName(path).constData(), ownerOnlyFolder) != 0)
            return storageError(path, errno, "mkdir"_L1);
    }
    if (!QFileInfo(path).isDir())
        return storageError(path, EEXIST, "mkdir"_L1);

    qint64 lastNumber = 0;
    const QStringList names = QDir(path).entryList({u"*.jsonl"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        lastNumber = std::max(lastNumber, QFileInfo(name).completeBaseName().toLongLong());
    return SegmentFolder(path, lastNumber);
}

Result<QStringList> SegmentFolder::files(const QString &path)
{
    const QDir folder(path);
    std::map<qint64, QString> numbered;
    const QStringList names = folder.entryList({u"*.jsonl"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (const qint64 number = QFileInfo(name).completeBaseName().toLongLong(); number > 0)
            numbered.emplace(number, folder.filePath(name));
    }
    if (numbered.empty())
        return Error{ErrorKind::Input,
                     translated("There is no capture in this folder: choose one with files such as "
                                "000001.jsonl, or a .jsonl file (%1).")
                         .arg(QDir::toNativeSeparators(path)),
                     {}};
    QStringList files;
    for (const auto &[number, file] : numbered)
        files.append(file);
    return files;
}

Result<std::unique_ptr<FileSegment>> SegmentFolder::next()
{
    ++m_lastNumber;
    const QString name = u"%1.jsonl"_s.arg(m_lastNumber, 6, 10, '0'_L1);
    return FileSegment::create(QDir(m_path).filePath(name));
}

} // namespace amb
