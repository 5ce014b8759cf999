// SPDX-License-Identifier: MIT
#include "ui/instances/profilemore.h"

#include "core/bayeux/channelpattern.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/pathfield.h"
#include "ui/widgets/wording.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString textOf(ProxyChoice::Kind kind)
{
    switch (kind) {
    case ProxyChoice::Kind::System:
        return ProfileMore::tr("As the system says");
    case ProxyChoice::Kind::None:
        return ProfileMore::tr("None");
    case ProxyChoice::Kind::Http:
        return ProfileMore::tr("HTTP");
    case ProxyChoice::Kind::Socks5:
        return ProfileMore::tr("SOCKS 5");
    }
    return {};
}

bool hasHost(ProxyChoice::Kind kind)
{
    return kind == ProxyChoice::Kind::Http || kind == ProxyChoice::Kind::Socks5;
}

/// "host:port" in parts; the host is empty where it is none.
QUrl urlOfProxy(const QString &text)
{
    const QUrl url(u"proxy://"_s + text.trimmed(), QUrl::StrictMode);
    return url.path().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

std::chrono::milliseconds timeOf(const QDoubleSpinBox &box)
{
    return std::chrono::milliseconds(std::llround(box.value() * 1000));
}

} // namespace

ProfileMore::ProfileMore(FormRows &rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
    , m_channels(new QPlainTextEdit)
    , m_transport(new QComboBox)
    , m_proxyKind(new QComboBox)
    , m_proxyHost(new QLineEdit)
    , m_proxyUser(new QLineEdit)
    , m_proxyPassword(new QLineEdit)
    , m_ca(new PathField(u"profileCa"_s, tr("Own CA")))
{
    build();
    connect(m_channels, &QPlainTextEdit::textChanged, this, &ProfileMore::changed);
    connect(m_transport, &QComboBox::currentIndexChanged, this, &ProfileMore::changed);
    connect(m_ca, &PathField::changed, this, &ProfileMore::changed);
    setVisible(false);
}

void ProfileMore::build()
{
    m_channels->setObjectName(u"profileChannels"_s);
    m_channels->setTabChangesFocus(true);
    m_channels->setPlaceholderText(tr("one a line, for example /rw/default/incident/…"));
    m_channels->setFixedHeight(m_channels->fontMetrics().lineSpacing() * 4);
    m_rows.add(tr("Su&bscribe to:"), m_channels)
        ->setHint(tr("These channels are subscribed to as soon as the instance is connected."));
    m_transport->setObjectName(u"profileTransport"_s);
    for (const auto preference : {TransportPreference::Automatic,
                                  TransportPreference::WebSocketOnly,
                                  TransportPreference::LongPollingOnly})
        m_transport->addItem(preferenceText(preference), int(preference));
    m_rows.add(tr("Transport:"), m_transport);
    buildProxy();
    m_ca->setPlaceholderText(tr("none; the system's certificates alone"));
    m_rows.add(tr("O&wn CA:"), m_ca)
        ->setHint(tr("A PEM file with certificates that are trusted as well, for instances behind "
                     "a proxy that reads along."));
    m_connectTimeout = addSeconds(tr("Connect within:"), u"profileConnectTimeout"_s);
    m_answerTimeout = addSeconds(tr("Answer within:"), u"profileAnswerTimeout"_s);
    m_otherFields = {m_channels, m_transport, m_proxyKind, m_ca, m_connectTimeout, m_answerTimeout};
}

void ProfileMore::buildProxy()
{
    m_proxyKind->setObjectName(u"profileProxyKind"_s);
    for (const auto kind : {ProxyChoice::Kind::System,
                            ProxyChoice::Kind::None,
                            ProxyChoice::Kind::Http,
                            ProxyChoice::Kind::Socks5})
        m_proxyKind->addItem(textOf(kind), int(kind));
    m_rows.add(tr("Pro&xy:"), m_proxyKind);
    m_proxyHost->setObjectName(u"profileProxyHost"_s);
    m_proxyHost->setPlaceholderText(tr("host:port"));
    m_rows.add(tr("Proxy address:"), m_proxyHost);
    m_proxyUser->setObjectName(u"profileProxyUser"_s);
    m_proxyUser->setPlaceholderText(tr("none"));
    m_rows.add(tr("Proxy user:"), m_proxyUser);
    m_proxyPassword->setObjectName(u"profileProxyPassword"_s);
    m_proxyPassword->setEchoMode(QLineEdit::Password);
    m_rows.add(tr("Proxy password:"), m_proxyPassword);
    m_proxyFields = {m_proxyHost, m_proxyUser, m_proxyPassword};
    connect(m_proxyKind, &QComboBox::currentIndexChanged, this, [this] {
        showProxy();
        emit changed();
    });
    for (QLineEdit *line : {m_proxyHost, m_proxyUser, m_proxyPassword})
        connect(line, &QLineEdit::textChanged, this, [this] {
            showProxy();
            emit changed();
        });
}

QDoubleSpinBox *ProfileMore::addSeconds(const QString &label, const QString &objectName)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(objectName);
    box->setDecimals(1);
    box->setRange(0.5, 600);
    box->setSuffix(tr(" s"));
    box->setMaximumWidth(box->fontMetrics().averageCharWidth() * 18);
    m_rows.add(label, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &ProfileMore::changed);
    return box;
}

void ProfileMore::setVisible(bool visible)
{
    m_isVisible = visible;
    for (QWidget *field : std::as_const(m_otherFields))
        m_rows.setVisible(field, visible);
    showProxy();
}

void ProfileMore::show(const Profile &profile)
{
    m_channels->setPlainText(profile.channels.join(u'\n'));
    m_transport->setCurrentIndex(m_transport->findData(int(profile.transport)));
    const ProxyChoice &proxy = profile.proxy;
    m_proxyKind->setCurrentIndex(m_proxyKind->findData(int(proxy.kind)));
    m_proxyHost->setText(proxy.port > 0 ? u"%1:%2"_s.arg(proxy.host).arg(proxy.port) : proxy.host);
    m_proxyUser->setText(proxy.user);
    m_ca->setPath(profile.caFile);
    m_connectTimeout->setValue(double(profile.connectTimeout.count()) / 1000);
    m_answerTimeout->setValue(double(profile.answerTimeout.count()) / 1000);
}

void ProfileMore::fill(Profile &profile) const
{
    profile.channels = channels();
    profile.transport = TransportPreference(m_transport->currentData().toInt());
    profile.proxy = proxy();
    profile.caFile = m_ca->path();
    profile.connectTimeout = timeOf(*m_connectTimeout);
    profile.answerTimeout = timeOf(*m_answerTimeout);
}

bool ProfileMore::isInUse() const
{
    Profile set;
    fill(set);
    return set != Profile();
}

QString ProfileMore::proxyPassword() const
{
    return proxyHasSecret() ? m_proxyPassword->text() : QString();
}

void ProfileMore::setProxyPasswordKept(bool isKept)
{
    m_proxyPassword->setPlaceholderText(isKept ? tr("kept; type to replace it") : QString());
}

bool ProfileMore::proxyHasSecret() const
{
    return !proxy().user.isEmpty();
}

QWidget *ProfileMore::check()
{
    QWidget *first = nullptr;
    const auto point = [this, &first](QWidget *field, const QString &trouble) {
        m_rows.note(field)->setTrouble(trouble);
        if (first == nullptr && !trouble.isEmpty())
            first = field;
    };
    QString trouble;
    const QStringList patterns = channels();
    for (const QString &pattern : patterns) {
        const auto parsed = ChannelPattern::parse(pattern.toUtf8());
        if (!parsed && trouble.isEmpty())
            trouble = parsed.error().text;
    }
    point(m_channels, trouble);
    const bool needsHost = hasHost(ProxyChoice::Kind(m_proxyKind->currentData().toInt()));
    point(m_proxyHost,
          needsHost && proxy().host.isEmpty()
              ? tr("Type the proxy's address as host:port, for example proxy.example:8080.")
              : QString());
    return first;
}

void ProfileMore::showProxy()
{
    const bool needsHost = hasHost(ProxyChoice::Kind(m_proxyKind->currentData().toInt()));
    for (QWidget *field : std::as_const(m_proxyFields))
        m_rows.setVisible(field, m_isVisible && needsHost);
    m_proxyPassword->setEnabled(proxyHasSecret());
}

ProxyChoice ProfileMore::proxy() const
{
    ProxyChoice proxy;
    proxy.kind = ProxyChoice::Kind(m_proxyKind->currentData().toInt());
    if (!hasHost(proxy.kind))
        return proxy;
    const QUrl url = urlOfProxy(m_proxyHost->text());
    proxy.host = url.host();
    proxy.port = quint16(std::max(0, url.port()));
    proxy.user = m_proxyUser->text().trimmed();
    return proxy;
}

QStringList ProfileMore::channels() const
{
    QStringList patterns;
    const QStringList lines = m_channels->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            patterns.append(line.trimmed());
    }
    return patterns;
}

} // namespace amb
