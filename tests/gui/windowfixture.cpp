// SPDX-License-Identifier: MIT
#include "windowfixture.h"

#include "ui/widgets/elidedlabel.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

DemoOptions quietDemo(const QString &faults)
{
    DemoOptions options;
    options.playScenario = false;
    options.connectHold = std::chrono::milliseconds(400); // polls end soon: moves wait for that
    const auto parsed = DemoFaults::parse(faults);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().text));
    options.faults = *parsed;
    return options;
}

} // namespace

void WindowFixture::keepSettingsApart()
{
    static const QTemporaryDir folder;
    QCoreApplication::setOrganizationName(u"amb-monitor-test"_s);
    QCoreApplication::setApplicationName(u"amb-monitor-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

void WindowFixture::forgetSettings()
{
    QSettings().clear();
}

WindowFixture::WindowFixture(const QString &faults, const QString &password)
    : m_demo(quietDemo(faults))
{
    const auto url = m_demo.start();
    if (!url)
        qFatal("%s", qPrintable(url.error().text));
    MonitorOptions options;
    options.address = *InstanceAddress::parse(url->toString());
    options.credentials = {Credentials::Kind::Password, u"demo"_s, password, {}};
    auto monitor = Monitor::create(options);
    if (!monitor)
        qFatal("%s", qPrintable(monitor.error().text));
    m_monitor = std::move(monitor).value();
    m_window = std::make_unique<MainWindow>(*m_monitor, QStringList());
    m_monitor->start();
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        qFatal("the window is not shown");
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
}

void WindowFixture::setFaults(const DemoFaults &faults)
{
    m_demo.run([&faults](DemoInstance &demo) { demo.setFaults(faults); });
}

void WindowFixture::forgetClients()
{
    m_demo.run([](DemoInstance &demo) { demo.forgetClients(); });
}

void WindowFixture::deliver(const QByteArray &channel, const QByteArray &data)
{
    m_demo.run([&](DemoInstance &demo) { demo.publish(channel, data); });
}

QString WindowFixture::label(const QString &name) const
{
    return find<ElidedLabel>(name).text();
}

bool WindowFixture::hasMessage(const QTableView &messages, const QString &channel) const
{
    for (int row = 0; row < messages.model()->rowCount(); ++row) {
        if (messages.model()->index(row, 1).data().toString() == channel)
            return true;
    }
    return false;
}

} // namespace amb
