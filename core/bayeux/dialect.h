// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelpattern.h"
#include "core/commandlimits.h"
#include "core/refusalwords.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace amb {

/// What one kind of server adds to Bayeux, as pure functions of what it sent; `ext` is raw and may
/// be empty. A function that is left away means that the server adds nothing of the kind.
struct Dialect
{
    /// A server's wish that a subscription be moved.
    struct Redirect
    {
        ChannelPattern from;
        ChannelPattern to;
    };

    /// Explains a refused subscribe or publish from the reply's `error` and `ext`.
    std::function<RefusalWords(QByteArrayView error, QByteArrayView ext)> explain;
    /// Whether a subscribe or unsubscribe was refused only because the server is busy now.
    std::function<bool(QByteArrayView error, QByteArrayView ext)> isBusy;
    /// Whether a message only announces a reply, although it may bear the request's id.
    std::function<bool(QByteArrayView ext)> isNotice;
    /// How the server wants to be asked, from a handshake reply's `ext`; nothing: it does not say.
    std::function<std::optional<CommandLimits>(QByteArrayView ext)> commandLimits;
    /// The channel on which the server moves this client's subscriptions, from a handshake reply's
    /// `ext`; nothing: there is none.
    std::function<std::optional<ChannelPattern>(const QByteArray &clientId, QByteArrayView ext)>
        redirectChannel;
    /// Reads a whole message of that channel; nothing when it is none for this client.
    std::function<std::optional<Redirect>(const QByteArray &clientId, QByteArrayView message)>
        redirect;
};

} // namespace amb
