// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/demoinstance.h"
#include "core/result.h"

#include <QThread>

#include <functional>

namespace amb {

/// Runs a DemoInstance in a thread of its own, so that a flood does not slow the caller.
class DemoHost
{
public:
    explicit DemoHost(const DemoOptions &options);
    ~DemoHost();
    DemoHost(const DemoHost &) = delete;
    DemoHost &operator=(const DemoHost &) = delete;
    DemoHost(DemoHost &&) = delete;
    DemoHost &operator=(DemoHost &&) = delete;

    /// Starts the thread and listens; the address, or why it could not.
    Result<QUrl> start();
    /// Runs a function on the instance in its thread and waits for it.
    void run(const std::function<void(DemoInstance &)> &function);

private:
    QThread m_thread;
    DemoInstance *m_instance; // lives in m_thread, deleted when it ends
};

} // namespace amb
