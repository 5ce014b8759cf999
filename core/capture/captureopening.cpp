// SPDX-License-Identifier: MIT
#include "core/capture/captureopening.h"

#include <QFileInfo>
#include <QPromise>
#include <QRegularExpression>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

QString capturePathOf(const QString &path)
{
    static const QRegularExpression segmentName(u"^[0-9]{6,}\\.jsonl$"_s);
    const QFileInfo file(path);
    return segmentName.match(file.fileName()).hasMatch() && file.isFile() ? file.absolutePath()
                                                                          : path;
}

QFuture<Result<std::unique_ptr<CaptureStore>>> openCapture(const QString &path, QThread *thread)
{
    using Opened = Result<std::unique_ptr<CaptureStore>>;
    const auto promise = std::make_shared<QPromise<Opened>>();
    QFuture<Opened> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path = capturePathOf(path), thread] {
        CaptureOptions options;
        options.path = path;
        options.isReadOnly = true;
        auto store = CaptureStore::create(options);
        if (store)
            (*store)->moveToThread(thread);
        promise->addResult(std::move(store));
        promise->finish();
    });
    return future;
}

} // namespace amb
