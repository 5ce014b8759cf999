// SPDX-License-Identifier: MIT
#include "tests/network/peerprocess.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

bool hasFacts(const QJsonObject &event, const QJsonObject &facts)
{
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        if (event.value(fact.key()) != fact.value())
            return false;
    }
    return true;
}

} // namespace

PeerProcess::PeerProcess(const QString &script)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PeerProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        m_failure = m_process.errorString();
    });
    connect(&m_process, &QProcess::finished, this, [this](int code) {
        m_failure = u"the peer ended with exit code %1"_s.arg(code);
    });
    m_process.setWorkingDirectory(QStringLiteral(AMB_PEERS_DIR));
    m_process.start(QStringLiteral(AMB_NODE), {script});
}

PeerProcess::~PeerProcess()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

void PeerProcess::tell(const QString &command, QJsonObject options)
{
    options.insert("do"_L1, command);
    m_process.write(QJsonDocument(options).toJson(QJsonDocument::Compact) + '\n');
}

QList<QJsonObject> PeerProcess::heard(const QString &event, const QJsonObject &facts) const
{
    QList<QJsonObject> matching;
    std::copy_if(m_events.begin(),
                 m_events.end(),
                 std::back_inserter(matching),
                 [&](const QJsonObject &each) {
                     return each.value("event"_L1) == event && hasFacts(each, facts);
                 });
    return matching;
}

qsizetype PeerProcess::count(const QString &event, const QJsonObject &facts) const
{
    return heard(event, facts).size();
}

QString PeerProcess::failure() const
{
    return m_failure;
}

void PeerProcess::read()
{
    while (m_process.canReadLine())
        m_events += QJsonDocument::fromJson(m_process.readLine()).object();
}

} // namespace amb
