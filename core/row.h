// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QtGlobal>

namespace amb {

/// Number of a row in a capture, counted from 0 at its beginning; never reused.
enum class Row : qint64 {
};

inline Row operator+(Row row, qint64 count)
{
    return Row(qint64(row) + count);
}

inline qint64 operator-(Row a, Row b)
{
    return qint64(a) - qint64(b);
}

} // namespace amb

Q_DECLARE_METATYPE(amb::Row)
