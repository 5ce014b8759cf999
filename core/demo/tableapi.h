// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"
#include "core/demo/systemtables.h"

#include <functional>

namespace amb {

/// The REST Table API of a demo instance, read only: `GET /api/now/table/<table>[/<sys_id>]`.
class TableApi
{
public:
    using Presences = std::function<QList<BusPresence>()>;

    TableApi(const DemoTables &tables, Presences presences);

    /// Answers as the instance does for a user, who is signed in.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request, const QString &user) const;

private:
    [[nodiscard]] QList<DemoRecord> records(const QString &table) const;

    const DemoTables &m_tables;
    Presences m_presences;
};

} // namespace amb
