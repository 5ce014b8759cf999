// SPDX-License-Identifier: MIT
#include "ui/channeldelegate.h"

#include "ui/wording.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int margin = 8;
constexpr int padding = 5;
constexpr int gap = 6;
constexpr int mostRefusalLines = 8;

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
int detailWidth(const QStyleOptionViewItem &option)
{
    int width = option.rect.width();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        width = view->viewport()->width();
    return width - 2 * margin - signSide(option) - gap;
}

bool isRefused(const ChannelModel::Entry &entry)
{
    return entry.info.state == SubscriptionState::Refused;
}

QString refusalText(const ChannelModel::Entry &entry)
{
    QString text = saySubscription(entry.info.state).word + u": "_s + ChannelModel::detail(entry);
    return text.replace(u'\n', QChar(QChar::LineSeparator));
}

/// Breaks text into lines at words, or anywhere in a word that is wider than the room, up to the
/// most lines that a row may have.
void breakLines(QTextLayout &layout, int width)
{
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    qreal y = 0;
    while (layout.lineCount() < mostRefusalLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
}

int detailHeight(const QStyleOptionViewItem &option, const ChannelModel::Entry &entry)
{
    if (!isRefused(entry))
        return option.fontMetrics.lineSpacing();
    const int width = detailWidth(option);
    QTextLayout layout(ChannelDelegate::fitted(refusalText(entry), option.font, width),
                       option.font);
    breakLines(layout, width);
    return int(std::ceil(layout.boundingRect().height()));
}

} // namespace

ChannelDelegate::ChannelDelegate(const ChannelModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{ }

QString ChannelDelegate::fitted(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    breakLines(layout, width);
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
    const ChannelModel::Entry &entry = m_model.entry(index.row());
    const bool isSelected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group =
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    if (isSelected)
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));
    const auto color = [&](Tone tone) {
        return isSelected ? option.palette.color(group, QPalette::HighlightedText)
                          : toneColor(tone, option.palette);
    };

    const int side = signSide(option);
    const Saying state = saySubscription(entry.info.state);
    const QFont font = nameFont(option);
    const QFontMetrics nameMetrics(font);
    QRect rect = option.rect.adjusted(margin, padding, -margin, -padding);
    QRect top(rect.left(), rect.top(), rect.width(), nameMetrics.height());
    paintGlyph(*painter,
               QRect(top.left(), top.center().y() - side / 2, side, side),
               state.glyph,
               color(state.tone));
    top.setLeft(top.left() + side + gap);

    painter->setFont(font);
    if (!isRefused(entry)) {
        const QString count = numberText(entry.messages);
        painter->setPen(color(entry.messages > 0 ? Tone::Plain : Tone::Quiet));
        painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, count);
        top.setRight(top.right() - nameMetrics.horizontalAdvance(count) - gap);
    }
    painter->setPen(color(Tone::Plain));
    painter->drawText(top,
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      nameMetrics.elidedText(entry.title, Qt::ElideMiddle, top.width()));

    const QRect below(top.left(),
                      top.bottom() + 3,
                      rect.right() - top.left() + 1,
                      rect.bottom() - top.bottom() - 2);
    painter->setFont(option.font);
    if (isRefused(entry)) {
        const int width = detailWidth(option);
        QTextLayout layout(fitted(refusalText(entry), option.font, width), option.font);
        breakLines(layout, width);
        layout.draw(painter, below.topLeft());
        return;
    }
    painter->setPen(color(Tone::Quiet));
    painter->drawText(
        below,
        Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
        option.fontMetrics.elidedText(ChannelModel::detail(entry), Qt::ElideRight, below.width()));
}

QSize ChannelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ChannelModel::Entry &entry = m_model.entry(index.row());
    const int name = QFontMetrics(nameFont(option)).height();
    return {120, 2 * padding + name + 2 + detailHeight(option, entry)};
}

} // namespace amb
