// SPDX-License-Identifier: MIT
#include "ui/instances/startpage.h"

#include "ui/captures/capturechooser.h"
#include "ui/instances/instancelist.h"
#include "ui/widgets/filefolder.h"
#include "ui/widgets/noticebar.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_captures(new CaptureChooser(*this))
    , m_notice(new NoticeBar(this))
    , m_list(new InstanceList(this))
    , m_address(new QLineEdit(this))
{
    setObjectName(u"startPage"_s);
    setWindowTitle(tr("AMB Monitor"));
    build();
    connect(m_list, &InstanceList::openRequested, this, &StartPage::openRequested);
    connect(m_list, &InstanceList::removeRequested, this, &StartPage::askToRemove);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &StartPage::refreshButtons);
    connect(m_address, &QLineEdit::returnPressed, this, &StartPage::submit);
    connect(m_captures, &CaptureChooser::chosen, this, &StartPage::openCaptureRequested);
    connect(m_notice, &NoticeBar::actionRequested, m_notice, &QWidget::hide);
    refreshButtons();
    m_address->setFocus();
}

void StartPage::setProfiles(const QList<Profile> &profiles)
{
    const bool wasEmpty = m_list->topLevelItemCount() == 0;
    m_list->setProfiles(profiles);
    if (wasEmpty && !profiles.isEmpty() && m_address->text().isEmpty())
        m_list->setFocus();
    refreshButtons();
}

void StartPage::showNotice(const QString &text)
{
    if (text.isEmpty())
        m_notice->hide();
    else
        m_notice->showNotice(text, tr("Dis&miss"));
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        emit becameActive();
}

void StartPage::hideEvent(QHideEvent *event)
{
    // What was typed is open now; the next one begins anew.
    if (!event->spontaneous())
        m_address->clear();
    QWidget::hideEvent(event);
}

void StartPage::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    emit closed();
}

void StartPage::build()
{
    m_notice->setObjectName(u"startNotice"_s);
    auto *listRow = new QHBoxLayout;
    listRow->addWidget(m_list, 1);
    listRow->addLayout(makeListButtons());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(m_notice);
    layout->addLayout(listRow, 1);
    layout->addLayout(makeConnectRow());
    layout->addLayout(makeDemoRow());
    // As they stand, whatever they were made for first.
    QWidget *before = m_list;
    const auto buttons = findChildren<QPushButton *>(Qt::FindDirectChildrenOnly);
    for (QPushButton *button : buttons) {
        if (button == m_connect)
            setTabOrder(std::exchange(before, m_address), m_address);
        setTabOrder(std::exchange(before, button), button);
    }
    const int letter = fontMetrics().averageCharWidth();
    m_list->setMinimumSize(letter * 90, fontMetrics().lineSpacing() * 9);
    resize(letter * 165, fontMetrics().lineSpacing() * 40);
}

QWidget *StartPage::makeHead()
{
    auto *head = new QWidget;
    auto *icon = new QLabel;
    icon->setPixmap(QGuiApplication::windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *title = new QLabel(tr("AMB Monitor"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    title->setFont(large);
    auto *text = new QLabel(
        tr("Shows what flows over a ServiceNow instance's Asynchronous Message Bus, live: changed "
           "records, task boards, chats, presence. You sign in, subscribe to channels, and see "
           "each message as it comes, and at every moment how you are connected and why. No "
           "instance at hand? The demo instance runs inside this program and needs nothing."));
    text->setObjectName(u"startText"_s);
    text->setWordWrap(true);
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->addWidget(icon, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(title, 0, 1);
    layout->addWidget(text, 1, 1);
    layout->setColumnStretch(1, 1);
    return head;
}

QVBoxLayout *StartPage::makeListButtons()
{
    m_open = makeButton(tr("&Open"), u"startOpen"_s);
    auto *add = makeButton(tr("&New…"), u"startNew"_s);
    m_edit = makeButton(tr("&Edit…"), u"startEdit"_s);
    m_remove = makeButton(tr("&Remove…"), u"startRemove"_s);
    auto *import = makeButton(tr("&Import…"), u"startImport"_s);
    m_export = makeButton(tr("E&xport…"), u"startExport"_s);
    connect(
        m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_list->currentId()); });
    connect(add, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(
        m_edit, &QPushButton::clicked, this, [this] { emit editRequested(m_list->currentId()); });
    connect(m_remove, &QPushButton::clicked, this, &StartPage::askToRemove);
    connect(import, &QPushButton::clicked, this, &StartPage::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &StartPage::chooseExport);
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_open, add, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(import);
    buttons->addWidget(m_export);
    return buttons;
}

QHBoxLayout *StartPage::makeConnectRow()
{
    m_address->setObjectName(u"startAddress"_s);
    m_address->setPlaceholderText(
        tr("dev12345, or an address such as https://dev12345.service-now.com"));
    auto *label = new QLabel(tr("&Connect to:"));
    label->setBuddy(m_address);
    m_connect = makeButton(tr("Connec&t…"), u"startConnect"_s);
    connect(m_connect, &QPushButton::clicked, this, &StartPage::submit);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_address, 1);
    row->addWidget(m_connect);
    return row;
}

QHBoxLayout *StartPage::makeDemoRow()
{
    auto *demo = makeButton(tr("Try the &Demo Instance"), u"startDemo"_s);
    auto *signIn = makeButton(tr("&Sign In to the Demo…"), u"startDemoSignIn"_s);
    signIn->setToolTip(
        tr("Starts the demo instance and shows how to connect to it as to a real one"));
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    connect(signIn, &QPushButton::clicked, this, &StartPage::demoSignInRequested);
    auto *row = new QHBoxLayout;
    auto *capture = makeButton(tr("Open a C&apture…"), u"startCapture"_s);
    capture->setToolTip(tr("Shows messages that were recorded before, without an instance"));
    connect(capture, &QPushButton::clicked, m_captures, &CaptureChooser::ask);
    row->addWidget(demo);
    row->addWidget(signIn);
    row->addStretch();
    row->addWidget(capture);
    return row;
}

QPushButton *StartPage::makeButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    return button;
}

void StartPage::submit()
{
    const QString address = m_address->text().trimmed();
    if (address.isEmpty()) {
        showNotice(tr("Type the name or the address of an instance first, such as dev12345."));
        m_address->setFocus();
        return;
    }
    showNotice({});
    emit connectRequested(address);
}

void StartPage::askToRemove()
{
    const QString id = m_list->currentId();
    if (id.isEmpty())
        return;
    auto *question = new QMessageBox(this);
    question->setObjectName(u"removeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Remove Instance"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Remove “%1” from the list?").arg(m_list->currentName()));
    question->setInformativeText(
        tr("What the keychain holds for it is removed, too. The instance itself is not touched."));
    QPushButton *remove = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"removeConfirmed"_s);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this, [this, id] { emit removeRequested(id); });
    question->open();
}

void StartPage::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import Instances"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Instances (*.json)"), tr("All (*)")});
    beginInLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::importRequested);
    dialog->open();
}

void StartPage::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export Instances Without Secrets"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    beginInLastFolder(*dialog);
    dialog->selectFile(u"amb-instances.json"_s);
    dialog->setNameFilters({tr("Instances (*.json)"), tr("All (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::exportRequested);
    dialog->open();
}

void StartPage::refreshButtons()
{
    const bool hasCurrent = !m_list->currentId().isEmpty();
    for (QPushButton *button : {m_open, m_edit, m_remove})
        button->setEnabled(hasCurrent);
    m_export->setEnabled(m_list->topLevelItemCount() > 0);
}

} // namespace amb
