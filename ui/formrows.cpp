// SPDX-License-Identifier: MIT
#include "ui/formrows.h"

#include "ui/fieldnote.h"

#include <QFormLayout>
#include <QLabel>

namespace amb {

FormRows::FormRows(QFormLayout &form)
    : m_form(form)
{ }

FieldNote *FormRows::add(const QString &label, QWidget *field)
{
    auto *words = new QLabel(label);
    words->setBuddy(field);
    words->setMargin(3); // in line with the text inside the field
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    return addRow(words, field);
}

FieldNote *FormRows::add(QWidget *field)
{
    return addRow(nullptr, field);
}

FieldNote *FormRows::addRow(QWidget *label, QWidget *field)
{
    Row row;
    row.box = new QWidget;
    row.note = new FieldNote(field, row.box);
    auto *layout = new QVBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(field);
    layout->addWidget(row.note);
    if (label)
        m_form.addRow(label, row.box);
    else
        m_form.addRow(QString(), row.box);
    m_rows.insert(field, row);
    return row.note;
}

void FormRows::setVisible(QWidget *field, bool visible)
{
    Row &row = m_rows[field];
    row.isVisible = visible;
    m_form.setRowVisible(row.box, visible);
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
