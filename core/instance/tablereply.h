// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/tablerequest.h"

#include <optional>

namespace amb {

struct InstanceReply;

/// One page of a table as the REST Table API sends it.
struct TablePage
{
    TableRows rows;
    /// X-Total-Count: what the query finds. Counted before rows are withheld that the user may not
    /// read, so pages can be shorter (not confirmed on a real instance).
    std::optional<qint64> total;
};

/// What a reply of the Table API says: rows, or in words why there are none.
Result<TablePage> parseTablePage(const TableRequest &request, const InstanceReply &reply);

/// The query finds rows, but the user may read none of them.
Error allRowsWithheld(const QString &table, qint64 total);

/// The path and query of the page of a request that begins at `offset`.
QByteArray tablePath(const TableRequest &request, int offset, int rows);

/// Why a request cannot be sent as it is.
std::optional<Error> whyNotReadable(const TableRequest &request);

} // namespace amb
