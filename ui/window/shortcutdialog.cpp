// SPDX-License-Identifier: MIT
#include "ui/window/shortcutdialog.h"

#include "ui/widgets/roomydelegate.h"
#include "ui/window/shortcuts.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    ActionColumn,
    KeyColumn,
    MenuColumn,
};

constexpr int numberRole = Qt::UserRole; ///< of the action among the entries

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutDialog::ShortcutDialog(Shortcuts &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_key(new QKeySequenceEdit)
    , m_note(new QLabel)
    , m_assign(new QPushButton(tr("&Assign")))
    , m_clear(new QPushButton(tr("&No Key")))
    , m_reset(new QPushButton(tr("&Default")))
    , m_resetAll(new QPushButton(tr("Reset A&ll")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"shortcutDialog"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *layout = new QVBoxLayout(this);
    buildList(*layout);
    buildEditor(*layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"shortcutButtons"_s);
    m_resetAll->setObjectName(u"shortcutResetAll"_s);
    buttons->addButton(m_resetAll, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout->addWidget(buttons);
    const auto all = findChildren<QPushButton *>();
    for (QPushButton *button : all)
        button->setAutoDefault(false); // Return is for the key that is being chosen
    connect(m_resetAll, &QPushButton::clicked, &m_shortcuts, &Shortcuts::resetAll);
    connect(&m_shortcuts, &Shortcuts::changed, this, &ShortcutDialog::fill);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 34);
    fill();
    m_search->setFocus();
}

void ShortcutDialog::buildList(QVBoxLayout &layout)
{
    m_search->setObjectName(u"shortcutSearch"_s);
    m_search->setPlaceholderText(tr("Search: words of the action, its menu or its key"));
    m_search->setAccessibleName(tr("Search for an action"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"shortcutList"_s);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setHeaderLabels({tr("Action"), tr("Key"), tr("Where")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    layout.addWidget(m_search);
    layout.addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutDialog::narrow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutDialog::showAction);
    connect(m_list, &QTreeWidget::itemActivated, m_key, [this] { m_key->setFocus(); });
}

void ShortcutDialog::buildEditor(QVBoxLayout &layout)
{
    m_key->setObjectName(u"shortcutKey"_s);
    m_key->setAccessibleName(tr("New key"));
    if (auto *field = m_key->findChild<QLineEdit *>()) {
        field->setAccessibleName(tr("New key"));
        // The editor itself tells a second later, when no other key follows.
        connect(field, &QLineEdit::textChanged, this, &ShortcutDialog::readKey);
    }
    m_assign->setObjectName(u"shortcutAssign"_s);
    m_clear->setObjectName(u"shortcutClear"_s);
    m_clear->setToolTip(tr("Take the key away"));
    m_reset->setObjectName(u"shortcutReset"_s);
    m_reset->setToolTip(tr("The key that the action comes with"));
    m_note->setObjectName(u"shortcutNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *label = new QLabel(tr("New &key:"));
    label->setBuddy(m_key);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    for (QPushButton *button : {m_assign, m_clear, m_reset})
        row->addWidget(button);
    layout.addLayout(row);
    layout.addWidget(m_note);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutDialog::readKey);
    connect(m_assign, &QPushButton::clicked, this, [this] { assign(m_key->keySequence()); });
    connect(m_clear, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction *action = currentAction())
            m_shortcuts.reset(*action);
    });
}

void ShortcutDialog::fill()
{
    const int current = std::max(0, m_list->indexOfTopLevelItem(m_list->currentItem()));
    m_list->clear();
    const QList<ActionEntry> entries = m_shortcuts.entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ActionEntry &entry = entries.at(i);
        auto *item = new QTreeWidgetItem(
            m_list, {entry.title, keyText(entry.action->shortcut()), entry.menu});
        item->setData(ActionColumn, numberRole, int(i));
        if (m_shortcuts.isDefault(*entry.action))
            continue;
        // Said in words on hover, and to screen readers.
        QFont bold = m_list->font();
        bold.setBold(true);
        item->setFont(KeyColumn, bold);
        const QString standard = keyText(m_shortcuts.defaultKey(*entry.action));
        item->setToolTip(KeyColumn,
                         standard.isEmpty() ? tr("Changed. It comes without a key.")
                                            : tr("Changed. It comes with %1.").arg(standard));
    }
    addFixed();
    m_list->resizeColumnToContents(ActionColumn);
    m_list->resizeColumnToContents(KeyColumn);
    m_list->setCurrentItem(m_list->topLevelItem(current));
    narrow();
    showAction();
}

void ShortcutDialog::addFixed()
{
    const QString list = tr("in the message list, fixed");
    const QString inspector = tr("in the inspector, fixed");
    const struct
    {
        QString title;
        QKeySequence key;
        QString where;
    } fixed[] = {
        {tr("Go to the newest message and follow"), Qt::Key_End, list},
        {tr("Go to the oldest message"), Qt::Key_Home, list},
        {tr("Copy what is selected"), QKeySequence::Copy, list},
        {tr("Unsubscribe"), Qt::Key_Delete, tr("in the channels, fixed")},
        {tr("Find a name or a value"), QKeySequence::Find, inspector},
        {tr("Next hit"), Qt::Key_F3, inspector},
        {tr("Copy the path of a value"), Qt::CTRL | Qt::ALT | Qt::Key_C, inspector},
        {tr("Send"), Qt::CTRL | Qt::Key_Return, tr("in the publish pane, fixed")},
        {tr("Choose a time"), Qt::SHIFT | Qt::Key_Left, tr("in the chart, fixed")},
    };
    for (const auto &[title, key, where] : fixed)
        new QTreeWidgetItem(m_list, {title, keyText(key), where});
}

void ShortcutDialog::narrow()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const QString text =
            item->text(ActionColumn) + u' ' + item->text(KeyColumn) + u' ' + item->text(MenuColumn);
        item->setHidden(!std::all_of(words.begin(), words.end(), [&text](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        }));
    }
    if (m_list->currentItem() != nullptr && !m_list->currentItem()->isHidden())
        return;
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount() && first == nullptr; ++i) {
        if (!m_list->topLevelItem(i)->isHidden())
            first = m_list->topLevelItem(i);
    }
    m_list->setCurrentItem(first);
}

QAction *ShortcutDialog::currentAction() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr || !item->data(ActionColumn, numberRole).isValid())
        return nullptr;
    const QList<ActionEntry> entries = m_shortcuts.entries();
    const int number = item->data(ActionColumn, numberRole).toInt();
    return number < entries.size() ? entries.at(number).action : nullptr;
}

void ShortcutDialog::showAction()
{
    const QAction *action = currentAction();
    m_key->clear();
    m_key->setEnabled(action != nullptr);
    m_clear->setEnabled(action != nullptr && !action->shortcut().isEmpty());
    m_reset->setEnabled(action != nullptr && !m_shortcuts.isDefault(*action));
    readKey();
}

void ShortcutDialog::readKey()
{
    const QKeySequence key = m_key->keySequence();
    // One key is enough; more of them in a row would be a sequence that nobody remembers.
    if (key.count() > 1) {
        m_key->setKeySequence(QKeySequence(key[0]));
        return;
    }
    const QAction *action = currentAction();
    const QString objection = Shortcuts::objection(key);
    m_assign->setEnabled(action != nullptr && !key.isEmpty() && objection.isEmpty());
    if (action == nullptr)
        m_note->setText(m_list->currentItem() == nullptr ? tr("No action has these words.")
                                                         : tr("This key cannot be changed."));
    else if (key.isEmpty())
        m_note->setText(tr("Click into the field and press the key."));
    else if (!objection.isEmpty())
        m_note->setText(objection);
    else if (const auto owner = m_shortcuts.ownerOf(key, *action))
        m_note->setText(tr("%1 is the key of %2 (%3). Assign takes it from there.")
                            .arg(keyText(key), owner->title, owner->menu));
    else
        m_note->setText(tr("%1 is free.").arg(keyText(key)));
}

void ShortcutDialog::assign(const QKeySequence &key)
{
    if (QAction *action = currentAction())
        m_shortcuts.assign(*action, key);
}

} // namespace amb
