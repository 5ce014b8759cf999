// SPDX-License-Identifier: MIT
#include "ui/channels/channelmenu.h"

#include "core/bayeux/channelname.h"
#include "core/recordwatchername.h"
#include "ui/channels/channeltitle.h"
#include "ui/channels/channeltree.h"
#include "ui/channels/channeltreeview.h"
#include "ui/widgets/swatch.h"
#include "ui/widgets/wording.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr std::array silences{std::chrono::minutes(1),
                              std::chrono::minutes(5),
                              std::chrono::minutes(15),
                              std::chrono::minutes(60)};
constexpr auto usualSilence = std::chrono::minutes(5);

} // namespace

ChannelMenu::ChannelMenu(ChannelTreeView &view, ChannelHabits &habits, QWidget *parent)
    : QMenu(parent)
    , m_view(view)
    , m_habits(habits)
{
    setObjectName(u"channelMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const QList<ChannelPattern> patterns = view.selectedPatterns();
    for (const ChannelPattern &pattern : patterns)
        m_names.append(pattern.toString());
    if (m_names.isEmpty())
        return;
    m_habit = habits.of(m_names.constFirst());
    addAction(m_names.size() == 1 ? tr("Sho&w Only Its Messages") : tr("Sho&w Only Their Messages"),
              QKeySequence(Qt::Key_Return),
              this,
              &ChannelMenu::filterRequested)
        ->setObjectName(u"actionShowOnly"_s);
    addSeparator();
    addNaming();
    addSeparator();
    addColours();
    addShowing();
    addSilence();
    addSeparator();
    addRefusal();
    const QString text = m_names.size() == 1
        ? tr("&Unsubscribe")
        : tr("&Unsubscribe from %1 Channels").arg(numberText(m_names.size()));
    QAction *unsubscribe =
        addAction(text, QKeySequence::Delete, this, &ChannelMenu::unsubscribeRequested);
    unsubscribe->setObjectName(u"actionUnsubscribe"_s);
}

void ChannelMenu::leaveOutSubscriptions()
{
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        const QString name = action->objectName();
        if (name == "actionUnsubscribe"_L1 || name == "actionEditWatcher"_L1
            || name == "actionSubscribeAgain"_L1 || name == "actionPublishTo"_L1)
            action->setVisible(false);
    }
    if (const auto *silence = findChild<QMenu *>(u"channelSilence"_s))
        silence->menuAction()->setVisible(false);
}

/// What one needs of a refusal: its words for whoever gives the right, and another try afterwards.
void ChannelMenu::addRefusal()
{
    QStringList reasons;
    const QModelIndexList selected = m_view.selectionModel()->selectedRows();
    for (const QModelIndex &index : selected) {
        const ChannelModel::Entry *entry = m_view.tree().item(index).entry;
        if (entry != nullptr && entry->info.state == SubscriptionState::Refused)
            reasons.append(QStringList{
                entry->info.pattern.toString(), entry->info.refusal, entry->info.explanation}
                               .join(u'\n'));
    }
    if (reasons.isEmpty())
        return;
    addAction(tr("Copy the &Reason"), this, [text = reasons.join(u"\n\n"_s)] {
        QGuiApplication::clipboard()->setText(text);
    })->setObjectName(u"actionCopyReason"_s);
    addAction(tr("Subscribe A&gain"), this, &ChannelMenu::subscribeAgainRequested)
        ->setObjectName(u"actionSubscribeAgain"_s);
}

void ChannelMenu::addNaming()
{
    const bool isOne = m_names.size() == 1;
    const QString name = m_names.constFirst();
    if (isOne && RecordWatcherName::decode(name.toUtf8()))
        addAction(tr("&Edit as Conditions…"), this, [this, name] {
            emit watchRequested(name);
        })->setObjectName(u"actionEditWatcher"_s);
    QAction *copy =
        addAction(isOne ? tr("&Copy Name") : tr("&Copy Names"), QKeySequence::Copy, this, [this] {
            m_view.copyNames();
        });
    copy->setObjectName(u"actionCopyName"_s);
    QAction *publish =
        addAction(tr("&Publish to It…"), this, [this, name] { emit publishRequested(name); });
    publish->setObjectName(u"actionPublishTo"_s);
    publish->setEnabled(isOne && ChannelName::parse(name.toUtf8()).ok()); // and no pattern
    QAction *alias = addAction(m_habit.alias.isEmpty() ? tr("Give an &Alias…") : tr("&Alias…"),
                               this,
                               &ChannelMenu::askAlias);
    alias->setObjectName(u"actionAlias"_s);
    alias->setEnabled(isOne);
}

void ChannelMenu::addColours()
{
    addFlag(tr("&Favourite"), u"actionFavourite"_s, &ChannelHabit::isFavourite);
    QMenu *colours = addMenu(tr("C&olour"));
    colours->setObjectName(u"channelColours"_s);
    auto *group = new QActionGroup(colours);
    const auto offer = [this, colours, group](const QColor &colour, const QString &name) {
        QAction *action = colours->addAction(swatchIcon(colour), name);
        action->setObjectName(u"channelColour"_s);
        action->setCheckable(true);
        action->setChecked(m_habit.colour == colour);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, colour] {
            m_habits.change(m_names, [&colour](ChannelHabit &habit) { habit.colour = colour; });
        });
    };
    offer({}, tr("None"));
    const QList<NamedColour> named = namedColours();
    for (const NamedColour &colour : named)
        offer(colour.colour, colour.name);
}

void ChannelMenu::addShowing()
{
    addFlag(tr("&Mute"), u"actionMute"_s, &ChannelHabit::isMuted);
    addFlag(tr("&Solo"), u"actionSolo"_s, &ChannelHabit::isSolo);
}

void ChannelMenu::addFlag(const QString &text, const QString &objectName, bool ChannelHabit::*flag)
{
    const bool isSet =
        std::all_of(m_names.cbegin(), m_names.cend(), [this, flag](const auto &name) {
            return m_habits.of(name).*flag;
        });
    QAction *action = addAction(text);
    action->setObjectName(objectName);
    action->setCheckable(true);
    action->setChecked(isSet);
    connect(action, &QAction::triggered, this, [this, flag](bool isChecked) {
        m_habits.change(m_names,
                        [flag, isChecked](ChannelHabit &habit) { habit.*flag = isChecked; });
    });
}

void ChannelMenu::addSilence()
{
    QMenu *menu = addMenu(tr("&Tell Me of Silence"));
    menu->setObjectName(u"channelSilence"_s);
    auto *group = new QActionGroup(menu);
    const auto offer = [menu, group](const QString &text, bool isChecked) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"channelSilenceLimit"_s);
        action->setCheckable(true);
        action->setChecked(isChecked);
        group->addAction(action);
        return action;
    };
    const auto present = m_habit.silence;
    connect(offer(tr("Never"), present.count() == 0), &QAction::triggered, this, [this] {
        setSilence({});
    });
    for (const std::chrono::minutes limit : silences)
        connect(offer(tr("After %1").arg(spanText(limit)), present == limit),
                &QAction::triggered,
                this,
                [this, limit] { setSilence(limit); });
    const bool isOther = present.count() > 0
        && std::find(silences.begin(), silences.end(), present) == silences.end();
    connect(offer(isOther ? tr("After %1…").arg(spanText(present)) : tr("Other…"), isOther),
            &QAction::triggered,
            this,
            &ChannelMenu::askSilence);
}

void ChannelMenu::setSilence(std::chrono::minutes limit)
{
    m_habits.change(m_names, [limit](ChannelHabit &habit) { habit.silence = limit; });
}

void ChannelMenu::askAlias()
{
    const QString name = m_names.constFirst();
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(u"aliasDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Alias"));
    dialog->setLabelText(tr("Your own name for this channel; leave it empty for none:"));
    dialog->setTextValue(m_habit.alias.isEmpty() ? channelTitle(name) : m_habit.alias);
    ChannelHabits *habits = &m_habits; // the menu is gone by then
    connect(dialog, &QInputDialog::textValueSelected, habits, [habits, name](const QString &text) {
        const bool isNone = text.trimmed() == channelTitle(name);
        habits->change({name},
                       [&](ChannelHabit &habit) { habit.alias = isNone ? QString() : text; });
    });
    dialog->open();
}

void ChannelMenu::askSilence()
{
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(u"silenceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Tell Me of Silence"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, int(ChannelHabits::longestSilence().count()));
    dialog->setIntValue(
        int((m_habit.silence.count() > 0 ? m_habit.silence : usualSilence).count()));
    dialog->setLabelText(tr("Minutes without a message after which you want to know:"));
    ChannelHabits *habits = &m_habits; // the menu is gone by then
    connect(
        dialog, &QInputDialog::intValueSelected, habits, [habits, names = m_names](int minutes) {
            habits->change(names, [minutes](ChannelHabit &habit) {
                habit.silence = std::chrono::minutes(minutes);
            });
        });
    dialog->open();
}

} // namespace amb
