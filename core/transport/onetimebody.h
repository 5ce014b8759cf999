// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace amb {

/// The body of a POST that can be read once only.
///
/// QNetworkAccessManager silently repeats a POST whose connection died before the reply, which
/// doubles a publish. It cannot rewind a sequential device and reports ContentReSendError instead;
/// that needs DoNotBufferUploadDataAttribute and a Content-Length on the request.
class OneTimeBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneTimeBody(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    /// Never: the library asks when it wants to send again.
    bool seek(qint64 /*position*/) override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace amb
