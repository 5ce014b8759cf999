// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace amb {

Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logTransport)
Q_DECLARE_LOGGING_CATEGORY(logInstance)
Q_DECLARE_LOGGING_CATEGORY(logCapture)
Q_DECLARE_LOGGING_CATEGORY(logDemo)
Q_DECLARE_LOGGING_CATEGORY(logDoctor)
Q_DECLARE_LOGGING_CATEGORY(logSecrets)

} // namespace amb
