// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace amb {

/// The name of one Bayeux channel, such as `/rw/default/incident/YWN0aXZlPXRydWU-`.
///
/// Grammar (Bayeux § Channels, CometD Bayeux.Validator): at least two characters, begins with `/`,
/// no empty segment, then letters, digits and `space ! # $ ( ) * + - . / @ _ { ~ }`. White space
/// around it and a trailing `/` are dropped, as the server does.
class ChannelName
{
public:
    /// Checks the grammar; the Error names the first offending character.
    static Result<ChannelName> parse(QByteArrayView text);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QString toString() const { return QString::fromUtf8(m_bytes); }
    [[nodiscard]] bool isMeta() const; ///< /meta/…: never published or subscribed to
    [[nodiscard]] bool isService() const; ///< /service/…: for the server alone

    friend bool operator==(const ChannelName &, const ChannelName &) = default;

private:
    explicit ChannelName(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }

    QByteArray m_bytes;
};

/// Checks text against the grammar of names; on success the text as the server would keep it.
/// Wildcards are not looked at. Shared by names and patterns.
Result<QByteArray> checkChannelText(QByteArrayView text);

} // namespace amb
