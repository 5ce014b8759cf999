// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace amb {

/// What an instance says of its HTTP session in the `ext` of handshake and connect replies
/// (amb.md §§ 2.1, 2.2). `successful` says nothing about it.
struct SessionExt
{
    SessionStatus status = SessionStatus::Unknown; ///< null counts as Unknown
    std::optional<std::chrono::seconds> remaining;
    bool isPresent = false; ///< glide.session.status was there, be it null

    static SessionExt parse(QByteArrayView ext);
};

} // namespace amb
