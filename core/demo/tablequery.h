// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/recordquery.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QUrlQuery>

namespace amb {

/// How the REST table API is asked: the sysparm_query, sysparm_fields, sysparm_limit,
/// sysparm_offset, sysparm_display_value and sysparm_exclude_reference_link of a request.
class TableQuery
{
public:
    struct Page
    {
        QByteArray json; ///< an array of records
        qsizetype total = 0; ///< how many records the query finds
    };

    /// The host goes into the links to referenced records.
    TableQuery(const QUrlQuery &parameters, QByteArray host);

    [[nodiscard]] Page select(const QList<DemoRecord> &records) const;
    [[nodiscard]] QByteArray toJson(const DemoRecord &record) const;

private:
    enum class Display {
        Values,
        Texts,
        Both,
    };

    [[nodiscard]] QByteArray fieldJson(const DemoRecord &record, const QString &field) const;

    RecordQuery m_query;
    QStringList m_fields; // empty: all
    qsizetype m_limit;
    qsizetype m_offset;
    Display m_display = Display::Values;
    bool m_hasLinks = true;
    QByteArray m_host;
};

} // namespace amb
