// SPDX-License-Identifier: MIT
#include "ui/transcriptdelegate.h"

#include "ui/tone.h"
#include "ui/transcriptmodel.h"
#include "ui/wording.h"

#include <QAbstractItemView>
#include <QPainter>

namespace amb {

namespace {

constexpr int margin = 8;
constexpr int gap = 3;
constexpr int textFlags = Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop;

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
    const QString when = clockText(line.time).left(8);
    QRect area = option.rect.adjusted(margin, gap, -margin, -gap);
    painter->setFont(option.font);
    painter->setPen(quiet);
    painter->drawText(area, Qt::AlignRight | Qt::AlignTop, when);
    if (line.kind == ChatLine::Kind::Said) {
        const QFont bold = boldOf(option.font);
        const QFontMetrics metrics(bold);
        painter->setFont(bold);
        painter->setPen(text);
        const int room = area.width() - option.fontMetrics.horizontalAdvance(when) - margin;
        painter->drawText(
            area, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(line.who, Qt::ElideRight, room));
        painter->setFont(option.font);
        area.setTop(area.top() + metrics.height());
    } else {
        painter->setPen(quiet);
    }
    painter->drawText(area, textFlags, line.text);
    painter->restore();
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const ChatLine &line = m_model.line(index.row());
    const int width = widthOf(option);
    const QRect text = option.fontMetrics.boundingRect(
        QRect(0, 0, width - 2 * margin, 1'000'000), textFlags, line.text);
    const int head =
        line.kind == ChatLine::Kind::Said ? QFontMetrics(boldOf(option.font)).height() : 0;
    return {width, head + std::max(text.height(), option.fontMetrics.height()) + 2 * gap};
}

} // namespace amb
