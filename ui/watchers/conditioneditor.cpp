// SPDX-License-Identifier: MIT
#include "ui/watchers/conditioneditor.h"

#include "ui/watchers/conditionrow.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More rows nobody edits one by one; the query's text still can be.
constexpr qsizetype mostRows = 40;

QueryPart newCondition()
{
    QueryPart part;
    part.code = u"="_s;
    return part;
}

} // namespace

ConditionEditor::ConditionEditor(QWidget *parent)
    : QWidget(parent)
    , m_fields(new QStringListModel(this))
    , m_layout(new QVBoxLayout)
    , m_more(new QLabel(this))
    , m_add(new QPushButton(tr("&Add Condition"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_layout->setSpacing(4);
    layout->addLayout(m_layout);
    layout->addWidget(m_more);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_add);
    footer->addStretch();
    layout->addLayout(footer);
    layout->addStretch();
    m_more->setTextFormat(Qt::PlainText);
    m_more->setObjectName(u"moreConditions"_s);
    m_add->setObjectName(u"addCondition"_s);
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &ConditionEditor::addCondition);
    setQuery({});
}

void ConditionEditor::setQuery(const EncodedQuery &query)
{
    // Rows that are not finished stand for nothing in the query, so they stay as they are.
    if (query.toString() == this->query().toString() && !m_parts.isEmpty())
        return;
    m_parts = query.parts();
    if (m_parts.isEmpty())
        m_parts.append(newCondition());
    showParts();
}

EncodedQuery ConditionEditor::query() const
{
    QList<QueryPart> parts;
    for (const QueryPart &part : m_parts) {
        if (!part.isCondition() || !part.field.isEmpty())
            parts.append(part);
    }
    if (!parts.isEmpty())
        parts.first().joint = QueryJoint::And;
    return EncodedQuery(std::move(parts));
}

void ConditionEditor::setKnownFields(const QStringList &fields)
{
    if (m_fields->stringList() != fields)
        m_fields->setStringList(fields);
}

void ConditionEditor::addCondition()
{
    // Before the end of the query, if it has one.
    qsizetype at = m_parts.size();
    while (at > 0 && m_parts[at - 1].kind == QueryPart::Kind::End)
        --at;
    m_parts.insert(at, newCondition());
    showParts();
    const qsizetype shown = m_shown.indexOf(at);
    if (shown >= 0)
        m_rows[shown]->focusField();
}

void ConditionEditor::removePart(qsizetype part)
{
    m_parts.removeAt(part);
    if (m_parts.isEmpty())
        m_parts.append(newCondition());
    showParts();
    m_add->setFocus();
    emit edited();
}

void ConditionEditor::showParts()
{
    m_shown.clear();
    qsizetype rows = 0;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].kind == QueryPart::Kind::End)
            continue;
        if (rows++ < mostRows)
            m_shown.append(i);
    }
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        ConditionRow *row = rowAt(int(i));
        row->setPart(m_parts[m_shown[i]], i == 0);
        row->show();
    }
    for (qsizetype i = m_shown.size(); i < m_rows.size(); ++i)
        m_rows[i]->hide();
    m_more->setVisible(rows > m_shown.size());
    const qsizetype more = rows - m_shown.size();
    m_more->setText(
        more == 1 ? tr("One more condition: edit it in the query below.")
                  : tr("%1 more conditions: edit them in the query below.").arg(numberText(more)));
}

void ConditionEditor::takeRow(const ConditionRow &row)
{
    const qsizetype place = m_rows.indexOf(&row);
    if (place < 0 || place >= m_shown.size())
        return;
    m_parts[m_shown[place]] = row.part();
    emit edited();
}

ConditionRow *ConditionEditor::rowAt(int place)
{
    while (m_rows.size() <= place) {
        auto *row = new ConditionRow(*m_fields, this);
        row->setObjectName(u"condition%1"_s.arg(m_rows.size()));
        m_layout->addWidget(row);
        m_lastStop = row->follow(m_lastStop);
        setTabOrder(m_lastStop, m_add);
        m_rows.append(row);
        connectRow(row);
    }
    return m_rows[place];
}

void ConditionEditor::connectRow(ConditionRow *row)
{
    connect(row, &ConditionRow::edited, this, [this, row] { takeRow(*row); });
    connect(row, &ConditionRow::removeRequested, this, [this, row] {
        const qsizetype place = m_rows.indexOf(row);
        if (place >= 0 && place < m_shown.size())
            removePart(m_shown[place]);
    });
}

} // namespace amb
