// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/buslink.h"

#include <chrono>

namespace amb {

class HttpConnection;
struct HttpRequest;
struct DemoFaults;

/// One Bayeux POST and its reply. A child of its connection; deletes itself once answered.
class HttpExchange : public BusLink
{
    Q_OBJECT

public:
    HttpExchange(HttpConnection &connection, const HttpRequest &request, const DemoFaults &faults);

    void sendReplies(const QByteArray &frame) override;
    void sendEvent(const QByteArray &frame) override;
    void refuse(int httpStatus, const QByteArray &why) override;
    void end(const QByteArray &why) override;
    void giveBrowserId(const QByteArray &id) override;
    [[nodiscard]] qint64 bytesToWrite() const override { return 0; }

private:
    HttpConnection &m_connection;
    const DemoFaults &m_faults;
    bool m_takesGzip;
    bool m_setsCookie = false;
};

} // namespace amb
