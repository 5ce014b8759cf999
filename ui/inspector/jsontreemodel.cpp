// SPDX-License-Identifier: MIT
#include "ui/inspector/jsontreemodel.h"

#include "core/decode/valuemeaning.h"
#include "core/oneline.h"
#include "ui/widgets/wording.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More characters than fit in a line of any window.
constexpr qsizetype shownCharacters = 400;
/// Levels that are opened for what is looked for; each reads what is below it.
constexpr int deepestFound = 300;
constexpr qsizetype explainedCharacters = 8000;
/// Members of one container that are shown; the rest is counted in a last row.
constexpr int shownMembers = 20'000;

/// One line: a line break would be drawn as one, or not at all.
QString inLine(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\n', QChar(0x21b5));
    text.replace(u'\r', QChar(0x21b5));
    text.replace(u'\t', QChar(0x21e5));
    return visibleText(text);
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void JsonTreeModel::setJson(const QByteArray &json)
{
    beginResetModel();
    m_json = json;
    m_hits.clear();
    m_nodes.clear();
    m_error = checkJson(m_json);
    if (!m_error) {
        Node root;
        root.member.value = outermostJson(m_json);
        root.isFetched = true;
        m_nodes.append(root);
        QList<Node> children;
        if (root.member.value.isContainer())
            children = readChildren(0);
        else
            children.append(root);
        m_nodes[0].firstChild = 1;
        m_nodes[0].childCount = int(children.size());
        m_nodes += children;
    }
    endResetModel();
}

void JsonTreeModel::setValueFont(const QFont &font)
{
    m_valueFont = font;
}

QByteArray JsonTreeModel::rawValue(const QModelIndex &index) const
{
    return index.isValid() ? bytes(m_nodes[nodeOf(index)].member.value).toByteArray()
                           : QByteArray();
}

QByteArray JsonTreeModel::rawMember(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const JsonMember &member = m_nodes[nodeOf(index)].member;
    return member.nameEnd > member.nameBegin
        ? bytes({member.nameBegin, member.value.end, JsonType::Literal}).toByteArray()
        : QByteArray();
}

QString JsonTreeModel::valueText(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const JsonValue &value = m_nodes[nodeOf(index)].member.value;
    return value.type == JsonType::String ? jsonStringText(bytes(value))
                                          : QString::fromUtf8(bytes(value));
}

QString JsonTreeModel::path(const QModelIndex &index) const
{
    static const QRegularExpression plainName(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (!index.isValid() || !m_nodes[0].member.value.isContainer())
        return u"."_s;
    QString path;
    for (int at = nodeOf(index); at != 0; at = m_nodes[at].parent) {
        const JsonMember &member = m_nodes[at].member;
        const JsonValue name{member.nameBegin, member.nameEnd, JsonType::String};
        if (m_nodes[m_nodes[at].parent].member.value.type == JsonType::Array)
            path.prepend(u"[%1]"_s.arg(m_nodes[at].row));
        else if (const QString text = jsonStringText(bytes(name)); plainName.match(text).hasMatch())
            path.prepend(u'.' + text);
        else
            path.prepend(u'[' + QString::fromUtf8(bytes(name)) + u']');
    }
    return path.startsWith(u'[') ? u'.' + path : path;
}

QModelIndex JsonTreeModel::indexAt(qsizetype offset)
{
    QModelIndex at;
    for (int level = 0; level < deepestFound && !m_nodes.isEmpty(); ++level) {
        if (canFetchMore(at))
            fetchMore(at);
        const Node parent = m_nodes.at(nodeOf(at));
        const auto first = m_nodes.cbegin() + parent.firstChild;
        auto end = first + parent.childCount;
        if (first == end)
            break;
        const bool isCut = (end - 1)->left > 0;
        if (isCut)
            --end;
        const auto behind =
            std::upper_bound(first, end, offset, [](qsizetype wanted, const Node &node) {
                return wanted < node.member.value.begin;
            });
        if (behind == first)
            break;
        const JsonValue &value = (behind - 1)->member.value;
        if (offset >= value.end)
            return isCut ? index(parent.childCount - 1, 0, at) : at;
        at = index(int(behind - 1 - first), 0, at);
        if (value.begin == offset)
            break;
    }
    return at;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_nodes[nodeOf(parent)].firstChild) + quintptr(row));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const int parent = child.isValid() ? m_nodes[nodeOf(child)].parent : 0;
    return parent == 0 ? QModelIndex() : createIndex(m_nodes[parent].row, 0, quintptr(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (m_nodes.isEmpty() || parent.column() > 0)
        return 0;
    return m_nodes[nodeOf(parent)].childCount;
}

int JsonTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (m_nodes.isEmpty() || parent.column() > 0)
        return false;
    const Node &node = m_nodes[nodeOf(parent)];
    if (node.isFetched || !node.member.value.isContainer())
        return node.childCount > 0;
    return !isEmpty(node.member.value);
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && !m_nodes[nodeOf(parent)].isFetched && hasChildren(parent);
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int at = nodeOf(parent);
    const QList<Node> children = readChildren(at);
    m_nodes[at].isFetched = true;
    beginInsertRows(parent, 0, int(children.size()) - 1);
    m_nodes[at].firstChild = int(m_nodes.size());
    m_nodes[at].childCount = int(children.size());
    m_nodes += children;
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[nodeOf(index)];
    if (role == Qt::DisplayRole)
        return index.column() == NameColumn ? nameText(node) : shortValue(node);
    if (role == Qt::FontRole && node.left == 0)
        return font(node, index.column());
    if (role == Qt::ToolTipRole && index.column() == ValueColumn && node.left == 0)
        return toolTipText(toolTip(index, node));
    return {};
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

int JsonTreeModel::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? int(index.internalId()) : 0;
}

/// Where it is, what it is, and what that means.
QString JsonTreeModel::toolTip(const QModelIndex &index, const Node &node) const
{
    QString text = visibleText(path(index)) + u'\n' + shortValue(node);
    if (node.member.value.isContainer())
        return text;
    const QString value = node.member.value.type == JsonType::String
        ? jsonStringText(bytes(node.member.value), explainedCharacters)
        : QString::fromUtf8(bytes(node.member.value)
                                .first(std::min(node.member.value.end - node.member.value.begin,
                                                explainedCharacters)));
    if (const QString meaning = explanationText(value); !meaning.isEmpty())
        text += u'\n' + meaning;
    return text;
}

QVariant JsonTreeModel::font(const Node &node, int column) const
{
    const bool isHit = std::binary_search(m_hits.cbegin(), m_hits.cend(), node.member.value.begin);
    const bool isValue = column == ValueColumn && !node.member.value.isContainer();
    if (!isHit)
        return isValue ? QVariant(m_valueFont) : QVariant();
    QFont bold = isValue ? m_valueFont : QFont();
    bold.setBold(true);
    return bold;
}

/// Does not go through what is in a container.
bool JsonTreeModel::isEmpty(const JsonValue &container) const
{
    const QByteArrayView inside = bytes(container);
    return inside.sliced(1, inside.size() - 2).trimmed().isEmpty();
}

QByteArrayView JsonTreeModel::bytes(const JsonValue &value) const
{
    return QByteArrayView(m_json).sliced(value.begin, value.end - value.begin);
}

QString JsonTreeModel::nameText(const Node &node) const
{
    if (node.left > 0)
        return u"…"_s;
    const JsonMember &member = node.member;
    if (member.nameEnd > member.nameBegin)
        return inLine(jsonStringText(bytes({member.nameBegin, member.nameEnd, JsonType::String}),
                                     shownCharacters));
    return m_nodes[0].member.value.isContainer() ? u"[%1]"_s.arg(node.row) : QString();
}

QString JsonTreeModel::shortValue(const Node &node) const
{
    if (node.left > 0)
        return tr("%1 more, see Raw").arg(numberText(node.left));
    const JsonValue &value = node.member.value;
    if (value.type == JsonType::Object)
        return u"{ %1 }"_s.arg(numberText(memberCount(node)));
    if (value.type == JsonType::Array)
        return u"[ %1 ]"_s.arg(numberText(memberCount(node)));
    if (value.type != JsonType::String)
        return QString::fromUtf8(
            bytes(value).first(std::min(value.end - value.begin, shownCharacters)));
    QString text = jsonStringText(bytes(value), shownCharacters + 1);
    const bool isCut = text.size() > shownCharacters;
    text.truncate(shownCharacters);
    text = u'"' + inLine(text) + u'"';
    if (isCut)
        text += u" … "_s + sizeText(value.end - value.begin - 2);
    return text;
}

qint64 JsonTreeModel::memberCount(const Node &node) const
{
    if (node.members < 0) {
        node.members = 0;
        for (JsonMembers members(m_json, node.member.value); members.next();)
            ++node.members;
    }
    return node.members;
}

QList<JsonTreeModel::Node> JsonTreeModel::readChildren(int node) const
{
    QList<Node> children;
    JsonMembers members(m_json, m_nodes[node].member.value);
    while (const auto member = members.next()) {
        Node child;
        child.parent = node;
        child.row = int(children.size());
        if (child.row == shownMembers) {
            child.isFetched = true;
            child.left = int(memberCount(m_nodes[node])) - shownMembers;
            children.append(child);
            break;
        }
        child.member = *member;
        children.append(child);
    }
    return children;
}

} // namespace amb
