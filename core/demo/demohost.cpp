// SPDX-License-Identifier: MIT
#include "core/demo/demohost.h"

namespace amb {

DemoHost::DemoHost(const DemoOptions &options)
    : m_instance(new DemoInstance(options))
{
    m_thread.setObjectName(QStringLiteral("demo instance"));
    m_instance->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_instance, &QObject::deleteLater);
    m_thread.start();
}

DemoHost::~DemoHost()
{
    m_thread.quit();
    m_thread.wait();
}

Result<QUrl> DemoHost::start()
{
    QUrl url;
    QString error;
    run([&url, &error](DemoInstance &instance) {
        if (instance.listen())
            url = instance.url();
        else
            error = instance.errorString();
    });
    if (!url.isEmpty())
        return url;
    return Error{ErrorKind::Network,
                 DemoInstance::tr("The demo instance could not start: %1").arg(error),
                 error};
}

void DemoHost::run(const std::function<void(DemoInstance &)> &function)
{
    QMetaObject::invokeMethod(
        m_instance, [this, &function] { function(*m_instance); }, Qt::BlockingQueuedConnection);
}

} // namespace amb
