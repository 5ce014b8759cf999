// SPDX-License-Identifier: MIT
#include "core/doctor/websocketframes.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace amb {

namespace {

constexpr quint8 finalBit = 0x80;
constexpr quint8 maskBit = 0x80;
constexpr quint8 opcodeBits = 0x0f;
constexpr quint8 lengthBits = 0x7f;
constexpr int shortLength = 126; ///< two bytes of length follow
constexpr int longLength = 127; ///< eight

} // namespace

QByteArray clientFrame(WebSocketFrame::Opcode opcode, const QByteArray &payload)
{
    QByteArray frame(2, '\0');
    frame[0] = char(finalBit | quint8(opcode));
    if (payload.size() < shortLength) {
        frame[1] = char(maskBit | quint8(payload.size()));
    } else if (payload.size() <= 0xffff) {
        frame[1] = char(maskBit | shortLength);
        frame.resize(4);
        qToBigEndian(quint16(payload.size()), frame.data() + 2);
    } else {
        frame[1] = char(maskBit | longLength);
        frame.resize(10);
        qToBigEndian(quint64(payload.size()), frame.data() + 2);
    }
    std::array<char, 4> mask{};
    qToBigEndian(QRandomGenerator::global()->generate(), mask.data());
    frame.append(mask.data(), qsizetype(mask.size()));
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += char(payload.at(i) ^ mask.at(size_t(i % 4)));
    return frame;
}

std::optional<WebSocketFrame> takeFrame(QByteArray &input)
{
    if (input.size() < 2)
        return std::nullopt;
    const auto first = quint8(input.at(0));
    const auto second = quint8(input.at(1));
    qsizetype head = 2;
    quint64 length = second & lengthBits;
    if (length == shortLength || length == longLength) {
        head += length == shortLength ? 2 : 8;
        if (input.size() < head)
            return std::nullopt;
        length = length == shortLength ? qFromBigEndian<quint16>(input.constData() + 2)
                                       : qFromBigEndian<quint64>(input.constData() + 2);
    }
    const bool isMasked = (second & maskBit) != 0; // wrong for a server, but readable
    const qsizetype maskAt = head;
    head += isMasked ? 4 : 0;
    if (length > quint64(input.size()) || input.size() < head + qsizetype(length))
        return std::nullopt;
    WebSocketFrame frame{WebSocketFrame::Opcode(first & opcodeBits),
                         (first & finalBit) != 0,
                         input.mid(head, qsizetype(length))};
    for (qsizetype i = 0; isMasked && i < frame.payload.size(); ++i)
        frame.payload[i] = char(frame.payload.at(i) ^ input.at(maskAt + i % 4));
    input.remove(0, head + qsizetype(length));
    return frame;
}

QByteArray acceptFor(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                    QCryptographicHash::Sha1)
        .toBase64();
}

} // namespace amb
