// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/encodedquery.h"

#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace amb {

/// One part of an encoded query to be edited: joint, field, operator, value. A part that is no
/// condition is one text, kept as it stands.
class ConditionRow : public QWidget
{
    Q_OBJECT

public:
    /// fields are offered for completion; the model must outlive the row.
    explicit ConditionRow(QAbstractItemModel &fields, QWidget *parent = nullptr);

    /// The first row has no joint.
    void setPart(const QueryPart &part, bool isFirst);
    [[nodiscard]] const QueryPart &part() const { return m_part; }
    void focusField();
    /// Lets Tab lead from before through the row; the row's last stop is returned.
    QWidget *follow(QWidget *before);

signals:
    void edited();
    void removeRequested();

private:
    void buildOperators();
    void connectEdits();
    void take();

    QueryPart m_part;
    bool m_isShowing = false; ///< widgets are being filled: that is no edit
    QComboBox *m_joint;
    QLabel *m_first;
    QLineEdit *m_field;
    QComboBox *m_operator;
    QLineEdit *m_value;
    QLineEdit *m_text;
    QToolButton *m_remove;
};

} // namespace amb
