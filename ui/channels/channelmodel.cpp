// SPDX-License-Identifier: MIT
#include "ui/channels/channelmodel.h"

#include "core/capture/capturestore.h"
#include "ui/channels/channeltitle.h"
#include "ui/channels/quietwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr double busyRate = 10; ///< messages a second

} // namespace

ChannelModel::ChannelModel(const CaptureStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    takeCounts();
}

void ChannelModel::setSubscriptions(const QList<SubscriptionInfo> &subscriptions)
{
    const auto samePlace = [](const Channels &row, const SubscriptionInfo &info) {
        return row.entry.info.pattern == info.pattern;
    };
    const bool areOthers = !std::equal(
        m_rows.cbegin(), m_rows.cend(), subscriptions.cbegin(), subscriptions.cend(), samePlace);
    if (areOthers)
        emit subscriptionsAboutToChange();
    placeRows(subscriptions);
    if (areOthers)
        emit subscriptionsChanged();
}

void ChannelModel::placeRows(const QList<SubscriptionInfo> &subscriptions)
{
    removeMissing(subscriptions);
    for (qsizetype i = 0; i < subscriptions.size(); ++i) {
        const SubscriptionInfo &info = subscriptions[i];
        const auto samePattern = [&info](const Channels &row) {
            return row.entry.info.pattern == info.pattern;
        };
        const auto found = std::find_if(m_rows.cbegin() + i, m_rows.cend(), samePattern);
        const int at = int(found - m_rows.cbegin());
        if (found == m_rows.cend()) {
            Channels row;
            row.entry.info = info;
            row.entry.title = channelTitle(info.pattern.toString());
            match(row);
            static_cast<Totals &>(row.entry) = totals(row.matching);
            beginInsertRows({}, int(i), int(i));
            m_rows.insert(i, row);
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, int(i));
            m_rows.move(at, i);
            endMoveRows();
        }
        if (m_rows[i].entry.info != info) {
            m_rows[i].entry.info = info;
            emit dataChanged(index(int(i)), index(int(i)));
        }
    }
}

void ChannelModel::sample(std::chrono::microseconds sinceLast)
{
    const double seconds = std::chrono::duration<double>(sinceLast).count();
    const QList<qint64> before = m_counts;
    takeCounts();
    m_rates.resize(m_counts.size());
    for (qsizetype id = 0; id < m_counts.size(); ++id) {
        const qint64 fresh = m_counts.at(id) - before.value(id);
        m_rates[id] = seconds > 0 ? double(fresh) / seconds : 0;
    }
    for (int i = 0; i < int(m_rows.size()); ++i) {
        Channels &row = m_rows[i];
        const Totals old = row.entry;
        match(row);
        static_cast<Totals &>(row.entry) = totals(row.matching);
        QList<double> &course = row.entry.course;
        const bool wasBusy =
            std::any_of(course.cbegin(), course.cend(), [](double rate) { return rate > 0; });
        if (!course.isEmpty() || row.entry.perSecond > 0)
            course.append(row.entry.perSecond);
        if (course.size() > courseSize())
            course.removeFirst();
        // The course moves on as long as there is anything in it.
        if (row.entry.messages != old.messages || row.entry.perSecond > 0 || old.perSecond > 0
            || wasBusy)
            emit dataChanged(index(i), index(i));
    }
    emit sampled();
}

ChannelModel::Totals ChannelModel::totals(const QList<int> &rows) const
{
    if (rows.size() == 1)
        return m_rows.at(rows.constFirst()).entry;
    QList<ChannelId> channels;
    for (const int row : rows)
        channels += m_rows.at(row).matching;
    std::sort(channels.begin(), channels.end());
    channels.erase(std::unique(channels.begin(), channels.end()), channels.end());
    return totals(channels);
}

ChannelModel::Totals ChannelModel::totals(const QList<ChannelId> &channels) const
{
    Totals sum;
    for (const ChannelId id : channels) {
        const ChannelStats stats = m_store.channelStats(id);
        sum.messages += stats.messages;
        sum.bytes += stats.bytes;
        sum.perSecond += m_rates.value(qsizetype(id));
        if (stats.last && (!sum.last || *stats.last > *sum.last))
            sum.last = stats.last;
    }
    return sum;
}

Saying ChannelModel::sayQuiet(std::optional<int> row, Timestamp time) const
{
    if (!row)
        return sayQuietConnection(m_connection, lastMessage(), time);
    const Entry &shown = entry(*row);
    return sayQuietChannel(shown.info, shown.last, m_connection, time);
}

QString ChannelModel::quietFacts(std::optional<int> row, Timestamp time) const
{
    if (!row)
        return amb::quietFacts(nullptr, lastMessage(), m_connection, time);
    const Entry &shown = entry(*row);
    return amb::quietFacts(&shown.info, shown.last, m_connection, time);
}

/// On any channel.
std::optional<Timestamp> ChannelModel::lastMessage() const
{
    std::optional<Timestamp> last;
    for (quint32 id = 0; id < m_store.channelCount(); ++id) {
        const ChannelStats stats = m_store.channelStats(ChannelId(id));
        if (stats.last && (!last || *stats.last > *last))
            last = stats.last;
    }
    return last;
}

std::optional<ChannelPattern> ChannelModel::nextRefused(int row) const
{
    for (int step = 1; step <= rowCount(); ++step) {
        const SubscriptionInfo &info = m_rows.at((row + step) % rowCount()).entry.info;
        if (info.state == SubscriptionState::Refused)
            return info.pattern;
    }
    return {};
}

QString ChannelModel::detail(const Entry &entry)
{
    const SubscriptionInfo &info = entry.info;
    if (info.state == SubscriptionState::Refused) {
        QString text =
            info.refusal.isEmpty() ? tr("The server refused it without a reason.") : info.refusal;
        if (!info.explanation.isEmpty())
            text += u'\n' + info.explanation;
        return text;
    }
    // Waiting for something else than the connection, in the session's words.
    const bool isPutOff = info.state == SubscriptionState::Waiting && !info.explanation.isEmpty();
    QString text = isPutOff ? info.explanation : saySubscription(info.state).word;
    if (entry.last) {
        // A few messages a second come and go: the course says it, and the words stay.
        text += u" · "_s
            + (entry.perSecond >= busyRate ? tr("%1/s").arg(rateText(entry.perSecond))
                                           : tr("last %1").arg(clockText(*entry.last).left(8)));
    } else if (info.state == SubscriptionState::Subscribed) {
        text += u" · "_s + tr("quiet so far");
    }
    return text;
}

int ChannelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ChannelModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_rows[index.row()].entry;
    const QString name = entry.info.pattern.toString();
    if (role == Qt::DisplayRole)
        return entry.title;
    const QString state = saySubscription(entry.info.state).word;
    const bool isRefused = entry.info.state == SubscriptionState::Refused;
    const QString detailed = isRefused ? state + u": "_s + detail(entry) : detail(entry);
    if (role == Qt::ToolTipRole)
        return toolTipText(name + u'\n' + detailed + u'\n' + sayQuiet(index.row(), now()).word);
    if (role == Qt::AccessibleTextRole)
        return tr("%1. %2. %3 messages.").arg(entry.title, detailed, numberText(entry.messages));
    return {};
}

void ChannelModel::takeCounts()
{
    m_counts.resize(m_store.channelCount());
    for (qsizetype id = 0; id < m_counts.size(); ++id)
        m_counts[id] = m_store.channelStats(ChannelId(quint32(id))).messages;
}

/// Looks at the channels that came since.
void ChannelModel::match(Channels &row) const
{
    const quint32 known = m_store.channelCount();
    for (; row.looked < known; ++row.looked) {
        const ChannelId id{row.looked};
        if (row.entry.info.pattern.matches(m_store.channelName(id)))
            row.matching.append(id);
    }
}

void ChannelModel::removeMissing(const QList<SubscriptionInfo> &subscriptions)
{
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        const ChannelPattern &pattern = m_rows[i].entry.info.pattern;
        const bool isKept = std::any_of(
            subscriptions.cbegin(), subscriptions.cend(), [&pattern](const SubscriptionInfo &info) {
                return info.pattern == pattern;
            });
        if (isKept)
            continue;
        beginRemoveRows({}, int(i), int(i));
        m_rows.removeAt(i);
        endRemoveRows();
    }
}

} // namespace amb
