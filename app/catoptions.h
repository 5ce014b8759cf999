// SPDX-License-Identifier: MIT
#pragma once

#include "app/connectionoptions.h"
#include "core/capture/filter.h"

#include <chrono>
#include <optional>

namespace amb {

/// What `ambcat` was asked to do.
struct CatOptions
{
    enum class Format {
        Json, ///< one line a message, as in a capture
        Text, ///< one line in words
    };

    ConnectionOptions connection;
    std::optional<ChannelName> publishTo;
    QByteArray data; ///< a JSON text
    Filter filter; ///< what is shown
    std::optional<qint64> count;
    std::optional<std::chrono::milliseconds> time;
    Format format = Format::Json;
    bool meta = false; ///< show the protocol's own messages too
    bool verbose = false;
    bool quiet = false;
    QString record;

    static void addTo(QCommandLineParser &parser);
    static Result<CatOptions> read(const QCommandLineParser &parser, const ProfileStore &store);
};

} // namespace amb
