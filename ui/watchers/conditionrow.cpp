// SPDX-License-Identifier: MIT
#include "ui/watchers/conditionrow.h"

#include "core/instance/queryoperator.h"
#include "ui/widgets/glyph.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace amb {

ConditionRow::ConditionRow(QAbstractItemModel &fields, QWidget *parent)
    : QWidget(parent)
    , m_joint(new QComboBox(this))
    , m_first(new QLabel(tr("where"), this))
    , m_field(new QLineEdit(this))
    , m_operator(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_text(new QLineEdit(this))
    , m_remove(new QToolButton(this))
{
    m_joint->addItem(tr("and"), int(QueryJoint::And));
    m_joint->addItem(tr("or"), int(QueryJoint::Or));
    m_joint->addItem(tr("or else"), int(QueryJoint::NewQuery));
    m_joint->setItemData(
        1, tr("Belongs to the condition before it: a and (b or c)"), Qt::ToolTipRole);
    m_joint->setItemData(2, tr("Begins another query: (a and b) or (c and d)"), Qt::ToolTipRole);
    m_joint->setObjectName(u"joint"_s);
    m_joint->setAccessibleName(tr("How the condition is joined to those before"));
    // The word of the first row stands where the others have their box.
    m_first->setFixedWidth(m_joint->sizeHint().width());
    m_first->setContentsMargins(6, 0, 0, 0);
    m_field->setObjectName(u"field"_s);
    m_field->setAccessibleName(tr("Field"));
    m_field->setPlaceholderText(tr("field"));
    auto *completer = new QCompleter(&fields, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->setCompleter(completer);
    m_value->setObjectName(u"value"_s);
    m_value->setAccessibleName(tr("Value"));
    m_value->setPlaceholderText(tr("value"));
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("Part of the query that is kept as it stands"));
    m_text->setToolTip(tr("Not a condition that can be shown in parts: kept as it stands"));
    m_remove->setObjectName(u"removeCondition"_s);
    m_remove->setIcon(glyphIcon(Glyph::Cross));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_remove->setAccessibleName(tr("Remove this condition"));
    m_remove->setToolTip(tr("Remove this condition"));
    buildOperators();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_joint);
    layout->addWidget(m_first);
    layout->addWidget(m_field, 5);
    layout->addWidget(m_operator, 3);
    layout->addWidget(m_value, 5);
    layout->addWidget(m_text, 13);
    layout->addWidget(m_remove);
    connectEdits();
}

void ConditionRow::setPart(const QueryPart &part, bool isFirst)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_part = part;
    const bool isCondition = part.isCondition();
    m_first->setVisible(isFirst);
    m_joint->setVisible(!isFirst);
    m_joint->setCurrentIndex(m_joint->findData(int(part.joint)));
    m_field->setVisible(isCondition);
    m_operator->setVisible(isCondition);
    m_value->setVisible(isCondition);
    m_text->setVisible(!isCondition);
    const int known = m_operator->findData(part.code);
    m_operator->setCurrentIndex(known < 0 ? 0 : known);
    // Setting the text that is there would move the cursor of who types it.
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text() == text)
            return;
        edit->setText(text);
        edit->setCursorPosition(0); // long texts are read from their beginning
    };
    show(m_field, part.field);
    show(m_value, part.value);
    show(m_text, part.text);
    m_operator->setToolTip(m_operator->currentText());
    const QueryOperator *code = operatorAt(part.code);
    m_value->setEnabled(code == nullptr || code->hasValue || !part.value.isEmpty());
}

void ConditionRow::focusField()
{
    (m_part.isCondition() ? m_field : m_text)->setFocus();
}

QWidget *ConditionRow::follow(QWidget *before)
{
    for (QWidget *stop : std::initializer_list<QWidget *>{
             m_joint, m_field, m_operator, m_value, m_text, m_remove}) {
        if (before != nullptr)
            setTabOrder(before, stop);
        before = stop;
    }
    return before;
}

void ConditionRow::buildOperators()
{
    for (const QueryOperator &each : queryOperators()) {
        m_operator->addItem(each.words, each.code);
        m_operator->setItemData(m_operator->count() - 1, each.code, Qt::ToolTipRole);
    }
    m_operator->setObjectName(u"operator"_s);
    m_operator->setAccessibleName(tr("Operator"));
    m_operator->setMaxVisibleItems(20);
    // The longest of them is rare; the fields need the room more.
    m_operator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_operator->setMinimumContentsLength(9);
}

void ConditionRow::connectEdits()
{
    for (const QLineEdit *edit : {m_field, m_value, m_text})
        connect(edit, &QLineEdit::textChanged, this, &ConditionRow::take);
    for (const QComboBox *box : {m_joint, m_operator})
        connect(box, &QComboBox::currentIndexChanged, this, &ConditionRow::take);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removeRequested);
}

void ConditionRow::take()
{
    if (m_isShowing)
        return;
    m_part.joint = QueryJoint(m_joint->currentData().toInt());
    if (m_part.isCondition()) {
        m_part.field = m_field->text().trimmed();
        m_part.code = m_operator->currentData().toString();
        const bool hasValue = queryOperators().at(m_operator->currentIndex()).hasValue;
        m_value->setEnabled(hasValue);
        m_part.value = hasValue ? m_value->text() : QString();
    } else {
        m_part.text = m_text->text();
    }
    emit edited();
}

} // namespace amb
