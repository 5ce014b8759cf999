// SPDX-License-Identifier: MIT
#include "core/demo/unreliabledelivery.h"

namespace amb {

QList<QByteArray> UnreliableDelivery::pass(const QByteArray &message)
{
    constexpr int hundred = 100;
    constexpr int mostOvertaken = 8;
    QList<QByteArray> now;
    const int chance = below(hundred);
    if (chance >= 3 * m_percent)
        now += message;
    else if (chance >= 2 * m_percent)
        m_late += {message, 1 + below(mostOvertaken)};
    else if (chance >= m_percent)
        now += {message, message};
    for (qsizetype i = 0; i < m_late.size();) {
        if (m_late[i].after-- > 0)
            ++i;
        else
            now += m_late.takeAt(i).message;
    }
    return now;
}

} // namespace amb
