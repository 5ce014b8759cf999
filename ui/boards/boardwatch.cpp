// SPDX-License-Identifier: MIT
#include "ui/boards/boardwatch.h"

#include "core/decode/board.h"
#include "core/monitor.h"
#include "core/recordwatchername.h"
#include "ui/boards/boardplayer.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// So many sys_ids fit into the name of one channel without it getting unwieldy.
constexpr qsizetype tasksOfAChannel = 50;
/// New cards come in bursts; their tasks are watched together.
constexpr std::chrono::milliseconds taskDelay{500};

/// The channels that tell of a board (amb.md § 7.5). There may be channels for boards alone, but
/// nobody has seen one.
QList<QByteArray> channelsOf(const QString &board)
{
    const QString ofBoard = u"board="_s + board;
    return {RecordWatcherName::encode("default", u"vtb_card"_s, ofBoard),
            RecordWatcherName::encode("default", u"vtb_lane"_s, ofBoard),
            RecordWatcherName::encode("default", u"vtb_board"_s, u"sys_id="_s + board),
            RecordWatcherName::encode("default", u"vtb_board_member"_s, ofBoard)};
}

} // namespace

BoardWatch::BoardWatch(Monitor &monitor, BoardPlayer &player, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_player(player)
    , m_reader(monitor)
{
    m_taskTimer.setSingleShot(true);
    m_taskTimer.setInterval(taskDelay);
    connect(&m_taskTimer, &QTimer::timeout, this, &BoardWatch::watchTasks);
    connect(&monitor, &Monitor::subscriptionsChanged, this, &BoardWatch::readWhenSubscribed);
    connect(&player, &BoardPlayer::advanced, this, [this] {
        if (!m_boards.isEmpty() && !m_taskTimer.isActive())
            m_taskTimer.start();
    });
    connect(&m_reader, &BoardReader::finished, this, [this](const BoardReading &reading) {
        emit boardRead(reading, std::exchange(m_isFirst, false));
    });
    connect(&m_reader, &BoardReader::failed, this, &BoardWatch::failed);
}

void BoardWatch::watch(const QString &board)
{
    m_boards.insert(board);
    m_pending = board;
    m_pendingChannels = channelsOf(board);
    for (const QByteArray &channel : std::as_const(m_pendingChannels)) {
        if (const auto pattern = ChannelPattern::parse(channel))
            m_monitor.subscribe(*pattern);
    }
    readWhenSubscribed();
}

void BoardWatch::read(const QString &board)
{
    m_isFirst = false;
    m_reader.read(board);
}

void BoardWatch::readWhenSubscribed()
{
    if (m_pending.isEmpty())
        return;
    qsizetype settled = 0;
    for (const SubscriptionInfo &info : m_monitor.subscriptions()) {
        const bool isAnswered =
            info.state == SubscriptionState::Subscribed || info.state == SubscriptionState::Refused;
        if (isAnswered && m_pendingChannels.contains(info.pattern.bytes()))
            ++settled;
    }
    if (settled < m_pendingChannels.size())
        return;
    m_isFirst = true;
    m_reader.read(std::exchange(m_pending, {}));
}

/// Watches the tasks of cards that are new on the watched boards.
void BoardWatch::watchTasks()
{
    QStringList fresh;
    for (const QString &board : std::as_const(m_boards)) {
        const Board known = boardOf(m_player.timeline().now(), board);
        for (const BoardLane &lane : known.lanes) {
            for (const BoardCard &card : lane.cards) {
                if (!card.task.isEmpty() && !m_tasks.contains(card.task)) {
                    m_tasks.insert(card.task);
                    fresh.append(card.task);
                }
            }
        }
    }
    std::ranges::sort(fresh);
    for (qsizetype i = 0; i < fresh.size(); i += tasksOfAChannel) {
        const QStringList some = fresh.sliced(i, std::min(tasksOfAChannel, fresh.size() - i));
        const auto pattern = ChannelPattern::parse(
            RecordWatcherName::encode("default", u"task"_s, u"sys_idIN"_s + some.join(u',')));
        if (pattern)
            m_monitor.subscribe(*pattern);
    }
}

} // namespace amb
