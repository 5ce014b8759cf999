// SPDX-License-Identifier: MIT
#include "ui/instancelist.h"

#include "core/instance/instanceaddress.h"
#include "ui/glyph.h"
#include "ui/signinways.h"
#include "ui/swatch.h"
#include "ui/wording.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

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
{
    setObjectName(u"instanceList"_s);
    setAccessibleName(tr("Saved instances"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setHeaderLabels({tr("Name"), QString(), tr("Address"), tr("Signs in with"), tr("Last used")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Address, QHeaderView::Stretch);
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
        item->setIcon(Name, swatchIcon(QColor(profile.colour)));
        if (profile.isProduction) {
            item->setIcon(Mark, glyphIcon(Glyph::Warning, Tone::Bad));
            item->setText(Mark, tr("Production"));
        }
        anyProduction |= profile.isProduction;
        item->setText(Address, addressText(profile));
        item->setText(SignIn, signInText(profile.signIn));
        item->setToolTip(SignIn, toolTipText(sayWay(profile.signIn.way).name));
        item->setText(LastUsed, usedText(profile.lastUsed));
        if (profile.id == before)
            setCurrentItem(item);
    }
    setColumnHidden(Mark, !anyProduction);
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

void InstanceList::paintEvent(QPaintEvent *event)
{
    QTreeWidget::paintEvent(event);
    if (topLevelItemCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(toneColor(Tone::Quiet, palette()));
    painter.drawText(viewport()->rect().adjusted(20, 10, -20, -10),
                     int(Qt::AlignCenter) | int(Qt::TextWordWrap),
                     tr("No saved instances yet.\nType an address below, or try the demo instance "
                        "first."));
}

} // namespace amb
