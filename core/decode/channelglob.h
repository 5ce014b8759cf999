// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace amb {

/// Channels that a decoding rule is for: a name in which `*` stands for one part, and `**` at its
/// end for one or more. More than a server allows one to subscribe to: `/rw/*/incident/**`.
class ChannelGlob
{
public:
    /// The Error says what is wrong.
    static Result<ChannelGlob> parse(const QString &text);

    [[nodiscard]] bool matches(const QString &channel) const;

private:
    QStringList m_parts;
    bool m_isDeep = false;
};

} // namespace amb
