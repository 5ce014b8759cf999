// SPDX-License-Identifier: MIT
#include "ui/stories/presencepane.h"

#include "core/capture/capturestore.h"
#include "core/decode/boardevent.h"
#include "core/oneline.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/roomydelegate.h"
#include "ui/widgets/wording.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

enum Column {
    WhoColumn,
    StatusColumn,
    SeenColumn,
};

constexpr int rowRole = Qt::UserRole;
constexpr int idRole = Qt::UserRole + 1;

Saying saying(const PresenceVisitor &visitor)
{
    switch (visitor.status) {
    case PresenceStatus::Typing:
        return {Glyph::Working,
                Tone::Good,
                visitor.field.isEmpty() ? PresencePane::tr("typing")
                                        : PresencePane::tr("typing in %1").arg(visitor.field)};
    case PresenceStatus::Viewing:
        return {Glyph::Connected, Tone::Good, PresencePane::tr("viewing")};
    case PresenceStatus::Entered:
        return {Glyph::Connected, Tone::Good, PresencePane::tr("just came")};
    case PresenceStatus::Other:
        return {Glyph::Connected, Tone::Plain, visitor.word};
    case PresenceStatus::ProbablyLeft:
        return {Glyph::Waiting, Tone::Quiet, PresencePane::tr("has probably left")};
    case PresenceStatus::Left:
        break;
    }
    return {Glyph::Disconnected, Tone::Quiet, PresencePane::tr("left")};
}

QString recordTitle(const PresenceRecord &record)
{
    const QString name = record.name.isEmpty() ? record.sysId : record.name;
    return u"%1 %2"_s.arg(record.table, name);
}

QString presentText(qsizetype people)
{
    if (people == 0)
        return PresencePane::tr("nobody now");
    return people == 1 ? PresencePane::tr("one person now")
                       : PresencePane::tr("%1 people now").arg(people);
}

} // namespace

PresencePane::PresencePane(const CaptureStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_follower(store, [this](Row row, const RowInfo &info) { read(row, info); })
    , m_pages(new QStackedWidget)
    , m_empty(new QLabel)
    , m_tree(new QTreeWidget)
{
    setObjectName(u"presencePane"_s);
    build();
    setCanSubscribe(false);
    m_ageing.setInterval(std::chrono::seconds(1));
    connect(&m_ageing, &QTimer::timeout, this, &PresencePane::update);
    connect(&m_follower, &CaptureFollower::advanced, this, &PresencePane::update);
    const auto note = [this](const QTreeWidgetItem *item) {
        const QString sysId = item->data(WhoColumn, idRole).toString();
        if (item->isExpanded())
            m_folded.remove(sysId);
        else
            m_folded.insert(sysId);
    };
    connect(m_tree, &QTreeWidget::itemExpanded, this, note);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, note);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        if (item->parent())
            emit rowRequested(Row(item->data(WhoColumn, rowRole).toLongLong()));
    });
}

void PresencePane::setCanSubscribe(bool can)
{
    m_empty->setText(can ? tr("Nobody was seen yet. Subscribe to /sn/rp/<table>/<sys_id> to see "
                              "who is on a record; the monitor itself stays unseen.")
                         : tr("Nobody is seen in this capture: there is no presence on "
                              "/sn/rp/<table>/<sys_id> channels."));
}

void PresencePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_follower.setActive(true);
    m_ageing.start();
}

void PresencePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_follower.setActive(false);
    m_ageing.stop();
}

void PresencePane::build()
{
    m_empty->setObjectName(u"presenceEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_tree->setObjectName(u"presenceTree"_s);
    m_tree->setAccessibleName(tr("Who is on which record"));
    m_tree->setHeaderLabels({tr("Record and person"), tr("Status"), tr("Last seen")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RoomyDelegate(m_tree));
    m_tree->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(WhoColumn, 44 * character);
    m_tree->setColumnWidth(StatusColumn, 26 * character);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

void PresencePane::setLive(bool live)
{
    m_isLive = live;
    update();
}

void PresencePane::read(Row row, const RowInfo &info)
{
    m_newest = info.time;
    const QByteArray channel = m_store.channelName(info.channel);
    if (channel.startsWith("/rw/")) {
        // Record watchers tell how records are called.
        const QByteArray message = m_store.message(row);
        if (!m_log.knows(recordIdIn(message)))
            return;
        if (const auto event = readBoardEvent(channel, message))
            m_log.learnName(event->sysId, event->name);
    } else {
        m_log.offer(row, info.time, channel, m_store.message(row));
    }
}

void PresencePane::update()
{
    const Timestamp moment = m_isLive ? now() : m_newest;
    const QList<PresenceRecord> records = m_log.at(moment);
    m_pages->setCurrentIndex(records.isEmpty() ? 0 : 1);
    const QSignalBlocker blocker(m_tree); // what is folded here was not folded by the user
    for (qsizetype i = 0; i < records.size(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(int(i));
        if (!item)
            item = new QTreeWidgetItem(m_tree);
        fillRecord(*item, records.at(i), moment);
        item->setExpanded(!m_folded.contains(records.at(i).sysId));
    }
    while (m_tree->topLevelItemCount() > records.size())
        delete m_tree->takeTopLevelItem(m_tree->topLevelItemCount() - 1);
}

void PresencePane::fillRecord(QTreeWidgetItem &item, const PresenceRecord &record, Timestamp moment)
{
    item.setText(WhoColumn, recordTitle(record));
    item.setToolTip(WhoColumn, toolTipText(u"%1 %2"_s.arg(record.table, record.sysId)));
    item.setData(WhoColumn, idRole, record.sysId);
    qsizetype there = 0;
    for (qsizetype i = 0; i < record.visitors.size(); ++i) {
        const PresenceVisitor &visitor = record.visitors.at(i);
        QTreeWidgetItem *line = item.child(int(i));
        if (!line)
            line = new QTreeWidgetItem(&item);
        const Saying words = saying(visitor);
        line->setText(WhoColumn, visitor.user);
        line->setIcon(WhoColumn, glyphIcon(words.glyph, words.tone));
        line->setText(StatusColumn, words.word);
        line->setText(
            SeenColumn,
            tr("%1 (%2 ago)")
                .arg(clockText(visitor.lastSeen).left(8), durationText(moment - visitor.lastSeen)));
        line->setData(WhoColumn, rowRole, qint64(visitor.row));
        if (visitor.status < PresenceStatus::ProbablyLeft)
            ++there;
    }
    while (item.childCount() > record.visitors.size())
        delete item.takeChild(item.childCount() - 1);
    item.setText(StatusColumn, presentText(there));
}

} // namespace amb
