// SPDX-License-Identifier: MIT
#include "ui/boards/boardpainter.h"

#include "core/oneline.h"
#include "ui/boards/boardwording.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::BoardPainter)
};

constexpr qsizetype mostFaces = 400;
constexpr qsizetype longestText = 400;
constexpr int textLines = 2;
constexpr double radius = 4;

bool showsTheSame(const BoardCard &a, const BoardCard &b)
{
    return a.number == b.number && a.number.isNull() == b.number.isNull() && a.text == b.text
        && a.text.isNull() == b.text.isNull() && a.assignee == b.assignee
        && a.assignee.isNull() == b.assignee.isNull() && a.labels == b.labels
        && a.isUnwatched == b.isUnwatched;
}

/// The first letters of a name: "Agent One" is AO.
QString initials(const QString &name)
{
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    QString letters = parts.first().left(1);
    if (parts.size() > 1)
        letters += parts.last().left(1);
    return letters.toUpper();
}

} // namespace

BoardPainter::BoardPainter()
    : m_measures(QFontMetrics(m_font))
{
    setLook(m_font, m_palette, 0);
}

void BoardPainter::setLook(const QFont &font, const QPalette &palette, qreal pixelRatio)
{
    if (font == m_font && palette == m_palette && pixelRatio == m_pixelRatio)
        return;
    m_font = font;
    m_small = font;
    m_small.setPointSizeF(font.pointSizeF() * 0.88);
    m_bold = font;
    m_bold.setBold(true);
    m_palette = palette;
    m_pixelRatio = pixelRatio;
    m_measures = BoardMeasures(QFontMetrics(font));
    m_faces.clear();
    m_glow = {};
}

QColor BoardPainter::background() const
{
    return m_palette.color(QPalette::Window);
}

/// The text's colour thinned into the background's.
QColor BoardPainter::mix(double share) const
{
    const QColor front = m_palette.color(QPalette::WindowText);
    const QColor back = m_palette.color(QPalette::Window);
    const auto part = [share](float a, float b) {
        return float(share) * a + float(1 - share) * b;
    };
    return QColor::fromRgbF(part(front.redF(), back.redF()),
                            part(front.greenF(), back.greenF()),
                            part(front.blueF(), back.blueF()));
}

void BoardPainter::paintLane(QPainter &painter, const BoardLane &lane, const QRect &body) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isUnknown = lane.standing == BoardLane::Standing::Unknown;
    painter.setBrush(mix(0.045));
    painter.setPen(isUnknown ? QPen(mix(0.35), 1, Qt::DashLine) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), radius + 2, radius + 2);
}

void BoardPainter::paintHeader(QPainter &painter,
                               const BoardLane &lane,
                               const QRect &header,
                               bool isCurrent,
                               bool hasFocus) const
{
    const int inset = m_measures.space + 2;
    QRect line = header.adjusted(inset, 0, -inset, 0);
    painter.setFont(m_small);
    painter.setPen(toneColor(Tone::Quiet, m_palette));
    const QString count = numberText(lane.cards.size());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
    line.setRight(line.right() - QFontMetrics(m_small).horizontalAdvance(count) - inset);
    if (lane.standing != BoardLane::Standing::Told) {
        const QRect sign(
            line.left(), line.center().y() - m_measures.line / 2, m_measures.line, m_measures.line);
        paintGlyph(painter, sign, Glyph::Warning, toneColor(Tone::Warning, m_palette));
        line.setLeft(sign.right() + m_measures.space / 2);
    }
    painter.setFont(m_bold);
    painter.setPen(m_palette.color(QPalette::WindowText));
    painter.drawText(
        line,
        Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(m_bold).elidedText(laneTitle(lane), Qt::ElideRight, line.width()));
    if (!isCurrent)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus ? toneColor(Tone::Accent, m_palette) : mix(0.4), 2));
    painter.drawRoundedRect(QRectF(header).adjusted(3, 3, -3, -3), radius, radius);
}

void BoardPainter::paintCard(QPainter &painter,
                             const BoardCard &card,
                             const QRectF &place,
                             const Emphasis &emphasis)
{
    const QSize size = place.size().toSize();
    painter.setOpacity(emphasis.opacity);
    painter.drawPixmap(place.topLeft(), face(card, size, emphasis.note));
    if (emphasis.glow > 0) {
        painter.setOpacity(emphasis.opacity * emphasis.glow);
        painter.drawPixmap(place.topLeft(), glow(size));
    }
    painter.setOpacity(1);
    if (!emphasis.isCurrent)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(emphasis.hasFocus ? toneColor(Tone::Accent, m_palette) : mix(0.45), 2));
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius);
}

const QPixmap &BoardPainter::face(const BoardCard &card, QSize size, const BoardMotion::Note *note)
{
    const auto isSameNote = [note](const std::optional<BoardMotion::Note> &drawn) {
        return note ? drawn && drawn->time == note->time && drawn->user == note->user
                && drawn->fromLane == note->fromLane
                    : !drawn;
    };
    const auto known = m_faces.constFind(card.sysId);
    if (known != m_faces.constEnd() && showsTheSame(known->card, card) && isSameNote(known->note)
        && known->picture.deviceIndependentSize().toSize() == size)
        return known->picture;
    if (m_faces.size() > mostFaces)
        m_faces.clear();
    QPixmap picture = emptyPicture(size);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawFace(painter, card, QRect(QPoint(), size));
    if (note) {
        const double height = m_measures.footer + m_measures.padding;
        drawNote(painter, *note, QRectF(1, size.height() - 1 - height, size.width() - 2, height));
    }
    painter.end();
    const auto drawn = note ? std::optional(*note) : std::nullopt;
    return m_faces.insert(card.sysId, {card, drawn, picture})->picture;
}

const QPixmap &BoardPainter::glow(QSize size)
{
    if (m_glow.deviceIndependentSize().toSize() == size)
        return m_glow;
    m_glow = emptyPicture(size);
    QPainter painter(&m_glow);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = toneColor(Tone::Accent, m_palette);
    QColor wash = accent;
    wash.setAlphaF(0.16F);
    painter.setPen(QPen(accent, 1.5));
    painter.setBrush(wash);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(1, 1, -1, -1), radius, radius);
    return m_glow;
}

QPixmap BoardPainter::emptyPicture(QSize size) const
{
    QPixmap picture(size * m_pixelRatio);
    picture.setDevicePixelRatio(m_pixelRatio);
    picture.fill(Qt::transparent);
    return picture;
}

void BoardPainter::drawFace(QPainter &painter, const BoardCard &card, const QRect &area) const
{
    painter.setBrush(m_palette.color(QPalette::Base));
    painter.setPen(card.isUnwatched ? QPen(mix(0.45), 1, Qt::DashLine) : QPen(mix(0.2), 1));
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int pad = m_measures.padding;
    const QRect inside = area.adjusted(pad, pad, -pad, -pad);
    const int line = m_measures.line;
    const int footer = m_measures.footer;
    drawTopLine(painter, card, {inside.left(), inside.top(), inside.width(), line});
    drawText(painter, card, {inside.left(), inside.top() + line + 2, inside.width(), 2 * line});
    drawFooter(
        painter, card, {inside.left(), inside.bottom() + 1 - footer, inside.width(), footer});
}

void BoardPainter::drawTopLine(QPainter &painter, const BoardCard &card, const QRect &line) const
{
    QRect left = line;
    painter.setFont(m_small);
    if (card.isUnwatched) {
        const QRect sign(
            line.right() - line.height() + 1, line.top(), line.height(), line.height());
        paintGlyph(painter, sign, Glyph::Warning, toneColor(Tone::Warning, m_palette));
        const QString words = Words::tr("no longer watched");
        const QRect place = line.adjusted(0, 0, -line.height() - 4, 0);
        painter.setPen(toneColor(Tone::Warning, m_palette));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, words);
        left.setRight(place.right() - QFontMetrics(m_small).horizontalAdvance(words) - 8);
    }
    painter.setPen(toneColor(Tone::Quiet, m_palette));
    const QString number =
        card.number.isNull() ? Words::tr("Number not told") : oneLine(card.number, longestText);
    painter.drawText(left,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(m_small).elidedText(number, Qt::ElideRight, left.width()));
}

void BoardPainter::drawText(QPainter &painter, const BoardCard &card, const QRect &area) const
{
    QFont font = m_font;
    font.setItalic(card.text.isNull());
    const QString text =
        card.text.isNull() ? Words::tr("Text not told") : oneLine(card.text, longestText);
    painter.setFont(font);
    painter.setPen(card.text.isNull() ? toneColor(Tone::Quiet, m_palette)
                                      : m_palette.color(QPalette::Text));
    QTextLayout layout(text, font);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    int y = area.top();
    for (int i = 0; i < textLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const bool isLast = i == textLines - 1;
        const QString words = isLast ? text.sliced(line.textStart())
                                     : text.sliced(line.textStart(), line.textLength());
        painter.drawText(QRect(area.left(), y, area.width(), m_measures.line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, area.width()));
        y += m_measures.line;
    }
    layout.endLayout();
}

void BoardPainter::drawFooter(QPainter &painter, const BoardCard &card, const QRect &line) const
{
    const int right = drawLabels(painter, card, line);
    QRect left = line;
    left.setRight(right - m_measures.space);
    painter.setFont(m_small);
    const QString name = oneLine(card.assignee, longestText);
    if (!name.isEmpty()) {
        const QRectF disc(left.left(), left.top(), left.height(), left.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(0.16));
        painter.drawEllipse(disc);
        QFont tiny = m_small;
        tiny.setPointSizeF(m_small.pointSizeF() * 0.75);
        painter.setFont(tiny);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(disc, Qt::AlignCenter, initials(name));
        painter.setFont(m_small);
        left.setLeft(left.left() + left.height() + m_measures.space / 2 + 1);
    }
    painter.setPen(toneColor(Tone::Quiet, m_palette));
    const QString words = card.assignee.isNull() ? Words::tr("Assignee not told")
        : name.isEmpty()                         ? Words::tr("Nobody")
                                                 : name;
    painter.drawText(left,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(m_small).elidedText(words, Qt::ElideRight, left.width()));
}

/// Draws as many labels as fit into the right half; returns where they begin.
int BoardPainter::drawLabels(QPainter &painter, const BoardCard &card, const QRect &line) const
{
    const QFontMetrics metrics(m_small);
    const int pad = m_measures.space / 2 + 2;
    constexpr int gap = 3;
    const int room = line.width() * 55 / 100;
    const auto widthOf = [&metrics, pad](const QString &words) {
        return metrics.horizontalAdvance(words) + 2 * pad + gap;
    };
    // The first may be cut; of the others only what fits as a whole is shown, the rest is counted.
    QStringList shown;
    int width = 0;
    for (qsizetype i = 0; i < card.labels.size(); ++i) {
        const bool isLast = i == card.labels.size() - 1;
        const int rest = isLast ? 0 : widthOf(u"+99"_s);
        QString words = oneLine(card.labels.at(i), longestText);
        if (i == 0)
            words = metrics.elidedText(words, Qt::ElideRight, room - rest - 2 * pad - gap);
        if (width + widthOf(words) + rest > room) {
            shown.append(u"+%1"_s.arg(card.labels.size() - i));
            width += widthOf(shown.last());
            break;
        }
        shown.append(words);
        width += widthOf(words);
    }
    const int begin = line.right() + 1 - width;
    int left = begin + gap;
    painter.setFont(m_small);
    for (const QString &words : std::as_const(shown)) {
        const QRectF chip(left, line.top() + 0.5, widthOf(words) - gap, line.height() - 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(0.1));
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(chip, Qt::AlignCenter, words);
        left += widthOf(words);
    }
    return begin;
}

void BoardPainter::drawNote(QPainter &painter,
                            const BoardMotion::Note &note,
                            const QRectF &line) const
{
    const QColor accent = m_palette.color(QPalette::Highlight);
    QPainterPath strip;
    strip.setFillRule(Qt::WindingFill);
    strip.addRoundedRect(line, radius, radius);
    strip.addRect(line.adjusted(0, 0, 0, -line.height() / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawPath(strip.simplified());
    painter.setFont(m_small);
    painter.setPen(m_palette.color(QPalette::HighlightedText));
    const QFontMetrics metrics(m_small);
    QRectF left = line.adjusted(m_measures.padding, 0, -m_measures.padding, 0);
    const QString when = clockText(note.time).left(8);
    painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, when);
    left.setRight(left.right() - metrics.horizontalAdvance(when) - m_measures.space);
    const QString user = oneLine(note.user, longestText);
    const QString from = oneLine(note.fromLane, longestText);
    QString words;
    if (user.isEmpty())
        words = Words::tr("from %1").arg(from);
    else
        words = from.isEmpty() ? user : Words::tr("%1, from %2").arg(user, from);
    painter.drawText(left,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words, Qt::ElideRight, int(left.width())));
}

} // namespace amb
