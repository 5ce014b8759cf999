// SPDX-License-Identifier: MIT
#include "ui/channels/channeldelegate.h"

#include "ui/channels/channeltree.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/wording.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int margin = 8;
constexpr int padding = 5;
constexpr int gap = 6;
constexpr int refusalLines = 12;
constexpr int refusalLinesOfMany = 3;
constexpr int colourWidth = 4;
constexpr qsizetype leastCourse = 20;
constexpr qsizetype courseSize = ChannelModel::courseSize();

QFont nameFont(const QStyleOptionViewItem &option)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(option.font.pointSizeF());
    return font;
}

int signSide(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() - 2;
}

/// Width for the words below the name.
int detailWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    int width = option.rect.width();
    if (const auto *view = qobject_cast<const QTreeView *>(option.widget)) {
        int depth = view->rootIsDecorated() ? 1 : 0;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        width = view->columnWidth(ChannelTree::NameColumn) - depth * view->indentation();
    }
    return width - 2 * margin - signSide(option) - gap;
}

bool isShown(const QStyleOptionViewItem &option, ChannelTree::Column column)
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    return view != nullptr && !view->isColumnHidden(column);
}

bool isRefused(const ChannelTree::Item &item)
{
    return item.entry != nullptr && item.entry->info.state == SubscriptionState::Refused;
}

QString refusalText(const ChannelTree::Item &item)
{
    QString text = saySubscription(SubscriptionState::Refused).word + u": "_s + item.detail;
    return text.replace(u'\n', QChar(QChar::LineSeparator));
}

/// Breaks text into lines at words, or anywhere in a word that is wider than
/// the room, up to the most lines that a row may have.
void breakLines(QTextLayout &layout, int width, int mostLines)
{
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    qreal y = 0;
    while (layout.lineCount() < mostLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
}

int refusalHeight(const QStyleOptionViewItem &option,
                  const QModelIndex &index,
                  const ChannelTree::Item &item,
                  int mostLines)
{
    const int width = detailWidth(option, index);
    QTextLayout layout(ChannelDelegate::fitted(refusalText(item), option.font, width, mostLines),
                       option.font);
    breakLines(layout, width, mostLines);
    return int(std::ceil(layout.boundingRect().height()));
}

/// What a row is drawn with.
struct Ink
{
    explicit Ink(const QStyleOptionViewItem &option)
        : palette(option.palette)
        , isSelected(option.state & QStyle::State_Selected)
        , group(option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive)
    { }

    [[nodiscard]] QColor color(Tone tone) const
    {
        return isSelected ? palette.color(group, QPalette::HighlightedText)
                          : toneColor(tone, palette);
    }

    const QPalette &palette;
    bool isSelected;
    QPalette::ColorGroup group;
};

} // namespace

ChannelDelegate::ChannelDelegate(const ChannelTree &tree, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_tree(tree)
{ }

/// Few tell their reasons in full; of many the rest is told on hover.
int ChannelDelegate::mostRefusalLines() const
{
    return m_tree.hasManyRefusals() ? refusalLinesOfMany : refusalLines;
}

QString ChannelDelegate::fitted(const QString &text, const QFont &font, int width, int mostLines)
{
    QTextLayout layout(text, font);
    breakLines(layout, width, mostLines);
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    if (!last.isValid() || last.textStart() + last.textLength() >= text.size())
        return text;
    QString rest = text.mid(last.textStart());
    rest.replace(QChar(QChar::LineSeparator), u' ');
    return text.left(last.textStart()) + QFontMetrics(font).elidedText(rest, Qt::ElideRight, width);
}

void ChannelDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Ink ink(option);
    if (ink.isSelected)
        painter->fillRect(option.rect, option.palette.brush(ink.group, QPalette::Highlight));
    if (index.column() == ChannelTree::NameColumn) {
        const ChannelTree::Item item = m_tree.item(index);
        const int below = paintName(*painter, option, index, item);
        paintDetail(*painter, option, index, item, below);
    } else {
        paintFigure(*painter, option, index);
    }
}

/// A figure of its own column, on the line of the name.
void ChannelDelegate::paintFigure(QPainter &painter,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Ink ink(option);
    const QFontMetrics metrics(nameFont(option));
    const QRect line(option.rect.left() + gap,
                     option.rect.top() + padding,
                     option.rect.width() - 2 * gap,
                     metrics.height());
    if (index.column() == ChannelTree::CourseColumn) {
        Sparkline::paint(painter, line, m_tree.course(index), courseSize, ink.color(Tone::Accent));
        return;
    }
    painter.setFont(option.font);
    painter.setPen(ink.color(Tone::Plain));
    painter.drawText(
        line,
        Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
}

/// The upper line; returns where it ends.
int ChannelDelegate::paintName(QPainter &painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index,
                               const ChannelTree::Item &item) const
{
    const Ink ink(option);
    const int side = signSide(option);
    // An alias and a watcher's condition are words, a channel's name is code.
    const QString name = index.data().toString();
    const QFont font = name.startsWith(u'/') ? nameFont(option) : option.font;
    const QFontMetrics metrics(nameFont(option));
    const QFontMetrics words(font);
    const QRect rect = option.rect.adjusted(margin, padding, -margin, -padding);
    QRect top(rect.left(), rect.top(), rect.width(), metrics.height());
    if (item.habit.colour.isValid())
        painter.fillRect(QRect(option.rect.left() + 1,
                               option.rect.top() + 2,
                               colourWidth,
                               option.rect.height() - 4),
                         item.habit.colour);
    const QRect sign(top.left(), top.center().y() - side / 2, side, side);
    if (item.entry != nullptr) {
        const Saying state = saySubscription(item.entry->info.state);
        paintGlyph(painter, sign, state.glyph, ink.color(state.tone));
    }
    if (item.entry != nullptr)
        top.setLeft(top.left() + side + gap);
    if (item.habit.isFavourite) {
        paintGlyph(painter, sign.translated(side + gap, 0), Glyph::Star, ink.color(Tone::Accent));
        top.setLeft(top.left() + side + gap);
    }
    painter.setFont(font);
    if (!isRefused(item) && !isShown(option, ChannelTree::MessagesColumn)) {
        const QString count = numberText(item.totals.messages);
        painter.setPen(ink.color(item.totals.messages > 0 ? Tone::Plain : Tone::Quiet));
        painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, count);
        top.setRight(top.right() - words.horizontalAdvance(count) - gap);
    }
    painter.setPen(ink.color(item.habit.isMuted ? Tone::Quiet : Tone::Plain));
    painter.drawText(top,
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     words.elidedText(name, Qt::ElideMiddle, top.width()));
    return top.bottom();
}

/// State and traffic, or the refusal, below the name.
void ChannelDelegate::paintDetail(QPainter &painter,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index,
                                  const ChannelTree::Item &item,
                                  int nameBottom) const
{
    const Ink ink(option);
    const int indent = item.entry != nullptr ? signSide(option) + gap : 0;
    QRect below = option.rect.adjusted(margin + indent, 0, -margin, -padding);
    below.setTop(nameBottom + 3);
    painter.setFont(option.font);
    painter.setPen(ink.color(isRefused(item) ? Tone::Plain : Tone::Quiet));
    if (isRefused(item)) {
        const int width = detailWidth(option, index);
        const int mostLines = mostRefusalLines();
        QTextLayout layout(fitted(refusalText(item), option.font, width, mostLines), option.font);
        breakLines(layout, width, mostLines);
        layout.draw(&painter, below.topLeft());
        return;
    }
    // Words first: the course gets what they leave, if that is enough to see anything.
    const QList<double> course = m_tree.course(index);
    const qsizetype room =
        below.width() - option.fontMetrics.horizontalAdvance(item.detail) - 2 * gap;
    const qsizetype bars = std::min(room, courseSize);
    if (!course.isEmpty() && !isShown(option, ChannelTree::CourseColumn) && bars >= leastCourse) {
        const int width = int(bars);
        const int height = option.fontMetrics.height() - 4;
        const QRect line(below.right() - width + 1, below.top() + 2, width, height);
        Sparkline::paint(painter,
                         line,
                         course.last(std::min(bars, course.size())),
                         bars,
                         ink.color(Tone::Accent));
        below.setRight(line.left() - gap);
    }
    painter.drawText(below,
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(item.detail, Qt::ElideRight, below.width()));
}

QSize ChannelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int name = QFontMetrics(nameFont(option)).height();
    if (index.column() != ChannelTree::NameColumn)
        return {60, 2 * padding + name};
    int below = option.fontMetrics.lineSpacing();
    if (m_tree.isRefused(index)) // what others count need not be known
        below = refusalHeight(option, index, m_tree.item(index), mostRefusalLines());
    return {120, 2 * padding + name + 2 + below};
}

} // namespace amb
