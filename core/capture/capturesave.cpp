// SPDX-License-Identifier: MIT
#include "core/capture/capturesave.h"

#include "core/capture/captureline.h"

#include <QCoreApplication>
#include <QDir>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::CaptureSave)
};

/// Rows between two looks at the future.
constexpr std::size_t step = 4096;

Error cannotSave(const QSaveFile &file)
{
    return {ErrorKind::Storage,
            Words::tr("The capture cannot be saved as %1: %2. Choose another place.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
            file.errorString()};
}

Result<qint64> save(QPromise<Result<qint64>> &promise,
                    const CaptureSnapshot &snapshot,
                    const std::vector<Row> &rows,
                    const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotSave(file);
    file.write(LineFormat::header(now()));
    qint64 saved = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % step == 0) {
            promise.setProgressValue(int(i));
            if (promise.isCanceled()) {
                file.cancelWriting();
                return saved;
            }
        }
        const QByteArray line = snapshot.line(rows[i]);
        if (line.isEmpty())
            continue;
        if (file.write(line + '\n') < 0)
            return cannotSave(file);
        ++saved;
    }
    if (!file.commit())
        return cannotSave(file);
    return saved;
}

} // namespace

QFuture<Result<qint64>> saveCapture(const CaptureSnapshot &snapshot,
                                    std::vector<Row> rows,
                                    const QString &path)
{
    const auto promise = std::make_shared<QPromise<Result<qint64>>>();
    QFuture<Result<qint64>> future = promise->future();
    promise->setProgressRange(0, int(rows.size()));
    promise->start();
    QThreadPool::globalInstance()->start([promise, snapshot, rows = std::move(rows), path] {
        promise->addResult(save(*promise, snapshot, rows, path));
        promise->finish();
    });
    return future;
}

} // namespace amb
