// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace amb::test {

/// A real proxy or load balancer on loopback, with a configuration of the test's own in a folder
/// that goes with it. Runs as a child in the foreground and ends with this.
class Middlebox
{
public:
    enum class Kind {
        Nginx,
        Haproxy,
        Tinyproxy,
    };

    /// `configuration` is what goes into the server (nginx), behind the defaults (haproxy) or into
    /// the file (tinyproxy). In it @PORT@ is the port to listen at, @DIR@ the folder.
    Middlebox(Kind kind, QByteArray configuration);
    ~Middlebox();
    Middlebox(const Middlebox &) = delete;
    Middlebox &operator=(const Middlebox &) = delete;
    Middlebox(Middlebox &&) = delete;
    Middlebox &operator=(Middlebox &&) = delete;

    /// Writes certificate and key for nginx as @DIR@/server.pem and @DIR@/server.key.
    void setTls(const QSslConfiguration &tls);
    /// Starts it and waits until it listens; what it says where it does not.
    [[nodiscard]] QByteArray start();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("http")) const;

private:
    [[nodiscard]] QByteArray wholeConfiguration() const;
    [[nodiscard]] bool isListening() const;
    bool write(const QString &name, const QByteArray &content) const;

    Kind m_kind;
    QByteArray m_configuration;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Runs a test that needs a program. Where that is not installed, says so and counts as skipped;
/// never in CI.
int runWith(const char *program, const char *path, QObject &test, int argc, char **argv);

} // namespace amb::test
