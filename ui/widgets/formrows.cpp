// SPDX-License-Identifier: MIT
#include "ui/widgets/formrows.h"

#include "ui/widgets/fieldnote.h"

#include <QAbstractScrollArea>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace amb {

namespace {

/// Puts the label's text in line with the first line of text inside the field.
int labelHeight(const QWidget &field)
{
    constexpr int frame = 5;
    return qobject_cast<const QAbstractScrollArea *>(&field) != nullptr
        ? field.fontMetrics().height() + 2 * frame
        : field.sizeHint().height();
}

} // namespace

void centreLabels(const QFormLayout &form)
{
    for (int row = 0; row < form.rowCount(); ++row) {
        const QLayoutItem *label = form.itemAt(row, QFormLayout::LabelRole);
        if (label != nullptr && label->widget() != nullptr)
            label->widget()->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }
}

// A QFormLayout of Qt 6.4 forgets the height of rows that it shows again.
FormRows::FormRows(QGridLayout &form)
    : m_form(form)
{
    m_form.setColumnStretch(1, 1);
}

FieldNote *FormRows::add(const QString &label, QWidget *field)
{
    return add(label, field, field);
}

FieldNote *FormRows::add(const QString &label, QWidget *field, QWidget *line)
{
    auto *words = new QLabel(label);
    words->setBuddy(field);
    words->setMinimumHeight(labelHeight(*line));
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    return addRow(words, field, line);
}

FieldNote *FormRows::add(QWidget *field)
{
    return addRow(nullptr, field, field);
}

void FormRows::align(QGridLayout &one, QGridLayout &other)
{
    int widest = 0;
    for (const QGridLayout *form : {&one, &other}) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *label = form->itemAtPosition(row, 0))
                widest = std::max(widest, label->sizeHint().width());
        }
    }
    for (QGridLayout *form : {&one, &other})
        form->setColumnMinimumWidth(0, widest);
}

FieldNote *FormRows::addRow(QWidget *label, QWidget *field, QWidget *line)
{
    Row row;
    row.label = label;
    row.box = new QWidget;
    row.note = new FieldNote(field, row.box);
    auto *layout = new QVBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(line);
    layout->addWidget(row.note);
    if (label != nullptr)
        m_form.addWidget(label, m_count, 0, Qt::AlignRight | Qt::AlignTop);
    m_form.addWidget(row.box, m_count, 1);
    ++m_count;
    m_rows.insert(field, row);
    return row.note;
}

void FormRows::addWide(QWidget *widget)
{
    m_form.addWidget(widget, m_count, 0, 1, 2, Qt::AlignLeft);
    ++m_count;
}

void FormRows::setVisible(QWidget *field, bool visible)
{
    Row &row = m_rows[field];
    row.isVisible = visible;
    row.box->setVisible(visible);
    if (row.label != nullptr)
        row.label->setVisible(visible);
    if (!visible)
        row.note->setTrouble({});
}

bool FormRows::isVisible(const QWidget *field) const
{
    return m_rows.value(field).isVisible;
}

FieldNote *FormRows::note(const QWidget *field) const
{
    return m_rows.value(field).note;
}

} // namespace amb
