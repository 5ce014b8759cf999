// SPDX-License-Identifier: MIT
#include "ui/stories/transcriptdelegate.h"

#include "ui/stories/transcriptmodel.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/wording.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace amb {

namespace {

constexpr int margin = 8;
constexpr int gap = 3;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

/// The width that a view gives to its items; the option does not always have it yet.
int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

/// Between words, and inside those that are longer than a line. The height is returned.
int wrap(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return int(std::ceil(height));
}

QString shown(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

int timeWidth(const ChatLine &line, const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(clockText(line.time).left(8)) + margin;
}

/// What was said stands under its head; what happened stands beside its time.
int textWidth(const ChatLine &line, const QFontMetrics &metrics, int width)
{
    const int beside = line.kind == ChatLine::Kind::Said ? 0 : timeWidth(line, metrics);
    return std::max(1, width - 2 * margin - beside);
}

} // namespace

TranscriptDelegate::TranscriptDelegate(const TranscriptModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{ }

void TranscriptDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const ChatLine &line = m_model.line(index.row());
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, option.palette.highlight());
    const QColor text =
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? text : toneColor(Tone::Quiet, option.palette);
    const QString when = m_model.whenText(line).left(8);
    QRect area = option.rect.adjusted(margin, gap, -margin, -gap);
    painter->setFont(option.font);
    painter->setPen(quiet);
    painter->drawText(area, Qt::AlignRight | Qt::AlignTop, when);
    if (line.kind == ChatLine::Kind::Said) {
        const QFont bold = boldOf(option.font);
        const QFontMetrics metrics(bold);
        painter->setFont(bold);
        painter->setPen(text);
        const int room = area.width() - timeWidth(line, option.fontMetrics);
        painter->drawText(
            area, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(line.who, Qt::ElideRight, room));
        painter->setFont(option.font);
        area.setTop(area.top() + metrics.height());
    } else {
        painter->setPen(quiet);
    }
    QTextLayout layout(shown(line.text), option.font);
    wrap(layout, textWidth(line, option.fontMetrics, option.rect.width()));
    layout.draw(painter, area.topLeft());
    painter->restore();
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const ChatLine &line = m_model.line(index.row());
    const int width = widthOf(option);
    QTextLayout layout(shown(line.text), option.font);
    const int height = wrap(layout, textWidth(line, option.fontMetrics, width));
    const int head =
        line.kind == ChatLine::Kind::Said ? QFontMetrics(boldOf(option.font)).height() : 0;
    return {width, head + std::max(height, option.fontMetrics.height()) + 2 * gap};
}

} // namespace amb
