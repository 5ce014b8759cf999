// SPDX-License-Identifier: MIT
#include "core/instance/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace amb {

namespace {

QByteArray urlText(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray randomUrlText()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    QByteArray bytes;
    for (const quint32 word : words) {
        for (int shift = 0; shift < 32; shift += 8)
            bytes += char(quint8(word >> shift));
    }
    return urlText(bytes);
}

QByteArray pkceChallenge(const QByteArray &verifier)
{
    return urlText(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

bool equalsInConstantTime(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return false;
    quint8 difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference = quint8(difference | (quint8(one.at(i)) ^ quint8(other.at(i))));
    return difference == 0;
}

} // namespace amb
