// SPDX-License-Identifier: MIT
#include "core/instance/pastedquery.h"

#include "core/recordwatchername.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <optional>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::PastedQuery)
};

/// Frames within frames; more than that nobody pastes.
constexpr int deepestNesting = 4;

Error wrong(const QString &text)
{
    return {ErrorKind::Input, text, {}};
}

QString unescaped(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

bool isTableName(const QString &text)
{
    static const QRegularExpression name(u"^[A-Za-z][A-Za-z0-9_]*$"_s);
    return name.match(text).hasMatch();
}

bool isSysId(const QString &text)
{
    static const QRegularExpression id(u"^[0-9a-f]{32}$"_s);
    return id.match(text).hasMatch();
}

/// Path and query of an address, without scheme and host.
struct Place
{
    QStringList segments;
    QUrlQuery arguments;

    explicit Place(const QString &address)
    {
        const QString rest = address.section(u'#', 0, 0);
        segments = rest.section(u'?', 0, 0).split(u'/', Qt::SkipEmptyParts);
        // In a form's encoding a space is a "+"; QUrlQuery leaves it alone.
        arguments = QUrlQuery(rest.section(u'?', 1).replace(u'+', u"%20"_s));
    }

    [[nodiscard]] QString argument(const QString &name) const
    {
        return arguments.queryItemValue(name, QUrl::FullyDecoded);
    }

    /// The segment that follows name; empty where there is none.
    [[nodiscard]] QString after(const QString &name) const
    {
        const qsizetype at = segments.indexOf(name);
        return at < 0 ? QString() : unescaped(segments.value(at + 1));
    }
};

QString withoutHost(const QString &text)
{
    const qsizetype scheme = text.indexOf("://"_L1);
    if (scheme < 0)
        return text;
    const qsizetype path = text.indexOf(u'/', scheme + 3);
    return path < 0 ? QString() : text.sliced(path);
}

PastedQuery recordOf(const QString &table, const QString &sysId)
{
    return {table, u"sys_id="_s + sysId};
}

/// `incident_list.do?sysparm_query=…`, `incident.do?sys_id=…`.
std::optional<PastedQuery> readClassic(const Place &place)
{
    const QString page = place.segments.isEmpty() ? QString() : place.segments.last();
    if (!page.endsWith(".do"_L1))
        return std::nullopt;
    QString table = page.chopped(3);
    const bool isList = table.endsWith("_list"_L1);
    if (isList)
        table.chop(5);
    if (!isTableName(table))
        return std::nullopt;
    QString query = place.argument(u"sysparm_query"_s);
    if (isList)
        return PastedQuery{table, query};
    const QString id = place.argument(u"sys_id"_s);
    if (isSysId(id))
        return recordOf(table, id);
    return query.isEmpty() ? std::nullopt : std::optional(PastedQuery{table, query});
}

/// Workspaces: `/now/<name>/record/<table>/<sys_id>`,
/// `/now/<name>/simplelist/<table>/params/query/…` and
/// `/now/<name>/list/params/…/table/<table>/query/…`. Not confirmed on a real instance: the parts
/// are looked for wherever they stand.
std::optional<PastedQuery> readWorkspace(const Place &place)
{
    if (place.segments.value(0) != "now"_L1)
        return std::nullopt;
    const qsizetype record = place.segments.indexOf("record"_L1);
    if (record >= 0 && isSysId(place.segments.value(record + 2)))
        return recordOf(place.segments.value(record + 1), place.segments.value(record + 2));
    QString table = place.after(u"simplelist"_s);
    if (table.isEmpty())
        table = place.after(u"table"_s);
    if (!isTableName(table))
        return std::nullopt;
    QString query = place.after(u"query"_s);
    if (query.isEmpty())
        query = place.argument(u"sysparm_query"_s);
    return PastedQuery{table, query};
}

/// Portals: `/sp?id=list&table=incident&filter=…`, `/sp?id=form&table=incident&sys_id=…`.
std::optional<PastedQuery> readPortal(const Place &place)
{
    const QString table = place.argument(u"table"_s);
    if (!isTableName(table))
        return std::nullopt;
    const QString id = place.argument(u"sys_id"_s);
    return isSysId(id) ? recordOf(table, id) : PastedQuery{table, place.argument(u"filter"_s)};
}

/// `/api/now/table/incident?sysparm_query=…`, `/api/now/v2/table/incident/<sys_id>`.
std::optional<PastedQuery> readTableApi(const Place &place)
{
    const QString table = place.after(u"table"_s);
    if (place.segments.value(0) != "api"_L1 || !isTableName(table))
        return std::nullopt;
    const QString id = place.segments.last();
    return isSysId(id) ? recordOf(table, id)
                       : PastedQuery{table, place.argument(u"sysparm_query"_s)};
}

/// The address inside of `nav_to.do?uri=…` or `/now/nav/ui/classic/params/target/…`.
QString innerAddress(const Place &place)
{
    if (!place.segments.isEmpty() && place.segments.last() == "nav_to.do"_L1)
        return place.argument(u"uri"_s);
    return place.after(u"target"_s);
}

Result<PastedQuery> readAddress(const QString &text, int depth)
{
    const Place place(withoutHost(text));
    const QString inner = innerAddress(place);
    if (!inner.isEmpty() && depth < deepestNesting)
        return readAddress(inner, depth + 1);
    for (const auto &read : {readTableApi, readWorkspace, readClassic, readPortal}) {
        if (const std::optional<PastedQuery> found = read(place))
            return *found;
    }
    return wrong(Words::tr("This address names no table: use Copy URL in the classic list's filter "
                           "menu, or paste the query."));
}

bool isAddress(const QString &text)
{
    static const QRegularExpression start(
        u"^([a-z]+://|/|[A-Za-z0-9_.-]+\\.service-now\\.com|[a-z0-9_]+\\.do(\\?|$))"_s);
    return start.match(text).hasMatch();
}

} // namespace

Result<PastedQuery> PastedQuery::read(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return wrong(Words::tr("Paste a list's address, a query such as active=true, or a record "
                               "watcher's channel."));
    if (const auto name = RecordWatcherName::decode(trimmed.toUtf8())) {
        if (name->isGraphQl())
            return wrong(Words::tr("A GraphQL channel carries a hash in place of table and query: "
                                   "what it watches cannot be read from its name."));
        return PastedQuery{name->table, name->query};
    }
    if (trimmed.startsWith("/rw/"_L1))
        return wrong(Words::tr("This channel's query cannot be read: copy the whole name, to the "
                               "“-” at its end."));
    if (isAddress(trimmed)) {
        const bool hasScheme = trimmed.contains("://"_L1);
        const bool isHost = !hasScheme && trimmed.contains(".service-now.com"_L1);
        return readAddress(isHost ? u"https://"_s + trimmed : trimmed, 0);
    }
    return PastedQuery{{}, trimmed};
}

} // namespace amb
