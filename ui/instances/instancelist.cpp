// SPDX-License-Identifier: MIT
#include "ui/instances/instancelist.h"

#include "core/instance/instanceaddress.h"
#include "ui/instances/signinways.h"
#include "ui/widgets/emptytext.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/swatch.h"
#include "ui/widgets/wording.h"

#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    Name,
    Mark,
    Address,
    SignIn,
    LastUsed,
};

QString addressText(const Profile &profile)
{
    const auto parsed = InstanceAddress::parse(profile.address);
    return parsed ? parsed->displayName() : profile.address;
}

QString signInText(const SignInChoice &signIn)
{
    const QString way = sayWay(signIn.way).name;
    return signIn.user.isEmpty() ? way : signIn.user;
}

QString signInToolTip(const SignInChoice &signIn)
{
    const QString way = sayWay(signIn.way).name;
    return signIn.user.isEmpty() ? way : u"%1\n%2"_s.arg(signIn.user, way);
}

QString usedText(const QDateTime &time)
{
    if (!time.isValid())
        return InstanceList::tr("never");
    const std::chrono::seconds passed(time.secsTo(QDateTime::currentDateTime()));
    if (passed < std::chrono::minutes(1))
        return InstanceList::tr("just now");
    return InstanceList::tr("%1 ago").arg(durationText(passed));
}

} // namespace

InstanceList::InstanceList(QWidget *parent)
    : QTreeWidget(parent)
    , m_empty(new EmptyText(*this))
{
    m_empty->setObjectName(u"instancesEmpty"_s);
    setObjectName(u"instanceList"_s);
    setAccessibleName(tr("Saved instances"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setItemDelegate(new RoomyDelegate(this));
    setHeaderLabels({tr("Name"), QString(), tr("Address"), tr("Signs in with"), tr("Last used")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Address, QHeaderView::Stretch);
    header()->setSectionResizeMode(SignIn, QHeaderView::Interactive);
    connect(
        this, &QTreeWidget::itemDoubleClicked, this, [this] { emit openRequested(currentId()); });
}

void InstanceList::setProfiles(const QList<Profile> &profiles)
{
    const QString before = currentId();
    clear();
    bool anyProduction = false;
    for (const Profile &profile : profiles) {
        auto *item = new QTreeWidgetItem(this);
        item->setData(Name, Qt::UserRole, profile.id);
        item->setText(Name, profile.title());
        item->setToolTip(Name, toolTipText(profile.title()));
        item->setIcon(Name, swatchIcon(QColor(profile.colour)));
        if (profile.isProduction) {
            item->setIcon(Mark, glyphIcon(Glyph::Warning, Tone::Bad));
            item->setText(Mark, tr("Production"));
        }
        anyProduction |= profile.isProduction;
        item->setText(Address, addressText(profile));
        item->setToolTip(Address, toolTipText(profile.address));
        item->setText(SignIn, signInText(profile.signIn));
        item->setToolTip(SignIn, toolTipText(signInToolTip(profile.signIn)));
        item->setText(LastUsed, usedText(profile.lastUsed));
        if (profile.id == before)
            setCurrentItem(item);
    }
    setColumnHidden(Mark, !anyProduction);
    // Long names of users leave room for those of the instances.
    const int letter = fontMetrics().averageCharWidth();
    const int wanted = std::max(sizeHintForColumn(SignIn), header()->sectionSizeHint(SignIn));
    header()->resizeSection(SignIn, std::clamp(wanted, letter * 16, letter * 28));
    m_empty->showText(profiles.isEmpty()
                          ? tr("No saved instances yet.\nType an address below, or try the demo "
                               "instance first.")
                          : QString());
    if (currentItem() == nullptr && topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
}

QString InstanceList::currentId() const
{
    return currentItem() ? currentItem()->data(Name, Qt::UserRole).toString() : QString();
}

QString InstanceList::currentName() const
{
    return currentItem() ? currentItem()->text(Name) : QString();
}

void InstanceList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!currentId().isEmpty() && isEnter)
        emit openRequested(currentId());
    else if (!currentId().isEmpty() && event->key() == Qt::Key_Delete)
        emit removeRequested(currentId());
    else
        QTreeWidget::keyPressEvent(event);
}

} // namespace amb
