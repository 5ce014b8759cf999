// SPDX-License-Identifier: MIT
#include "ui/channels/discovermodel.h"

#include "ui/widgets/wording.h"

using namespace Qt::StringLiterals;

namespace amb {

DiscoverModel::DiscoverModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void DiscoverModel::setChannels(const QList<DiscoveredChannel> &channels)
{
    if (channels == m_channels)
        return; // the selection stays
    beginResetModel();
    m_channels = channels;
    endResetModel();
}

void DiscoverModel::setSubscriptions(const QList<SubscriptionInfo> &subscriptions)
{
    m_subscriptions.clear();
    for (const SubscriptionInfo &info : subscriptions)
        m_subscriptions.insert(info.pattern.bytes(), info);
    if (!m_channels.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::optional<SubscriptionInfo> DiscoverModel::subscription(const QByteArray &channel) const
{
    const auto found = m_subscriptions.constFind(channel);
    return found == m_subscriptions.constEnd() ? std::nullopt : std::optional(*found);
}

int DiscoverModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_channels.size());
}

int DiscoverModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiscoverModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DiscoveredChannel &channel = m_channels[index.row()];
    const auto info = subscription(channel.channel);
    switch (role) {
    case Qt::DisplayRole:
        return text(channel, index.column());
    case Qt::ToolTipRole:
        return toolTip(channel);
    case Qt::DecorationRole:
        if (index.column() == StateColumn && info) {
            const Saying saying = saySubscription(info->state);
            return glyphIcon(saying.glyph, saying.tone);
        }
        return {};
    case Qt::ForegroundRole:
        if (!channel.isActive)
            return QVariant::fromValue(toneColor(Tone::Quiet, currentPalette()));
        return {};
    default:
        return {};
    }
}

QVariant DiscoverModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ChannelColumn:
        return tr("Channel");
    case FamilyColumn:
        return tr("Kind");
    case StateColumn:
        return tr("State");
    case ListenersColumn:
        return tr("Listening");
    case WordsColumn:
        return tr("Description");
    default:
        return {};
    }
}

QString DiscoverModel::text(const DiscoveredChannel &channel, int column) const
{
    switch (column) {
    case ChannelColumn:
        return QString::fromUtf8(channel.channel);
    case FamilyColumn:
        return channel.family.name;
    case StateColumn:
        return stateText(channel);
    case ListenersColumn:
        return channel.users.join(u", "_s);
    case WordsColumn:
        return channel.words.isEmpty() ? channel.name : channel.words;
    default:
        return {};
    }
}

QString DiscoverModel::stateText(const DiscoveredChannel &channel) const
{
    if (const auto info = subscription(channel.channel))
        return saySubscription(info->state).word;
    if (!channel.isActive)
        return tr("Not active");
    return channel.isPublic ? tr("Public") : QString();
}

QString DiscoverModel::toolTip(const DiscoveredChannel &channel) const
{
    QStringList lines{QString::fromUtf8(channel.channel), channel.family.purpose};
    if (!channel.name.isEmpty())
        lines += tr("Served by %1").arg(channel.name);
    if (!channel.words.isEmpty())
        lines += channel.words;
    if (channel.isPublic)
        lines += tr("Public: also for those who are not signed in");
    if (!channel.users.isEmpty())
        lines += tr("Listening: %1").arg(channel.users.join(u", "_s));
    const auto info = subscription(channel.channel);
    if (info && info->state == SubscriptionState::Refused)
        lines += tr("Refused: %1").arg(info->refusal + u' ' + info->explanation);
    return toolTipText(lines.join(u'\n'));
}

} // namespace amb
