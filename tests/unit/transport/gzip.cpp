// SPDX-License-Identifier: MIT
#include "gzip.h"

#include <QtEndian>

namespace amb::test {

namespace {

quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xffffffff;
    for (const char byte : data) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray gzip(const QByteArray &data)
{
    // qCompress gives four bytes of length, then the zlib format: two bytes, deflate, a checksum.
    const QByteArray zlib = qCompress(data);
    const QByteArray deflate = zlib.mid(6, zlib.size() - 10);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflate + littleEndian(crc32(data))
        + littleEndian(static_cast<quint32>(data.size()));
}

} // namespace amb::test
