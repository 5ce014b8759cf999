// SPDX-License-Identifier: MIT
#include "ui/filter/filteroffers.h"

#include "core/capture/filterwriting.h"
#include "core/oneline.h"
#include "ui/channels/channeltitle.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QMenu>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::FilterOffers)
};

constexpr qsizetype longestTitle = 60;
constexpr qsizetype shortestTelling = 4; ///< characters of a value that is found by itself
constexpr qsizetype longestTelling = 200; ///< and of what a filter is still readable with
constexpr int mostUsers = 3;
constexpr int mostChanges = 5;

QString shortened(const QString &text)
{
    const QString line = visibleText(text).simplified();
    return line.size() <= longestTitle ? line : line.first(longestTitle - 1) + u'…';
}

bool isUserField(const DecodedField &field)
{
    return field.name == "ext.from_user"_L1 || field.name.startsWith("changes_with_users"_L1);
}

void addUsers(QList<FilterOffer> &offers, const DecodedMessage &message)
{
    QStringList users;
    for (const DecodedField &field : message.fields) {
        const QString user = field.value.display;
        if (isUserField(field) && !user.isEmpty() && users.size() < mostUsers
            && !users.contains(user))
            users.append(user);
    }
    for (const QString &user : users)
        offers.append({Words::tr("User %1").arg(shortened(user)), filterTerm("user"_L1, user)});
}

void addChanges(QList<FilterOffer> &offers, const DecodedMessage &message)
{
    int count = 0;
    for (const DecodedField &field : message.fields) {
        if (!field.isChange || !canBeFilterField(field.name))
            continue;
        offers.append(
            {Words::tr("Changes of %1").arg(shortened(field.label)), field.name + ":changed"_L1});
        if (++count == mostChanges)
            return;
    }
}

QString nameOfRecord(const DecodedMessage &message)
{
    for (const DecodedField &field : message.fields) {
        if (field.name == "display_value"_L1 && !field.value.display.isEmpty())
            return field.value.display;
    }
    return message.record.sysId;
}

} // namespace

QList<FilterOffer> filterOffersOf(const DecodedMessage &message,
                                  const RowInfo &info,
                                  const QByteArray &channel)
{
    QList<FilterOffer> offers;
    if (!channel.isEmpty()) {
        const QString name = QString::fromUtf8(channel);
        offers.append({Words::tr("Channel %1").arg(shortened(channelTitle(name))),
                       filterTerm("channel"_L1, name)});
    }
    if (!message.record.isNull())
        offers.append({Words::tr("Record %1").arg(shortened(nameOfRecord(message))),
                       filterPhrase(message.record.sysId)});
    if (!message.record.table.isEmpty())
        offers.append({Words::tr("Table %1").arg(shortened(message.record.table)),
                       filterTerm("table"_L1, message.record.table)});
    addUsers(offers, message);
    addChanges(offers, message);
    offers.append({Words::tr("Kind: %1").arg(sayKind(info.kind, info.direction).word),
                   filterTerm("kind"_L1, toText(info.kind))});
    return offers;
}

QList<FilterOffer> filterOffersOf(const DecodedField &field)
{
    QList<FilterOffer> offers;
    if (field.isChange && canBeFilterField(field.name))
        offers.append(
            {Words::tr("Changes of %1").arg(shortened(field.label)), field.name + ":changed"_L1});
    return offers + filterOffersOf(field.value.display, {});
}

QList<FilterOffer> filterOffersOf(const QString &value, const QString &pair)
{
    QList<FilterOffer> offers;
    // What the window shows in several lines stands in the message in another way.
    if (value.size() >= shortestTelling && value.size() <= longestTelling && !value.contains(u'\n'))
        offers.append({u'“' + shortened(value) + u'”', filterPhrase(value)});
    if (!pair.isEmpty() && pair.size() <= longestTitle)
        offers.append({shortened(pair), filterPhrase(pair)});
    return offers;
}

void fillFilterMenus(QMenu &showOnly,
                     QMenu &leaveOut,
                     const QList<FilterOffer> &offers,
                     const NarrowFilter &narrow)
{
    for (QMenu *menu : {&showOnly, &leaveOut}) {
        const bool isLeftOut = menu == &leaveOut;
        menu->clear();
        for (const FilterOffer &offer : offers) {
            QAction *action = menu->addAction(menuText(offer.title));
            action->setData(offer.term);
            QObject::connect(action, &QAction::triggered, menu, [narrow, offer, isLeftOut] {
                narrow(offer.term, isLeftOut);
            });
        }
        menu->menuAction()->setEnabled(!offers.isEmpty());
    }
}

void addFilterMenus(QMenu &menu, const QList<FilterOffer> &offers, const NarrowFilter &narrow)
{
    QMenu *showOnly = menu.addMenu(Words::tr("Sho&w Only"));
    showOnly->setObjectName(u"showOnlyMenu"_s);
    QMenu *leaveOut = menu.addMenu(Words::tr("&Leave Out"));
    leaveOut->setObjectName(u"leaveOutMenu"_s);
    fillFilterMenus(*showOnly, *leaveOut, offers, narrow);
}

} // namespace amb
