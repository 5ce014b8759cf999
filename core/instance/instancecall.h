// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkRequest>
#include <QObject>
#include <QSslError>
#include <QUrl>

#include <optional>
#include <utility>

QT_BEGIN_NAMESPACE
class QNetworkReply;
QT_END_NAMESPACE

namespace amb {

class HttpSession;

/// One REST or page request to an instance.
struct InstanceRequest
{
    enum class Method {
        Get,
        Post
    };

    Method method = Method::Get;
    QUrl url; ///< relative to the instance's site, e.g. /home.do; never of another site
    QByteArray accept = "application/json, text/html";
    QByteArray authorization; ///< empty: the session's cookies alone
    QByteArray contentType; ///< of the body; for a POST
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< further ones
};

/// What came back, or why nothing did.
struct InstanceReply
{
    int status = 0; ///< 0: there is no reply, see failure
    QUrl url; ///< of the request
    QUrl location; ///< of a redirect, resolved against url
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    std::optional<Error> failure; ///< in words, where no HTTP reply came

    [[nodiscard]] bool isRedirect() const { return status >= 300 && status < 400; }
    /// A reply's header by its lower-case name; empty where there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// A request on its way: finished() follows, always, and never from within the call that sent it.
/// Deletes itself afterwards; deleting it before gives the request up.
///
/// Where the session is good but its token is not, the instance says so and gives a new one: the
/// request is then sent once more with that (amb.md § 1.4, X-UserToken-Response).
class InstanceCall : public QObject
{
    Q_OBJECT

public:
    InstanceCall(HttpSession &session, InstanceRequest request);
    ~InstanceCall() override;

signals:
    void finished(const amb::InstanceReply &reply);

private:
    void send();
    void takeReply();
    [[nodiscard]] QNetworkRequest prepared() const;
    [[nodiscard]] Error explainFailure() const;

    HttpSession &m_session;
    InstanceRequest m_request;
    QNetworkReply *m_reply = nullptr; // a child
    QList<QSslError> m_tlsErrors;
    bool m_isTooBig = false;
    bool m_renewedToken = false;
};

} // namespace amb
