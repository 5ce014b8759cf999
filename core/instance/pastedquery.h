// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QString>

namespace amb {

/// A table and a query as people have them at hand: the address of a list or a record, a record
/// watcher's channel, or the query alone.
struct PastedQuery
{
    QString table; ///< empty where the text names none
    QString query; ///< as in the address, sorting included; may be empty

    /// Understands `…/incident_list.do?sysparm_query=…`, `…/incident.do?sys_id=…`, either inside
    /// `nav_to.do?uri=…` or `/now/nav/ui/classic/params/target/…`, lists and records of workspaces,
    /// of portals and of the Table API, and `/rw/<responder>/<table>/…`. Anything else that is no
    /// address is a query.
    static Result<PastedQuery> read(const QString &text);

    friend bool operator==(const PastedQuery &, const PastedQuery &) = default;
};

} // namespace amb
