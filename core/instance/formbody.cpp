// SPDX-License-Identifier: MIT
#include "core/instance/formbody.h"

namespace amb {

QByteArray formBody(const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body += '&';
        body += name.toPercentEncoding() + '=' + value.toPercentEncoding();
    }
    return body;
}

} // namespace amb
