// SPDX-License-Identifier: MIT
#include "ui/messages/timestyle.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::TimeStyle)
};

} // namespace

QString TimeStyle::text(Timestamp time, Timestamp reference) const
{
    if (form == Form::SinceFirst || form == Form::SincePrevious)
        return elapsedText(time - reference);
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    const auto moment = QDateTime::fromMSecsSinceEpoch(ms.count(), isUtc ? Qt::UTC : Qt::LocalTime);
    return moment.toString(form == Form::Clock ? u"HH:mm:ss.zzz"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString TimeStyle::widest() const
{
    switch (form) {
    case Form::Clock:
        return u"00:00:00.000"_s;
    case Form::DateAndClock:
        return u"0000-00-00 00:00:00.000"_s;
    case Form::SinceFirst:
    case Form::SincePrevious:
        return u"-00:00:00.000"_s;
    }
    return {};
}

QString TimeStyle::heading() const
{
    switch (form) {
    case Form::Clock:
    case Form::DateAndClock:
        return isUtc ? Words::tr("Time (UTC)") : Words::tr("Time");
    case Form::SinceFirst:
        return Words::tr("Since first");
    case Form::SincePrevious:
        return Words::tr("Delta");
    }
    return {};
}

QString elapsedText(std::chrono::microseconds elapsed)
{
    const bool isNegative = elapsed.count() < 0;
    const qint64 ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::abs(elapsed)).count();
    const QString fraction = u".%1"_s.arg(ms % 1000, 3, 10, QLatin1Char('0'));
    const qint64 seconds = ms / 1000;
    const QString text = seconds < 3600 ? u"%1"_s.arg(seconds)
                                        : u"%1:%2:%3"_s.arg(seconds / 3600)
                                              .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                                              .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return (isNegative ? u"-"_s : QString()) + text + fraction;
}

} // namespace amb
