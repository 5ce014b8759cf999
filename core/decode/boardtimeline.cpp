// SPDX-License-Identifier: MIT
#include "core/decode/boardtimeline.h"

#include "core/decode/boardhistory.h"

#include <algorithm>

namespace amb {

namespace {

constexpr qsizetype firstSpacing = 64;
constexpr std::size_t mostCheckpoints = 256;

} // namespace

BoardTimeline::BoardTimeline(Source source)
    : m_source(std::move(source))
    , m_checkpoints{{0, {}}}
    , m_spacing(firstSpacing)
    , m_recent{0, {}}
{ }

bool BoardTimeline::offer(Moment moment, QByteArrayView channel, const QByteArray &message)
{
    if (!mayTellOfRecord(message))
        return false;
    const auto event = readBoardEvent(channel, message);
    if (!event || m_now.apply(*event, moment) == BoardRecords::Effect::Foreign)
        return false;
    addStep({moment, -1});
    m_stepsOf[event->sysId].append(qint32(lastStep()));
    return true;
}

void BoardTimeline::add(const BoardReading &reading, Timestamp time)
{
    m_now.apply(reading, time);
    m_readings.append(reading);
    Moment moment{reading.askedAt, time};
    if (!m_steps.empty())
        moment = {std::max(moment.row, m_steps.back().moment.row),
                  std::max(moment.time, m_steps.back().moment.time)};
    addStep({moment, qint32(m_readings.size() - 1)});
    for (const BoardReading::Record &record : reading.records)
        m_stepsOf[record.sysId].append(qint32(lastStep()));
}

void BoardTimeline::forgetBefore(Row row)
{
    // States between two checkpoints need the messages between them.
    const auto isKept = [row](const Step &step) {
        return step.reading >= 0 || step.moment.row >= row;
    };
    const auto lost = std::find_if_not(m_steps.rbegin(), m_steps.rend(), isKept);
    const qsizetype firstKept = m_steps.rend() - lost; // the step after which all can be read
    while (m_checkpoints.size() > 1 && m_checkpoints[1].step <= firstKept)
        m_checkpoints.erase(m_checkpoints.begin());
    if (m_checkpoints.front().step < firstKept) {
        if (m_checkpoints.size() > 1)
            m_checkpoints.erase(m_checkpoints.begin());
        else
            m_checkpoints.front() = {lastStep(), m_now};
    }
    m_firstStep = m_checkpoints.front().step;
    if (m_recent.step < m_firstStep)
        m_recent = m_checkpoints.front();
}

BoardRecords BoardTimeline::at(qsizetype step) const
{
    if (step >= lastStep())
        return m_now;
    step = std::max(step, m_firstStep);
    const auto after = std::ranges::upper_bound(m_checkpoints, step, {}, &Checkpoint::step);
    const Checkpoint &before = *std::prev(after);
    // Going forward a little is quicker from where we are.
    if (m_recent.step > step || m_recent.step < before.step)
        m_recent = before;
    while (m_recent.step < step)
        play(m_recent.records, m_steps[std::size_t(m_recent.step++)]);
    return m_recent.records;
}

Moment BoardTimeline::momentOf(qsizetype step) const
{
    if (m_steps.empty())
        return {};
    return m_steps[std::size_t(std::clamp<qsizetype>(step, 1, lastStep()) - 1)].moment;
}

qsizetype BoardTimeline::stepAt(Row row) const
{
    const auto after = std::ranges::upper_bound(
        m_steps, row, {}, [](const Step &step) { return step.moment.row; });
    return after - m_steps.begin();
}

qsizetype BoardTimeline::stepAt(Timestamp time) const
{
    const auto after = std::ranges::upper_bound(
        m_steps, time, {}, [](const Step &step) { return step.moment.time; });
    return after - m_steps.begin();
}

qsizetype BoardTimeline::stepsOf(const QString &sysId) const
{
    return m_stepsOf.value(sysId).size();
}

QList<BoardHappening> BoardTimeline::history(const QString &sysId) const
{
    BoardHistory history;
    for (const qint32 number : m_stepsOf.value(sysId)) {
        const Step &step = m_steps[std::size_t(number - 1)];
        if (step.reading >= 0) {
            for (const BoardReading::Record &record : m_readings.at(step.reading).records) {
                if (record.sysId == sysId)
                    history.add(record, step.moment);
            }
        } else if (const auto event = readBoardEvent(m_source.channel(step.moment.row),
                                                     m_source.message(step.moment.row))) {
            history.add(*event, step.moment);
        }
    }
    return history.newestFirst();
}

void BoardTimeline::addStep(const Step &step)
{
    m_steps.push_back(step);
    if (lastStep() - m_checkpoints.back().step >= m_spacing)
        keepCheckpoint();
}

void BoardTimeline::play(BoardRecords &records, const Step &step) const
{
    if (step.reading >= 0) {
        records.apply(m_readings.at(step.reading), step.moment.time);
        return;
    }
    const auto event =
        readBoardEvent(m_source.channel(step.moment.row), m_source.message(step.moment.row));
    if (event)
        records.apply(*event, step.moment);
}

void BoardTimeline::keepCheckpoint()
{
    m_checkpoints.push_back({lastStep(), m_now});
    if (m_checkpoints.size() <= mostCheckpoints)
        return;
    // Every second one goes, so that their number stays bounded.
    std::vector<Checkpoint> kept;
    for (std::size_t i = 0; i < m_checkpoints.size(); i += 2)
        kept.push_back(std::move(m_checkpoints[i]));
    m_checkpoints = std::move(kept);
    m_spacing *= 2;
}

} // namespace amb
