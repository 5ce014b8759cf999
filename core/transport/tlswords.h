// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QSslError>
#include <QString>

namespace amb {

/// One sentence that names what is wrong with the secure connection to `host` and what to do.
/// `errorString` is what the library said; it is used where there is no certificate error.
QString tlsWords(const QString &host, const QList<QSslError> &errors, const QString &errorString);

/// All the library said, for the log.
QString tlsDetail(const QList<QSslError> &errors, const QString &errorString);

} // namespace amb
