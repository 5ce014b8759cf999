// SPDX-License-Identifier: MIT
#include "ui/startpage.h"

#include <QFormLayout>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_error(new QLabel(this))
{
    setObjectName(u"startPage"_s);
    setWindowTitle(tr("AMB Monitor"));
    build();
    for (QLineEdit *field : {m_address, m_user, m_password})
        connect(field, &QLineEdit::returnPressed, this, &StartPage::submit);
}

void StartPage::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    m_address->setFocus();
}

void StartPage::build()
{
    auto *icon = new QLabel;
    icon->setPixmap(QGuiApplication::windowIcon().pixmap(64, 64));
    auto *title = new QLabel(tr("AMB Monitor"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    title->setFont(large);
    auto *text =
        new QLabel(tr("Shows what flows over an instance's Asynchronous Message Bus, live. "
                      "Name an instance to open it, or look at the demo first."));
    text->setWordWrap(true);

    m_address->setObjectName(u"startAddress"_s);
    m_address->setPlaceholderText(tr("https://dev12345.service-now.com"));
    m_user->setObjectName(u"startUser"_s);
    m_user->setPlaceholderText(tr("none: connect without signing in"));
    m_password->setObjectName(u"startPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("kept for this run only"));
    m_error->setObjectName(u"startError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *form = new QFormLayout;
    form->addRow(tr("&Instance:"), m_address);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("&Password:"), m_password);

    auto *open = new QPushButton(tr("&Open"));
    open->setObjectName(u"startOpen"_s);
    auto *demo = new QPushButton(tr("Open the &Demo Instance"));
    demo->setObjectName(u"startDemo"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(demo);
    buttons->addStretch();
    buttons->addWidget(open);
    connect(open, &QPushButton::clicked, this, &StartPage::submit);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 20);
    layout->setSpacing(12);
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(6);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
}

void StartPage::submit()
{
    const QString address = m_address->text().trimmed();
    if (address.isEmpty()) {
        showError(tr("Type the address of an instance, such as dev12345.service-now.com."));
        return;
    }
    showError({});
    emit openRequested(address, m_user->text().trimmed(), m_password->text());
}

} // namespace amb
