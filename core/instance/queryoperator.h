// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace amb {

/// An operator of encoded queries, such as `CHANGESTO`, with its words.
struct QueryOperator
{
    QString code; ///< as it stands in a query, between field and value
    QString words; ///< "changes to"
    bool hasValue = true;
};

/// Those that are known, in the order in which people look for them.
const QList<QueryOperator> &queryOperators();
/// The longest operator that text begins with; nullptr when it is none that is known.
const QueryOperator *operatorAt(QStringView text);
/// "changes to"; the code itself when it is not known.
QString operatorWords(const QString &code);

} // namespace amb
