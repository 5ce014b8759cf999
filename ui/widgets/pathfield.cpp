// SPDX-License-Identifier: MIT
#include "ui/widgets/pathfield.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace amb {

PathField::PathField(const QString &name, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_title(title)
{
    setObjectName(name);
    setAccessibleName(title);
    m_line->setObjectName(name + u"Path"_s);
    m_line->setAccessibleName(title);
    auto *button = new QPushButton(tr("Browse…"), this);
    button->setObjectName(name + u"Browse"_s);
    button->setAccessibleName(tr("Browse for: %1").arg(title));
    button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(button);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::changed);
    connect(button, &QPushButton::clicked, this, &PathField::browse);
}

QString PathField::path() const
{
    return m_line->text().trimmed();
}

void PathField::setPath(const QString &path)
{
    m_line->setText(path);
}

void PathField::setPlaceholderText(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void PathField::browse()
{
    auto *dialog = new QFileDialog(this, m_title, path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Certificates and keys (*.pem *.crt *.cer *.key *.p12 *.pfx)"), tr("All (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PathField::setPath);
    dialog->open();
}

} // namespace amb
