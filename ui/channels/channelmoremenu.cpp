// SPDX-License-Identifier: MIT
#include "ui/channels/channelmoremenu.h"

#include "ui/channels/channelhabits.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelpastedialog.h"
#include "ui/channels/channeltreeview.h"
#include "ui/widgets/wording.h"

#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace amb {

ChannelMoreMenu::ChannelMoreMenu(ChannelTreeView &view,
                                 ChannelModel &channels,
                                 ChannelHabits &habits,
                                 QWidget *parent)
    : QMenu(parent)
    , m_view(view)
    , m_channels(channels)
    , m_habits(habits)
{
    setObjectName(u"channelMoreMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &ChannelMoreMenu::fill);
}

void ChannelMoreMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves them
    addAction(tr("Subscribe to &Many…"), this, &ChannelMoreMenu::openPaste)
        ->setObjectName(u"actionSubscribeMany"_s);
    QAction *all = addAction(tr("Select &All"), &m_view, &QAbstractItemView::selectAll);
    all->setObjectName(u"actionSelectAll"_s);
    all->setEnabled(m_channels.rowCount() > 0);
    addSets();
    addSection(tr("Message List"));
    QAction *unmute = addAction(tr("&Unmute All (%1)").arg(numberText(m_habits.muted().size())),
                                &m_habits,
                                [this] { m_habits.unmuteAll(); });
    unmute->setObjectName(u"actionUnmuteAll"_s);
    unmute->setEnabled(!m_habits.muted().isEmpty());
    QAction *endSolo = addAction(tr("&End Solo"), &m_habits, [this] { m_habits.endSolo(); });
    endSolo->setObjectName(u"actionEndSolo"_s);
    endSolo->setEnabled(!m_habits.solo().isEmpty());
    addSection(tr("Columns"));
    m_view.addColumnsTo(*this);
}

void ChannelMoreMenu::addSets()
{
    addSection(tr("Sets of Channels"));
    QAction *save =
        addAction(tr("&Save These Channels as a Set…"), this, &ChannelMoreMenu::askName);
    save->setObjectName(u"actionSaveSet"_s);
    save->setEnabled(m_channels.rowCount() > 0);
    const QList<ChannelSet> sets = m_sets.all();
    for (const ChannelSet &set : sets)
        addSet(set);
}

void ChannelMoreMenu::addSet(const ChannelSet &set)
{
    QMenu *menu = addMenu(menuText(set.name));
    menu->setObjectName(u"channelSet"_s);
    const QString count = set.patterns.size() == 1
        ? tr("&Subscribe to Its Channel")
        : tr("&Subscribe to Its %1 Channels").arg(numberText(set.patterns.size()));
    menu->addAction(count, this, [this, set] { emit subscribeRequested(set.patterns); })
        ->setObjectName(u"actionSubscribeSet"_s);
    menu->addAction(tr("&Delete This Set"), this, [this, set] { m_sets.remove(set.name); })
        ->setObjectName(u"actionDeleteSet"_s);
}

void ChannelMoreMenu::openPaste()
{
    auto *dialog = new ChannelPasteDialog(parentWidget());
    connect(dialog,
            &ChannelPasteDialog::subscribeRequested,
            this,
            &ChannelMoreMenu::subscribeRequested);
    dialog->show();
}

void ChannelMoreMenu::askName()
{
    const QList<ChannelPattern> patterns = present();
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(u"setNameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save a Set of Channels"));
    dialog->setLabelText(tr("Name of the set; one with the same name is replaced:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, patterns](const QString &name) {
        m_sets.save({name, patterns});
    });
    dialog->open();
}

/// The selected channels where there are several, else all.
QList<ChannelPattern> ChannelMoreMenu::present() const
{
    const QList<ChannelPattern> selected = m_view.selectedPatterns();
    if (selected.size() > 1)
        return selected;
    QList<ChannelPattern> all;
    for (int row = 0; row < m_channels.rowCount(); ++row)
        all.append(m_channels.entry(row).info.pattern);
    return all;
}

} // namespace amb
