// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace amb {

/// What is to be read from a table of an instance.
struct TableRequest
{
    QString table; ///< e.g. sys_amb_processor
    QString query; ///< an encoded query, e.g. active=true^ORDERBYname; empty: all
    QStringList fields; ///< empty: all, which can be much
    int limit = 1000; ///< rows at most; more than one request brings are read page by page
    int offset = 0; ///< rows to be left out at the beginning

    friend bool operator==(const TableRequest &, const TableRequest &) = default;
};

/// A field as the table holds it, and as people see it.
struct TableField
{
    QString value;
    QString display;

    friend bool operator==(const TableField &, const TableField &) = default;
};

/// By field name. Fields that the user may not read are missing.
using TableRow = QHash<QString, TableField>;
using TableRows = QList<TableRow>;

/// Names one read of a monitor.
enum class TableReadId : quint64 {
};

} // namespace amb

Q_DECLARE_METATYPE(amb::TableReadId)
Q_DECLARE_METATYPE(amb::Result<amb::TableRows>)
