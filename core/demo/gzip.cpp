// SPDX-License-Identifier: MIT
#include "core/demo/gzip.h"

#include <QtEndian>

#include <array>

namespace amb {

namespace {

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320U : 0U);
        table.at(i) = crc;
    }
    return table;
}

quint32 crc32(QByteArrayView data)
{
    static constexpr auto table = crcTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : data)
        crc = (crc >> 8) ^ table.at((crc ^ static_cast<unsigned char>(c)) & 0xFFU);
    return ~crc;
}

void appendLittleEndian(QByteArray &to, quint32 value)
{
    std::array<char, sizeof(value)> bytes{};
    qToLittleEndian(value, bytes.data());
    to.append(bytes.data(), bytes.size());
}

} // namespace

QByteArray gzip(const QByteArray &data)
{
    // qCompress() gives the length (4 bytes), zlib's header (2), deflated data, a checksum (4).
    constexpr qsizetype before = 6;
    constexpr qsizetype after = 4;
    constexpr std::array<char, 10> header{'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'};
    const QByteArray zlib = qCompress(data);
    QByteArray result(header.data(), header.size());
    result += QByteArrayView(zlib).sliced(before, zlib.size() - before - after);
    appendLittleEndian(result, crc32(data));
    appendLittleEndian(result, quint32(data.size()));
    return result;
}

} // namespace amb
