// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

namespace amb {

/// Why a link or a request failed: a kind for decisions, words for people.
struct TransportFailure
{
    enum class Kind {
        HostNotFound, ///< the name does not resolve
        ConnectionRefused, ///< nobody listens, or the network is unreachable
        ConnectionLost, ///< an open connection broke or was reset
        TlsFailed, ///< certificate or TLS handshake
        ProxyFailed, ///< the proxy refused, is not reachable or wants authentication
        ConnectTimeout, ///< TCP, TLS or the WebSocket upgrade was not finished in time
        UpgradeRefused, ///< the upgrade was answered with an HTTP status that is not 101
        UpgradeInvalid, ///< the answer to the upgrade is not that of a WebSocket server
        ClosedByServer, ///< the server sent a WebSocket close frame; see closeCode
        MessageTooBig, ///< a message is over the size limit
        NoReply, ///< not answered within the network delay
        HttpStatus, ///< an HTTP reply with another status than 200; see httpStatus
        Redirect, ///< a 3xx: mostly to a login page
        Html, ///< 200 with a web page instead of Bayeux: a login, error or portal page
        EmptyBody, ///< 200 with nothing or an empty array
        NotJson, ///< 200 with something that is neither JSON nor HTML
    };

    Kind kind = Kind::ConnectionLost;
    int httpStatus = 0; ///< HTTP status where there was one, else 0
    int closeCode = 0; ///< WebSocket close code where the server sent one, else 0
    QString text; ///< one sentence for people, ends with a full stop
    QString detail; ///< for the log and the details popup: what the library or peer said

    friend bool operator==(const TransportFailure &, const TransportFailure &) = default;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::TransportFailure)
