// SPDX-License-Identifier: MIT
#include "core/instance/recordlink.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::RecordLink)
};

Error inputError(const QString &text)
{
    return {ErrorKind::Input, text, {}};
}

} // namespace

Result<QUrl> recordPage(const QUrl &site, const QString &table, const QString &sysId)
{
    static const QRegularExpression tableName(u"^[A-Za-z][A-Za-z0-9_]{0,79}$"_s);
    static const QRegularExpression key(u"^[0-9A-Fa-f]{32}$"_s);
    if (sysId.isEmpty())
        return inputError(Words::tr("This message names no record that could be opened."));
    if (table.isEmpty())
        return inputError(Words::tr("This message does not say in which table its record is."));
    if (!tableName.match(table).hasMatch() || !key.match(sysId).hasMatch())
        return inputError(Words::tr("What this message gives as table and sys_id does not have "
                                    "their form, so it is not opened."));
    if (site.host().isEmpty() || (site.scheme() != "https"_L1 && site.scheme() != "http"_L1))
        return inputError(Words::tr("The address of the instance is not known here."));
    QUrl page;
    page.setScheme(site.scheme());
    page.setHost(site.host());
    page.setPort(site.port());
    page.setPath(u"/nav_to.do"_s);
    const QString record = u"%1.do?sys_id=%2"_s.arg(table, sysId);
    page.setQuery(u"uri="_s + QString::fromLatin1(QUrl::toPercentEncoding(record)));
    return page;
}

} // namespace amb
