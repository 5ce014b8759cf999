// SPDX-License-Identifier: MIT
#include "ui/boards/boardmotion.h"

#include "ui/boards/boardlayout.h"

#include <algorithm>

namespace amb {

using namespace std::chrono_literals;

namespace {

constexpr BoardMotion::Time slideTime = 320ms;
constexpr BoardMotion::Time arrivalTime = 250ms;
constexpr BoardMotion::Time fadeTime = 500ms;
constexpr BoardMotion::Time glowTime = 1400ms;
constexpr BoardMotion::Time noteTime = 5000ms;

/// How much of a way is done: fast first, then slower.
double progress(BoardMotion::Time begin, BoardMotion::Time whole, BoardMotion::Time now)
{
    const double part = double((now - begin).count()) / double(whole.count());
    const double left = 1 - std::clamp(part, 0.0, 1.0);
    return 1 - left * left * left;
}

/// Whether a card shows other words than before.
bool isRewritten(const BoardCard &a, const BoardCard &b)
{
    return a.number != b.number || a.text != b.text || a.assignee != b.assignee
        || a.labels != b.labels || a.isUnwatched != b.isUnwatched
        || (b.hasTraffic && (!a.hasTraffic || a.last.row != b.last.row));
}

} // namespace

void BoardMotion::change(const Board &from,
                         const BoardLayout &fromLayout,
                         const Board &to,
                         const BoardLayout &toLayout,
                         Time now)
{
    forgetPast(now);
    QHash<QString, std::pair<const BoardCard *, const BoardLane *>> before;
    for (const BoardLane &lane : from.lanes) {
        for (const BoardCard &card : lane.cards)
            before.insert(card.sysId, {&card, &lane});
    }
    QHash<QString, Slide> slides;
    for (const BoardLane &lane : to.lanes) {
        for (const BoardCard &card : lane.cards) {
            const auto known = before.constFind(card.sysId);
            if (known == before.constEnd()) {
                m_arrivals.insert(card.sysId, now);
                m_glows.insert(card.sysId, {now, {}});
                movesUntil(now + glowTime);
                continue;
            }
            const QRectF rest = fromLayout.cards.value(card.sysId);
            const QRectF target = toLayout.cards.value(card.sysId);
            if (rest != target) {
                slides.insert(card.sysId, {place(card.sysId, rest, now), now});
                movesUntil(now + slideTime);
            } else if (m_slides.contains(card.sysId)) {
                slides.insert(card.sysId, m_slides.value(card.sysId));
            }
            change(*known->first, *known->second, card, lane, now);
            before.erase(known);
        }
    }
    for (auto it = before.cbegin(); m_isAnimated && it != before.cend(); ++it) {
        const QRectF rest = fromLayout.cards.value(it.key());
        m_ghosts.append({*it->first, place(it.key(), rest, now), now});
        movesUntil(now + fadeTime);
    }
    m_slides = slides;
}

void BoardMotion::change(const BoardCard &before,
                         const BoardLane &fromLane,
                         const BoardCard &after,
                         const BoardLane &toLane,
                         Time now)
{
    const bool isMoved = fromLane.sysId != toLane.sysId || fromLane.standing != toLane.standing;
    if (!isMoved && !isRewritten(before, after) && before.order == after.order)
        return;
    Glow glow{now, {}};
    if (isMoved)
        glow.note = Note{fromLane.name, after.lastUser, after.last.time};
    else if (m_glows.contains(after.sysId))
        glow.note = m_glows.value(after.sysId).note;
    m_glows.insert(after.sysId, glow);
    movesUntil(now + glowTime);
}

void BoardMotion::clear()
{
    *this = BoardMotion();
}

QRectF BoardMotion::place(const QString &card, const QRectF &rest, Time now) const
{
    const auto slide = m_slides.constFind(card);
    if (!m_isAnimated || slide == m_slides.constEnd())
        return rest;
    const double done = progress(slide->begin, slideTime, now);
    return rest.translated((slide->from.topLeft() - rest.topLeft()) * (1 - done));
}

bool BoardMotion::isOnItsWay(const QString &card, Time now) const
{
    const auto slide = m_slides.constFind(card);
    return m_isAnimated && slide != m_slides.constEnd() && now < slide->begin + slideTime;
}

double BoardMotion::opacity(const QString &card, Time now) const
{
    const auto arrival = m_arrivals.constFind(card);
    if (!m_isAnimated || arrival == m_arrivals.constEnd())
        return 1;
    return progress(*arrival, arrivalTime, now);
}

double BoardMotion::glow(const QString &card, Time now) const
{
    const auto glow = m_glows.constFind(card);
    if (glow == m_glows.constEnd() || now >= glow->begin + glowTime)
        return 0;
    if (!m_isAnimated)
        return 1;
    const double part = double((now - glow->begin).count()) / double(glowTime.count());
    return 1 - part;
}

std::optional<BoardMotion::Note> BoardMotion::note(const QString &card, Time now) const
{
    const auto glow = m_glows.constFind(card);
    if (glow == m_glows.constEnd() || now >= glow->begin + noteTime)
        return {};
    return glow->note;
}

QList<BoardMotion::Ghost> BoardMotion::ghosts(Time now) const
{
    QList<Ghost> there = m_ghosts;
    there.removeIf([now](const Ghost &ghost) { return now >= ghost.begin + fadeTime; });
    return there;
}

double BoardMotion::opacity(const Ghost &ghost, Time now)
{
    return 1 - progress(ghost.begin, fadeTime, now);
}

std::optional<BoardMotion::Time> BoardMotion::nextChange(Time now) const
{
    std::optional<Time> next;
    for (const Glow &glow : m_glows) {
        for (const Time end : {glow.begin + glowTime, glow.begin + noteTime}) {
            if (end > now && (!next || end < *next))
                next = end;
        }
    }
    return next;
}

void BoardMotion::forgetPast(Time now)
{
    m_ghosts = ghosts(now);
    m_slides.removeIf([now](const auto &slide) { return now >= slide->begin + slideTime; });
    m_arrivals.removeIf([now](const auto &begin) { return now >= *begin + arrivalTime; });
    m_glows.removeIf([now](const auto &glow) { return now >= glow->begin + noteTime; });
}

} // namespace amb
