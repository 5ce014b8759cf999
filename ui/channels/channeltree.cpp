// SPDX-License-Identifier: MIT
#include "ui/channels/channeltree.h"

#include "core/oneline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestShown = 300;
constexpr int fewRefusals = 3;

QString channelsText(qsizetype count)
{
    return count == 1 ? ChannelTree::tr("1 channel")
                      : ChannelTree::tr("%1 channels").arg(numberText(count));
}

} // namespace

/// A segment, a subscription, or both.
struct ChannelTree::Node
{
    QString text; ///< of a segment: one or several joined by `/`
    QString path;
    int channel = -1; ///< row of ChannelModel
    Node *parent = nullptr;
    int row = 0;
    bool hasFavourite = false;
    QList<int> below; ///< rows of ChannelModel: its own and those of all children
    std::vector<std::unique_ptr<Node>> children;

    Node *child(const QString &segment) const
    {
        for (const auto &child : children) {
            if (child->text == segment)
                return child.get();
        }
        return nullptr;
    }

    Node *add(const QString &segment)
    {
        children.push_back(std::make_unique<Node>());
        Node *node = children.back().get();
        node->text = segment;
        node->path = path + u'/' + segment;
        node->parent = this;
        return node;
    }

    /// Segments without a subscription and with one child only become one with it.
    void join()
    {
        for (const auto &child : children)
            child->join();
        if (parent == nullptr || channel >= 0 || children.size() != 1)
            return;
        const std::unique_ptr<Node> only = std::move(children.front());
        text += u'/' + only->text;
        path = only->path;
        channel = only->channel;
        children = std::move(only->children);
        for (const auto &child : children)
            child->parent = this;
    }

    /// Brings favourites to the front and numbers all.
    void settle(const QList<bool> &favourites)
    {
        below.clear();
        hasFavourite = channel >= 0 && favourites.at(channel);
        if (channel >= 0)
            below.append(channel);
        for (const auto &child : children) {
            child->settle(favourites);
            hasFavourite = hasFavourite || child->hasFavourite;
            below += child->below;
        }
        std::stable_partition(children.begin(), children.end(), [](const auto &child) {
            return child->hasFavourite;
        });
        for (size_t i = 0; i < children.size(); ++i)
            children[i]->row = int(i);
    }
};

ChannelTree::ChannelTree(ChannelModel &channels, ChannelHabits &habits, QObject *parent)
    : QAbstractItemModel(parent)
    , m_channels(channels)
    , m_habits(habits)
    , m_root(std::make_unique<Node>())
{
    // As one change, however many rows come and go.
    connect(&channels, &ChannelModel::subscriptionsAboutToChange, this, [this] {
        m_isChanging = true;
        beginResetModel();
    });
    connect(&channels, &ChannelModel::subscriptionsChanged, this, [this] {
        build();
        m_isChanging = false;
        endResetModel();
    });
    connect(&channels, &QAbstractItemModel::dataChanged, this, &ChannelTree::forward);
    connect(&habits, &ChannelHabits::changed, this, &ChannelTree::rebuild);
    build();
}

ChannelTree::~ChannelTree() = default;

void ChannelTree::setTree(bool isTree)
{
    if (isTree == m_isTree)
        return;
    m_isTree = isTree;
    rebuild();
}

void ChannelTree::setSearch(const QString &words)
{
    const QStringList search = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (search == m_search)
        return;
    m_search = search;
    rebuild();
}

void ChannelTree::rebuild()
{
    beginResetModel();
    build();
    endResetModel();
}

void ChannelTree::build()
{
    m_root = std::make_unique<Node>();
    QList<bool> favourites;
    for (int channel = 0; channel < m_channels.rowCount(); ++channel) {
        const QString name = m_channels.entry(channel).info.pattern.toString();
        favourites.append(m_habits.of(name).isFavourite);
        if (!isFound(channel))
            continue;
        if (m_isTree) {
            addToTree(channel, name);
        } else {
            Node *node = m_root->add(name);
            node->path = name;
            node->channel = channel;
        }
    }
    if (m_isTree)
        m_root->join();
    m_root->settle(favourites);
    m_nodes.assign(size_t(m_channels.rowCount()), nullptr);
    std::vector<Node *> open{m_root.get()};
    while (!open.empty()) {
        Node *node = open.back();
        open.pop_back();
        if (node->channel >= 0)
            m_nodes[size_t(node->channel)] = node;
        for (const auto &child : node->children)
            open.push_back(child.get());
    }
}

void ChannelTree::addToTree(int channel, const QString &name)
{
    Node *node = m_root.get();
    const QStringList segments = name.split(u'/', Qt::SkipEmptyParts);
    for (const QString &segment : segments) {
        Node *next = node->child(segment);
        node = next != nullptr ? next : node->add(segment);
    }
    node->channel = channel;
}

void ChannelTree::forward(const QModelIndex &first, const QModelIndex &last)
{
    if (m_isChanging)
        return;
    for (int channel = first.row(); channel <= last.row(); ++channel) {
        if (size_t(channel) >= m_nodes.size())
            return;
        for (const Node *node = m_nodes[size_t(channel)];
             node != nullptr && node->parent != nullptr;
             node = node->parent)
            emit dataChanged(indexOfNode(*node, 0), indexOfNode(*node, ColumnCount - 1));
    }
}

bool ChannelTree::isFound(int channel) const
{
    const ChannelModel::Entry &entry = m_channels.entry(channel);
    const QString name = entry.info.pattern.toString();
    const QString said = name + u'\n' + entry.title + u'\n' + m_habits.of(name).alias;
    return std::all_of(m_search.cbegin(), m_search.cend(), [&said](const QString &word) {
        return said.contains(word, Qt::CaseInsensitive);
    });
}

ChannelTree::Item ChannelTree::item(const QModelIndex &index) const
{
    const Node &node = nodeOf(index);
    Item item;
    item.totals = m_channels.totals(node.below);
    if (node.channel < 0) {
        item.title = oneLine(u'/' + node.text, longestShown);
        item.detail = segmentDetail(node, item.totals);
        return item;
    }
    item.entry = &m_channels.entry(node.channel);
    const QString name = item.entry->info.pattern.toString();
    item.habit = m_habits.of(name);
    const bool isInWords = item.entry->title != oneLine(name, longestShown);
    if (!item.habit.alias.isEmpty())
        item.title = item.habit.alias;
    else if (m_isTree && !isInWords)
        item.title = oneLine(u'/' + node.text, longestShown);
    else
        item.title = item.entry->title;
    item.detail = ChannelModel::detail(*item.entry);
    QStringList before;
    if (item.habit.isSolo)
        before.append(tr("Solo"));
    if (item.habit.isMuted)
        before.append(tr("Muted"));
    if (!before.isEmpty())
        item.detail = before.join(u" · "_s) + u" · "_s + item.detail;
    if (!node.children.empty())
        item.detail += u" · "_s + tr("%1 below").arg(channelsText(node.below.size() - 1));
    return item;
}

bool ChannelTree::isRefused(const QModelIndex &index) const
{
    const auto channel = channelRow(index);
    return channel && m_channels.entry(*channel).info.state == SubscriptionState::Refused;
}

bool ChannelTree::hasManyRefusals() const
{
    int refused = 0;
    for (int row = 0; row < m_channels.rowCount() && refused <= fewRefusals; ++row) {
        if (m_channels.entry(row).info.state == SubscriptionState::Refused)
            ++refused;
    }
    return refused > fewRefusals;
}

QList<double> ChannelTree::course(const QModelIndex &index) const
{
    const Node &node = nodeOf(index);
    return node.channel < 0 ? QList<double>() : m_channels.entry(node.channel).course;
}

QString ChannelTree::segmentDetail(const Node &node, const ChannelModel::Totals &totals) const
{
    QString text = channelsText(node.below.size());
    const auto refused = std::count_if(node.below.cbegin(), node.below.cend(), [this](int channel) {
        return m_channels.entry(channel).info.state == SubscriptionState::Refused;
    });
    const auto muted = std::count_if(node.below.cbegin(), node.below.cend(), [this](int channel) {
        return m_habits.of(m_channels.entry(channel).info.pattern.toString()).isMuted;
    });
    if (refused > 0)
        text += u" · "_s + tr("%1 refused").arg(numberText(refused));
    if (muted > 0)
        text += u" · "_s + tr("%1 muted").arg(numberText(muted));
    if (totals.perSecond > 0)
        text += u" · "_s + tr("%1/s").arg(rateText(totals.perSecond));
    if (totals.last)
        text += u" · "_s + tr("last %1").arg(clockText(*totals.last).left(8));
    return text;
}

QString ChannelTree::toolTip(const QModelIndex &index, const Item &item) const
{
    const Node &node = nodeOf(index);
    QStringList lines;
    if (node.channel < 0) {
        lines.append(node.path.left(longestShown * 2));
        lines.append(item.detail);
    } else {
        if (!item.habit.alias.isEmpty())
            lines.append(item.habit.alias);
        if (item.entry->title != item.entry->info.pattern.toString())
            lines.append(item.entry->title);
        lines.append(item.entry->info.pattern.toString().left(longestShown * 2));
        lines.append(item.detail);
        lines.append(m_channels.sayQuiet(node.channel, now()).word);
        lines.append(m_channels.quietFacts(node.channel, now()));
    }
    lines.append(
        tr("Messages: %1 (%2)").arg(numberText(item.totals.messages), sizeText(item.totals.bytes)));
    if (item.habit.isMuted)
        lines.append(tr("Muted: recorded, but not shown in the message list."));
    if (item.habit.silence.count() > 0)
        lines.append(tr("A silence of %1 is told.").arg(durationText(item.habit.silence)));
    return toolTipText(lines.join(u'\n'));
}

QList<ChannelPattern> ChannelTree::patterns(const QModelIndex &index) const
{
    QList<ChannelPattern> patterns;
    if (!index.isValid())
        return patterns;
    const Node &node = nodeOf(index);
    const QList<int> rows = node.channel >= 0 ? QList<int>{node.channel} : node.below;
    for (const int channel : rows)
        patterns.append(m_channels.entry(channel).info.pattern);
    return patterns;
}

std::optional<int> ChannelTree::channelRow(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).channel < 0)
        return {};
    return nodeOf(index).channel;
}

QString ChannelTree::key(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index).path : QString();
}

QModelIndex ChannelTree::indexOf(const QString &key) const
{
    std::vector<const Node *> open{m_root.get()};
    while (!open.empty()) {
        const Node *node = open.back();
        open.pop_back();
        if (node->parent != nullptr && node->path == key)
            return indexOfNode(*node, 0);
        for (const auto &child : node->children)
            open.push_back(child.get());
    }
    return {};
}

QModelIndex ChannelTree::indexOf(const ChannelPattern &pattern) const
{
    for (const Node *node : m_nodes) {
        if (node != nullptr && m_channels.entry(node->channel).info.pattern == pattern)
            return indexOfNode(*node, 0);
    }
    return {};
}

const ChannelTree::Node &ChannelTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const Node *>(index.internalPointer()) : *m_root;
}

QModelIndex ChannelTree::indexOfNode(const Node &node, int column) const
{
    return createIndex(node.row, column, &node);
}

QModelIndex ChannelTree::index(int row, int column, const QModelIndex &parent) const
{
    const Node &node = nodeOf(parent);
    const bool isInside = row >= 0 && size_t(row) < node.children.size() && column >= 0
        && column < ColumnCount && parent.column() <= 0;
    return isInside ? indexOfNode(*node.children[size_t(row)], column) : QModelIndex();
}

QModelIndex ChannelTree::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? nodeOf(index).parent : nullptr;
    if (above == nullptr || above->parent == nullptr)
        return {};
    return indexOfNode(*above, 0);
}

int ChannelTree::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent).children.size());
}

int ChannelTree::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant ChannelTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const Item shown = item(index);
    if (role == Qt::ToolTipRole)
        return toolTip(index, shown);
    switch (index.column()) {
    case NameColumn: {
        if (role == Qt::DisplayRole)
            return shown.title;
        const QString favourite = shown.habit.isFavourite ? tr("favourite") + u", "_s : QString();
        const bool isRefused =
            shown.entry != nullptr && shown.entry->info.state == SubscriptionState::Refused;
        const QString state =
            isRefused ? saySubscription(SubscriptionState::Refused).word + u": "_s : QString();
        return tr("%1. %2. %3 messages.")
            .arg(favourite + shown.title, state + shown.detail, numberText(shown.totals.messages));
    }
    case RateColumn:
        return shown.totals.perSecond > 0 ? tr("%1/s").arg(rateText(shown.totals.perSecond))
                                          : QString();
    case MessagesColumn:
        return numberText(shown.totals.messages);
    case BytesColumn:
        return shown.totals.messages > 0 ? sizeText(shown.totals.bytes) : QString();
    case LastColumn:
        return shown.totals.last ? clockText(*shown.totals.last).left(8) : QString();
    default:
        return {};
    }
}

QVariant ChannelTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Channel");
    case RateColumn:
        return tr("Rate");
    case MessagesColumn:
        return tr("Messages");
    case BytesColumn:
        return tr("Size");
    case LastColumn:
        return tr("Last");
    case CourseColumn:
        return tr("Last minute");
    default:
        return {};
    }
}

} // namespace amb
