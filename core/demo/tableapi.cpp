// SPDX-License-Identifier: MIT
#include "core/demo/tableapi.h"

#include "core/demo/demoworld.h"
#include "core/demo/orderedobject.h"
#include "core/demo/resterror.h"
#include "core/demo/tablequery.h"

#include <algorithm>
#include <utility>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

bool isForbidden(const QString &table, const QString &user)
{
    return table == "sn_hr_core_case"_L1
        || (systemtables::isForAdmins(table) && !DemoWorld::isAdmin(user));
}

} // namespace

TableApi::TableApi(const DemoTables &tables, Presences presences)
    : m_tables(tables)
    , m_presences(std::move(presences))
{ }

HttpResponse TableApi::handle(const HttpRequest &request, const QString &user) const
{
    if (request.method != "GET")
        return restError(403, u"Operation Failed", u"The demo instance's tables are read only");
    const QList<QByteArray> segments = request.path.split('/'); // "", api, now, table, name[, id]
    const QString name = QString::fromUtf8(segments.at(4));
    if (isForbidden(name, user))
        return restError(403, u"User Not Authorized", u"Failed API level ACL Validation");
    const bool isThere = DemoTables::isReadable(name) || systemtables::isThere(name);
    if (!isThere || segments.size() > 6)
        return restError(400, u"Invalid table "_s + name, u"");
    HttpResponse response;
    const TableQuery query(request.query, request.header("host"));
    const QList<DemoRecord> all = records(name);
    if (segments.size() == 6) {
        const QString id = QString::fromUtf8(segments.at(5));
        const auto record = std::ranges::find(all, id, &DemoRecord::sysId);
        if (record == all.end())
            return restError(404,
                             u"No Record found",
                             u"Record doesn't exist or ACL restricts the record retrieval");
        response.body = OrderedObject().json("result", query.toJson(*record)).toJson();
        return response;
    }
    const TableQuery::Page page = query.select(all);
    response.body = OrderedObject().json("result", page.json).toJson();
    response.headers.emplaceBack("X-Total-Count", QByteArray::number(page.total));
    return response;
}

QList<DemoRecord> TableApi::records(const QString &table) const
{
    return systemtables::isThere(table) ? systemtables::records(table, m_presences())
                                        : m_tables.records(table);
}

} // namespace amb
