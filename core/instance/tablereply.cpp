// SPDX-License-Identifier: MIT
#include "core/instance/tablereply.h"

#include "core/instance/instancecall.h"
#include "core/oneline.h"
#include "core/statusphrase.h"
#include "core/transport/httpreply.h"
#include "core/wirewords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <limits>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::TableReader)
};

/// What the instance says in `{"error":{"message","detail"},"status":"failure"}`.
struct SaidError
{
    QString message;
    QString detail;

    [[nodiscard]] QString text() const
    {
        return detail.isEmpty() ? message : u"%1: %2"_s.arg(message, detail);
    }
};

SaidError saidError(const QJsonObject &object)
{
    constexpr qsizetype longest = 200;
    const QJsonObject error = object.value("error"_L1).toObject();
    return {oneLine(error.value("message"_L1).toString(), longest),
            oneLine(error.value("detail"_L1).toString(), longest)};
}

/// Who may read a table, as far as it is known without asking.
QString neededRight(const QString &table)
{
    if (table.startsWith("sys_amb_"_L1))
        return Words::tr("the role admin, or a read ACL on %1 for one of the user's roles")
            .arg(table);
    if (table == "sys_dictionary"_L1 || table == "sys_db_object"_L1)
        return Words::tr("the role personalize_dictionary or admin, or a read ACL on %1")
            .arg(table);
    return Words::tr("a role with a read ACL on %1, and that the table may be read by web services")
        .arg(table);
}

Error notSignedIn(const QString &table, const QString &detail)
{
    return {ErrorKind::NotSignedIn,
            Words::tr("The table %1 cannot be read: %2.")
                .arg(table, wire::httpStatus(wire::Exchange::Rest, 401).reason()),
            detail};
}

Error forbidden(const QString &table, const QString &detail)
{
    return {ErrorKind::Refused,
            Words::tr("You may not read the table %1: this takes %2. Ask an administrator of the "
                      "instance.")
                .arg(table, neededRight(table)),
            detail};
}

Error noSuchTable(const QString &table, const QString &detail)
{
    return {ErrorKind::Input,
            Words::tr("The instance has no table %1: check the name, and whether its plugin is "
                      "active.")
                .arg(table),
            detail};
}

Error explainStatus(const QString &table, const InstanceReply &reply)
{
    const SaidError said = saidError(QJsonDocument::fromJson(reply.body).object());
    const QString detail =
        u"HTTP %1: %2"_s.arg(QString::number(reply.status),
                             said.message.isEmpty() ? pageTitle(reply.body) : said.text());
    const bool isInvalidTable = said.message.startsWith("Invalid table"_L1, Qt::CaseInsensitive);
    if (reply.status == 401)
        return notSignedIn(table, detail);
    if (reply.status == 403)
        return forbidden(table, detail);
    if (isInvalidTable)
        return noSuchTable(table, detail);
    if (reply.isRedirect())
        return {ErrorKind::NotSignedIn,
                Words::tr("The table %1 cannot be read, since the instance redirects elsewhere: "
                          "%2.")
                    .arg(table, wire::symptom(wire::Symptom::LoginRedirect).reason()),
                detail};
    QString reason = wire::httpStatus(wire::Exchange::Rest, reply.status).reason();
    if (!said.message.isEmpty())
        reason = Words::tr("“%1”; %2").arg(said.text(), reason);
    const bool isInput = reply.status == 400 || reply.status == 404;
    return {isInput ? ErrorKind::Input : ErrorKind::Network,
            Words::tr("The table %1 cannot be read, HTTP %2: %3.")
                .arg(table, statusWithPhrase(reply.status), reason),
            detail};
}

TableField fieldOf(const QJsonValue &value)
{
    const QJsonObject both = value.toObject();
    if (both.isEmpty()) {
        const QString text = value.toVariant().toString();
        return {text, text};
    }
    // A reference has a link besides, or with values alone only that.
    const QString held = both.value("value"_L1).toVariant().toString();
    const QJsonValue display = both.value("display_value"_L1);
    return {held, display.isUndefined() ? held : display.toVariant().toString()};
}

TableRow rowOf(const QJsonObject &object)
{
    TableRow row;
    row.reserve(object.size());
    for (auto field = object.begin(); field != object.end(); ++field)
        row.insert(field.key(), fieldOf(field.value()));
    return row;
}

bool isPage(const InstanceReply &reply)
{
    return reply.body.trimmed().startsWith('<')
        || reply.contentType.toLower().startsWith("text/html");
}

Result<TablePage> rowsOf(const TableRequest &request, const InstanceReply &reply)
{
    if (isPage(reply))
        return Error{ErrorKind::NotSignedIn,
                     Words::tr("The table %1 cannot be read: the instance answered with the web "
                               "page “%2”; sign in again, or check the address.")
                         .arg(request.table, pageTitle(reply.body)),
                     u"HTTP %1"_s.arg(reply.status)};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &problem);
    const QJsonValue result = document.object().value("result"_L1);
    const SaidError said = saidError(document.object());
    // What runs for too long is cut off after the status has been sent.
    if (!said.message.isEmpty())
        return Error{ErrorKind::Timeout,
                     Words::tr("The instance gave up reading the table %1 (“%2”): ask for fewer "
                               "rows or with a narrower query.")
                         .arg(request.table, said.message),
                     said.text()};
    if (!result.isArray() && !result.isObject())
        return Error{ErrorKind::Protocol,
                     Words::tr("The instance's answer for the table %1 is no list of records: "
                               "check that the address is that of a ServiceNow instance.")
                         .arg(request.table),
                     problem.errorString()};
    TablePage page;
    const QJsonArray records = result.isArray() ? result.toArray() : QJsonArray{result};
    page.rows.reserve(records.size());
    for (const auto &record : records)
        page.rows.append(rowOf(record.toObject()));
    bool isNumber = false;
    const qint64 total = reply.header("x-total-count").toLongLong(&isNumber);
    if (isNumber)
        page.total = total;
    return page;
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

Result<TablePage> parseTablePage(const TableRequest &request, const InstanceReply &reply)
{
    if (reply.failure)
        return *reply.failure;
    if (reply.status == 200)
        return rowsOf(request, reply);
    // Older releases answer so where the query finds nothing (not confirmed on a real instance).
    const SaidError said = saidError(QJsonDocument::fromJson(reply.body).object());
    if (reply.status == 404 && said.message.startsWith("No Record found"_L1, Qt::CaseInsensitive))
        return TablePage{{}, 0};
    return explainStatus(request.table, reply);
}

Error allRowsWithheld(const QString &table, qint64 total)
{
    return {ErrorKind::Refused,
            Words::tr("The table %1 has %Ln row(s) of this kind, but you may read none: this "
                      "takes %2. Ask an administrator of the instance.",
                      nullptr,
                      int(std::min<qint64>(total, std::numeric_limits<int>::max())))
                .arg(table, neededRight(table)),
            {}};
}

QByteArray tablePath(const TableRequest &request, int offset, int rows)
{
    QByteArray path = "/api/now/table/" + encoded(request.table)
        + "?sysparm_display_value=all&sysparm_exclude_reference_link=true&sysparm_limit="
        + QByteArray::number(rows) + "&sysparm_offset=" + QByteArray::number(offset);
    if (!request.fields.isEmpty())
        path += "&sysparm_fields=" + encoded(request.fields.join(u','));
    QString query = request.query;
    // Without an order, pages may overlap.
    const bool isPaged = request.limit > rows || offset > 0;
    if (isPaged && !query.contains("ORDERBY"_L1))
        query += query.isEmpty() ? u"ORDERBYsys_id"_s : u"^ORDERBYsys_id"_s;
    if (!query.isEmpty())
        path += "&sysparm_query=" + encoded(query);
    return path;
}

std::optional<Error> whyNotReadable(const TableRequest &request)
{
    static const QRegularExpression tableName(u"^[a-z][a-z0-9_]*$"_s);
    static const QRegularExpression fieldName(u"^[A-Za-z_][A-Za-z0-9_.]*$"_s);
    if (!tableName.match(request.table).hasMatch())
        return Error{ErrorKind::Input,
                     Words::tr("“%1” is no name of a table: it is of lower-case letters, digits "
                               "and “_”, such as incident.")
                         .arg(oneLine(request.table, 80)),
                     {}};
    for (const QString &field : request.fields) {
        if (!fieldName.match(field).hasMatch())
            return Error{ErrorKind::Input,
                         Words::tr("“%1” is no name of a field: it is of letters, digits, “_” and "
                                   "“.”, such as short_description.")
                             .arg(oneLine(field, 80)),
                         {}};
    }
    if (request.limit < 1 || request.offset < 0)
        return Error{ErrorKind::Input,
                     Words::tr("At least one row must be asked for, from the beginning or later."),
                     {}};
    return std::nullopt;
}

} // namespace amb
