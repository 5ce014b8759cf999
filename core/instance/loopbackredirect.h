// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace amb {

/// Waits on 127.0.0.1 for the browser to come back from an instance's consent page (RFC 8252
/// § 7.3), and shows it a page that says that it may be closed.
///
/// Whatever does not bear the state that was given out is turned away and ends nothing: any page in
/// the browser could call here.
class LoopbackRedirect : public QObject
{
    Q_OBJECT

public:
    explicit LoopbackRedirect(QByteArray state, QObject *parent = nullptr);

    /// Listens on a port, 0 for any free one; the address to be redirected to.
    Result<QByteArray> listen(quint16 port);

signals:
    void codeCame(const QByteArray &code);
    /// The instance said no: `error` as in RFC 6749 § 4.1.2.1, e.g. access_denied.
    void refused(const QString &error);

private:
    void accept();
    void read(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const QByteArray &head);

    QByteArray m_state;
    QTcpServer m_server;
};

} // namespace amb
