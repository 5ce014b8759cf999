// SPDX-License-Identifier: MIT
#include "core/transport/onetimebody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace amb {

OneTimeBody::OneTimeBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneTimeBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneTimeBody::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, m_body.size() - m_position);
    if (size <= 0)
        return -1; // a sequential device says "at the end" with -1, "nothing yet" with 0
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    return size;
}

qint64 OneTimeBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace amb
