// SPDX-License-Identifier: MIT
#include "ui/window/commandpalette.h"

#include "ui/widgets/roomydelegate.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    TitleColumn,
    KeyColumn,
};

constexpr int numberRole = Qt::UserRole; ///< of the action among the entries

constexpr int startsWord = 100;
constexpr int isPart = 40;
constexpr int hasLetters = 10;

bool hasInOrder(const QString &text, const QString &letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

std::optional<int> fitOfWord(const QString &word, const QString &text)
{
    qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    const bool isThere = at >= 0;
    while (at >= 0) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return startsWord - int(std::min<qsizetype>(at, 50));
        at = text.indexOf(word, at + 1, Qt::CaseInsensitive);
    }
    if (isThere)
        return isPart;
    return hasInOrder(text, word) ? std::optional(hasLetters) : std::nullopt;
}

} // namespace

std::optional<int> fitOf(const QString &typed, const QString &text)
{
    int fit = 0;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto one = fitOfWord(word, text);
        if (!one)
            return {};
        fit += *one;
    }
    return fit;
}

CommandPalette::CommandPalette(QMainWindow &window)
    : QDialog(&window)
    , m_window(window)
    , m_field(new QLineEdit)
    , m_list(new QTreeWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Commands"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(tr("Type some letters of a command; Enter runs it"));
    m_field->setAccessibleName(tr("Command"));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setHeaderLabels({tr("Command"), tr("Key")});
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(KeyColumn, QHeaderView::ResizeToContents);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAllColumnsShowFocus(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys are in the field all the time
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::run);
    fill();
}

void CommandPalette::showEvent(QShowEvent *event)
{
    place();
    m_field->setFocus();
    QDialog::showEvent(event);
}

void CommandPalette::place()
{
    const int width = std::min(m_window.width() - 40, fontMetrics().averageCharWidth() * 84);
    const int height = std::min(m_window.height() - 120, fontMetrics().height() * 24);
    resize(width, height);
    move(m_window.mapToGlobal(QPoint((m_window.width() - width) / 2, 60)));
}

void CommandPalette::fill()
{
    m_entries = actionsOf(m_window);
    QList<std::pair<int, int>> found; // how well, which
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const ActionEntry &entry = m_entries.at(i);
        if (const auto fit = fitOf(m_field->text(), entry.title + u' ' + entry.menu))
            found.append({*fit, int(i)});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (const auto &[fit, number] : std::as_const(found)) {
        const ActionEntry &entry = m_entries.at(number);
        const QAction &action = *entry.action;
        QString title = entry.menu + u": "_s + entry.title;
        if (!action.isEnabled())
            title = tr("%1 (not available now)").arg(title);
        else if (action.isCheckable() && action.isChecked())
            title = tr("%1 (on)").arg(title);
        auto *item = new QTreeWidgetItem(
            m_list, {title, action.shortcut().toString(QKeySequence::NativeText)});
        item->setData(TitleColumn, numberRole, number);
        item->setTextAlignment(KeyColumn, Qt::AlignRight | Qt::AlignVCenter);
        if (!action.isEnabled())
            for (const int column : {TitleColumn, KeyColumn})
                item->setForeground(column, palette().brush(QPalette::Disabled, QPalette::Text));
    }
    if (found.isEmpty()) {
        auto *item = new QTreeWidgetItem(m_list, {tr("No command has these letters.")});
        item->setFlags(Qt::NoItemFlags);
        return;
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void CommandPalette::run()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr || !item->data(TitleColumn, numberRole).isValid())
        return;
    QAction *action = m_entries.at(item->data(TitleColumn, numberRole).toInt()).action;
    // A recent instance may have left its menu since.
    const QList<ActionEntry> present = actionsOf(m_window);
    const bool isThere = std::any_of(present.begin(), present.end(), [action](const auto &entry) {
        return entry.action == action;
    });
    if (!isThere || !action->isEnabled())
        return;
    // The focus is to be back in the window when the command begins.
    hide();
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
            const int step = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down ? 1 : 10;
            const bool isUp = key->key() == Qt::Key_Up || key->key() == Qt::Key_PageUp;
            const int to = std::clamp(
                at + (isUp ? -step : step), 0, std::max(0, m_list->topLevelItemCount() - 1));
            m_list->setCurrentItem(m_list->topLevelItem(to));
            return true;
        }
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace amb
