// SPDX-License-Identifier: MIT
#include "ui/window/helpdialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("amb", text);
}

QDialog *makeDialog(QWidget *parent, const QString &title, const QString &objectName)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(objectName);
    dialog->setWindowTitle(title);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(12);
    return dialog;
}

void addClose(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->layout()->addWidget(buttons);
    dialog->open();
}

} // namespace

void showAbout(QWidget *parent)
{
    QDialog *dialog = makeDialog(parent, tr("About AMB Monitor"), u"aboutDialog"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(18);
    auto *icon = new QLabel;
    icon->setPixmap(QGuiApplication::windowIcon().pixmap(64, 64));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *text =
        new QLabel(tr("AMB Monitor %1\n\nShows what flows over a ServiceNow instance's "
                      "Asynchronous Message Bus, live.\n\nMIT licence. Built with Qt %2.")
                       .arg(QLatin1StringView(AMB_VERSION), QLatin1StringView(qVersion())));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(340);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(text, 1);
    static_cast<QVBoxLayout *>(dialog->layout())->addLayout(row);
    addClose(dialog);
}

} // namespace amb
