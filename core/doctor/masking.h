// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace amb {

/// A head of HTTP as text, with the values of cookies and credentials masked; names are kept.
QString maskedHead(const QByteArray &head);

/// Text of a peer (a page, a message) with tokens and client ids masked, cut to one readable piece.
QString maskedBody(const QByteArray &body, qsizetype longest = 600);

/// Takes known secrets out of whatever is shown, wherever they turn up.
class SecretFilter
{
public:
    /// Short values are left alone, since they would match anything.
    void add(const QByteArray &secret);
    [[nodiscard]] QString applied(QString text) const;

private:
    QList<QString> m_secrets;
};

} // namespace amb
