// SPDX-License-Identifier: MIT
#include "middlebox.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

namespace amb::test {

namespace {

constexpr int startPatience = 10'000;
/// What ctest takes for "skipped".
constexpr int skipped = 77;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QString programOf(Middlebox::Kind kind)
{
    switch (kind) {
    case Middlebox::Kind::Nginx:
        return QStringLiteral(AMB_NGINX);
    case Middlebox::Kind::Haproxy:
        return QStringLiteral(AMB_HAPROXY);
    case Middlebox::Kind::Tinyproxy:
        return QStringLiteral(AMB_TINYPROXY);
    }
    return {};
}

QStringList argumentsOf(Middlebox::Kind kind, const QString &folder)
{
    const QString file = folder + QStringLiteral("/configuration");
    switch (kind) {
    case Middlebox::Kind::Nginx:
        return {QStringLiteral("-p"),
                folder,
                QStringLiteral("-c"),
                file,
                QStringLiteral("-e"),
                folder + QStringLiteral("/error.log")};
    case Middlebox::Kind::Haproxy:
        return {QStringLiteral("-db"), QStringLiteral("-f"), file};
    case Middlebox::Kind::Tinyproxy:
        return {QStringLiteral("-d"), QStringLiteral("-c"), file};
    }
    return {};
}

} // namespace

Middlebox::Middlebox(Kind kind, QByteArray configuration)
    : m_kind(kind)
    , m_configuration(std::move(configuration))
    , m_port(freePort())
{ }

Middlebox::~Middlebox()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

void Middlebox::setTls(const QSslConfiguration &tls)
{
    QByteArray chain;
    const QList<QSslCertificate> certificates = tls.localCertificateChain();
    for (const QSslCertificate &certificate : certificates)
        chain += certificate.toPem();
    write(QStringLiteral("server.pem"), chain);
    write(QStringLiteral("server.key"), tls.privateKey().toPem());
}

QByteArray Middlebox::start()
{
    if (!write(QStringLiteral("configuration"), wholeConfiguration()))
        return "the configuration cannot be written";
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // It does not outlive a test that crashes.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(programOf(m_kind), argumentsOf(m_kind, m_folder.path()));
    if (!m_process.waitForStarted(startPatience))
        return m_process.errorString().toUtf8();
    const bool isUp = QTest::qWaitFor(
        [this] { return isListening() || m_process.state() == QProcess::NotRunning; },
        startPatience);
    if (isUp && m_process.state() == QProcess::Running)
        return {};
    return "does not listen: " + m_process.readAll();
}

QUrl Middlebox::url(const QString &scheme) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_port));
}

QByteArray Middlebox::wholeConfiguration() const
{
    QByteArray text;
    switch (m_kind) {
    case Kind::Nginx:
        text = "daemon off;\nmaster_process off;\npid @DIR@/pid;\n"
               "events { worker_connections 256; }\n"
               "http {\n  access_log off;\n  client_body_temp_path @DIR@/body;\n"
               "  proxy_temp_path @DIR@/proxy;\n  fastcgi_temp_path @DIR@/fastcgi;\n"
               "  uwsgi_temp_path @DIR@/uwsgi;\n  scgi_temp_path @DIR@/scgi;\n"
               "  default_type text/html;\n"
            + m_configuration + "\n}\n";
        break;
    case Kind::Haproxy:
        text = "defaults\n  mode http\n  timeout connect 5s\n  timeout client 60s\n"
               "  timeout server 60s\n"
            + m_configuration + '\n';
        break;
    case Kind::Tinyproxy:
        text =
            "Port @PORT@\nListen 127.0.0.1\nAllow 127.0.0.1\nTimeout 60\n" + m_configuration + '\n';
        break;
    }
    text.replace("@PORT@", QByteArray::number(m_port));
    text.replace("@DIR@", m_folder.path().toUtf8());
    return text;
}

bool Middlebox::isListening() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(200);
}

bool Middlebox::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

int runWith(const char *program, const char *path, QObject &test, int argc, char **argv)
{
    if (*path == '\0') {
        std::fprintf(stderr, "%s is not installed: not tested.\n", program);
        return qEnvironmentVariableIsSet("CI") ? 1 : skipped;
    }
    const QCoreApplication application(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

} // namespace amb::test
