// SPDX-License-Identifier: MIT
#pragma once

#include "core/transport/transport.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>

namespace amb::test {

/// Writes down what a transport signals, in order.
class TransportLog : public QObject
{
    Q_OBJECT

public:
    explicit TransportLog(const Transport &transport);

    QStringList events; ///< "opened", "received", "answered 3", "requestFailed 3", "failed"
    QList<QByteArray> frames;
    QList<TransportFailure> failures; ///< of failed() and requestFailed()
};

TransportRequest request(quint64 token, RequestKind kind, const QByteArray &body);

} // namespace amb::test
