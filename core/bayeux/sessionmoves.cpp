// SPDX-License-Identifier: MIT
#include "core/bayeux/sessionmoves.h"

#include <algorithm>
#include <array>

namespace amb {

bool isLegalMove(ConnectionState from, ConnectionState to)
{
    using enum ConnectionState;
    struct Move
    {
        ConnectionState from;
        ConnectionState to;
    };
    static constexpr std::array moves{
        Move{Disconnected, Handshaking},
        Move{Handshaking, Handshaking}, // at once on the other transport
        Move{Handshaking, Connecting},
        Move{Handshaking, Waiting},
        Move{Handshaking, Disconnecting},
        Move{Handshaking, Disconnected},
        Move{Connecting, Connected},
        Move{Connecting, Handshaking}, // forgotten, or falling back
        Move{Connecting, Waiting},
        Move{Connecting, Disconnecting},
        Move{Connecting, Disconnected},
        Move{Connected, Connecting}, // lost, the same client on a new link
        Move{Connected, Handshaking},
        Move{Connected, Waiting},
        Move{Connected, Disconnecting},
        Move{Connected, Disconnected}, // told to leave
        Move{Waiting, Handshaking},
        Move{Waiting, Connecting},
        Move{Waiting, Disconnected},
        Move{Disconnecting, Disconnected},
    };
    return std::any_of(moves.begin(), moves.end(), [from, to](const Move &move) {
        return move.from == from && move.to == to;
    });
}

} // namespace amb
