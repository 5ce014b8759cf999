// SPDX-License-Identifier: MIT
#include "core/capture/filtersubject.h"

namespace amb {

FilterSubject::FilterSubject(CaptureSnapshot snapshot)
    : m_reader(std::move(snapshot))
{ }

void FilterSubject::moveTo(Row row)
{
    m_row = row;
    m_info = m_reader.snapshot().info(row);
    m_message.reset();
}

QByteArrayView FilterSubject::message()
{
    if (!m_message)
        m_message = m_reader.message(m_row);
    return *m_message;
}

bool FilterSubject::channelHolds(const ChannelTest &test)
{
    if (m_answers.size() <= test.number())
        m_answers.resize(test.number() + 1);
    Answers &answers = m_answers[test.number()];
    const auto channel = std::size_t(m_info.channel);
    if (answers.size() <= channel)
        answers.resize(channel + 1, -1);
    if (answers[channel] < 0)
        answers[channel] =
            test.holds(channelFacts(m_reader.snapshot().channelName(m_info.channel))) ? 1 : 0;
    return answers[channel] == 1;
}

} // namespace amb
