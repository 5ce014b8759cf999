// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturestore.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QTest>

namespace amb {

/// 2026-11-22T19:08:11.402123Z
inline constexpr Timestamp sampleTime{std::chrono::microseconds(1'795'374'491'402'123)};

/// An event of a record watcher that names its number and is `padding` bytes longer than needed.
inline QByteArray sampleMessage(qint64 number, int padding = 0)
{
    return R"({"channel":"/rw/default/incident/YWN0aXZlPXRydWU-","data":{"n":)"
        + QByteArray::number(number) + R"(,"text":")" + QByteArray(padding, 'x') + "\"}}";
}

inline Record sampleRecord(QByteArrayView raw,
                           QByteArrayView channel = "/rw/default/incident/YWN0aXZlPXRydWU-")
{
    Record record;
    record.raw = raw;
    record.channel = channel;
    record.time = sampleTime;
    return record;
}

/// Appends messages first … first + count - 1.
inline void appendSamples(CaptureStore &store, qint64 first, qint64 count, int padding = 0)
{
    for (qint64 i = first; i < first + count; ++i)
        store.append(sampleRecord(sampleMessage(i, padding)));
}

inline std::unique_ptr<CaptureStore> openStore(const CaptureOptions &options = {})
{
    Result<std::unique_ptr<CaptureStore>> store = CaptureStore::create(options);
    if (!store) {
        qFatal("%s", qUtf8Printable(store.error().text + store.error().detail));
    }
    return std::move(store).value();
}

inline std::unique_ptr<CaptureStore> openFile(const QString &path)
{
    CaptureOptions options;
    options.path = path;
    options.singleFile = true;
    return openStore(options);
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// All rows' lines, for comparing a capture as text.
inline QByteArray lines(const CaptureStore &store)
{
    QByteArray text;
    for (Row row = store.firstRow(); row < store.endRow(); row = row + 1)
        text += store.line(row) + '\n';
    return text;
}

/// The file without its first line.
inline QByteArray withoutHeader(const QByteArray &file)
{
    return file.sliced(file.indexOf('\n') + 1);
}

} // namespace amb
