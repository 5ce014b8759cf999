// SPDX-License-Identifier: MIT
#include "core/doctor/upgradeprobe.h"

#include "core/oneline.h"

#include <QRandomGenerator>
#include <QtEndian>

namespace amb {

namespace {

constexpr qsizetype longestInput = qsizetype(4) * 1024 * 1024;

QByteArray newKey()
{
    QByteArray bytes(16, '\0');
    for (int i = 0; i < 4; ++i)
        qToBigEndian(QRandomGenerator::system()->generate(), bytes.data() + i * 4);
    return bytes.toBase64();
}

} // namespace

UpgradeProbe::UpgradeProbe(QUrl site,
                           NetworkSettings settings,
                           QNetworkProxy proxy,
                           QObject *parent)
    : QObject(parent)
    , m_http(std::move(site), std::move(settings), std::move(proxy))
{ }

void UpgradeProbe::ask(const UpgradeRequest &request, std::chrono::milliseconds limit, Then then)
{
    m_key = newKey();
    ProbeRequest http;
    http.target = request.target;
    if (request.hasUpgrade)
        http.headers = {{"Connection", "Upgrade"},
                        {"Upgrade", "websocket"},
                        {"Sec-WebSocket-Version", "13"},
                        {"Sec-WebSocket-Key", m_key}};
    if (!request.origin.isEmpty())
        http.headers.emplaceBack("Origin", request.origin);
    if (!request.cookies.isEmpty())
        http.headers.emplaceBack("Cookie", request.cookies);
    m_http.ask(http, limit, std::move(then));
}

bool UpgradeProbe::isAccepted(const ProbeAnswer &answer) const
{
    return answer.header("Sec-WebSocket-Accept") == acceptFor(m_key);
}

void UpgradeProbe::begin(const ProbeAnswer &answer)
{
    m_wire = m_http.takeWire();
    if (!m_wire) {
        close({});
        return;
    }
    connect(m_wire.get(), &Wire::received, this, &UpgradeProbe::read);
    connect(m_wire.get(), &Wire::ended, this, [this](WireEnd, const QString &said) {
        close(tr("without a close frame (%1)").arg(said));
    });
    if (!answer.rest.isEmpty())
        QMetaObject::invokeMethod(
            this, [this, rest = answer.rest] { read(rest); }, Qt::QueuedConnection);
}

void UpgradeProbe::send(WebSocketFrame::Opcode opcode, const QByteArray &payload)
{
    if (m_wire)
        m_wire->write(clientFrame(opcode, payload));
}

void UpgradeProbe::abort()
{
    m_http.abort();
    if (m_wire) {
        m_wire->abort();
        m_wire.release()->deleteLater();
    }
}

void UpgradeProbe::read(const QByteArray &bytes)
{
    m_input += bytes;
    while (m_wire) {
        const auto frame = takeFrame(m_input);
        if (!frame)
            break;
        if (frame->opcode == WebSocketFrame::Opcode::Ping) {
            send(WebSocketFrame::Opcode::Pong, frame->payload);
        } else if (frame->opcode == WebSocketFrame::Opcode::Close) {
            const int code = frame->payload.size() >= 2
                ? qFromBigEndian<quint16>(frame->payload.constData())
                : 0;
            close(tr("by a close frame with code %1 %2")
                      .arg(code)
                      .arg(oneLine(QString::fromUtf8(frame->payload.mid(2)), 120))
                      .trimmed());
            return;
        } else {
            emit frameReceived(*frame);
        }
    }
    if (m_input.size() > longestInput)
        close(tr("here, since a frame is too long"));
}

void UpgradeProbe::close(const QString &how)
{
    abort();
    emit closed(how);
}

} // namespace amb
