// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/encodedquery.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QStringListModel;
class QVBoxLayout;

namespace amb {

class ConditionRow;

/// An encoded query as rows of conditions.
class ConditionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionEditor(QWidget *parent = nullptr);

    /// Shows a query. Parts that say nothing (a `^` too many, `^EQ`) are kept without a row.
    void setQuery(const EncodedQuery &query);
    /// The query of the rows; conditions without a field are not finished and left out.
    [[nodiscard]] EncodedQuery query() const;
    /// Fields that are offered for completion.
    void setKnownFields(const QStringList &fields);

signals:
    void edited();

private:
    void addCondition();
    void removePart(qsizetype part);
    void showParts();
    void takeRow(const ConditionRow &row);
    [[nodiscard]] ConditionRow *rowAt(int place);
    void connectRow(ConditionRow *row);

    QList<QueryPart> m_parts;
    QList<qsizetype> m_shown; ///< number of the part that each row shows
    QStringListModel *m_fields;
    QList<ConditionRow *> m_rows; ///< more than are shown are hidden, for later
    QVBoxLayout *m_layout;
    QLabel *m_more;
    QPushButton *m_add;
    QWidget *m_lastStop = nullptr; ///< of Tab in the last row
};

} // namespace amb
