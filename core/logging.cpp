// SPDX-License-Identifier: MIT
#include "core/logging.h"

namespace amb {

Q_LOGGING_CATEGORY(logSession, "amb.session", QtWarningMsg)
Q_LOGGING_CATEGORY(logTransport, "amb.transport", QtWarningMsg)
Q_LOGGING_CATEGORY(logInstance, "amb.instance", QtWarningMsg)
Q_LOGGING_CATEGORY(logCapture, "amb.capture", QtWarningMsg)
Q_LOGGING_CATEGORY(logDemo, "amb.demo", QtWarningMsg)
Q_LOGGING_CATEGORY(logDoctor, "amb.doctor", QtWarningMsg)
Q_LOGGING_CATEGORY(logSecrets, "amb.secrets", QtWarningMsg)

} // namespace amb
