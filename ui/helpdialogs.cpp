// SPDX-License-Identifier: MIT
#include "ui/helpdialogs.h"

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
    return QCoreApplication::translate("amb::HelpDialogs", text);
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

void showShortcuts(QWidget *parent, const QList<std::pair<QString, QString>> &keys)
{
    QDialog *dialog = makeDialog(parent, tr("Keyboard Shortcuts"), u"shortcutsDialog"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    QList<std::pair<QString, QString>> lines = keys;
    lines.append({tr("End"), tr("Go to the newest message and follow (in the list)")});
    lines.append({tr("Home"), tr("Go to the oldest message (in the list)")});
    lines.append({tr("Ctrl+C"), tr("Copy what is selected")});
    lines.append({tr("Delete"), tr("Unsubscribe (in the channels)")});
    lines.append({tr("Ctrl+F"), tr("Find a name or a value (in the inspector)")});
    lines.append({tr("F3, Shift+F3"), tr("Next and previous hit (in the inspector)")});
    lines.append({tr("Ctrl+Alt+C"), tr("Copy the path of a value (in the tree)")});
    lines.append({tr("Ctrl+Return"), tr("Send (in the publish pane)")});
    int row = 0;
    for (const auto &[key, what] : std::as_const(lines)) {
        auto *keyLabel = new QLabel(key);
        QFont bold = keyLabel->font();
        bold.setBold(true);
        keyLabel->setFont(bold);
        grid->addWidget(keyLabel, row, 0);
        grid->addWidget(new QLabel(what), row++, 1);
    }
    static_cast<QVBoxLayout *>(dialog->layout())->addLayout(grid);
    addClose(dialog);
}

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
