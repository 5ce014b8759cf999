// SPDX-License-Identifier: MIT
// How long a filter takes over many rows: to the first hits, to the last row, and how late the
// thread that waits for them gets meanwhile. Usage: bench_filter [rows]
#include "core/capture/capturesearch.h"
#include "core/capture/capturestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qint64 defaultRows = 1'000'000;
constexpr int runs = 5;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// A record watcher's delivery of about 360 bytes; one in a thousand is about a printer, one in a
/// hundred comes from agent.seven, and the last row has a word that no other has.
QByteArray message(qint64 number, bool isLast)
{
    return R"({"channel":"/rw/default/incident/YWN0aXZlPXRydWU-","data":{"action":"change",)"
           R"("operation":"update","table_name":"incident","sys_id":"5d0e4c1f87a2b6d3905e7f1c)"
        + QByteArray::number(10'000'000 + number) + R"(","display_value":"INC)"
        + QByteArray::number(number).rightJustified(8, '0') + R"(","changes":[")"
        + (number % 10 == 1 ? "priority" : "state")
        + R"("],"record":{"short_description":{"value":")"
        + (number % 1000 == 3 ? "printer does not print" : "cannot reach the network")
        + (isLast ? " needle" : "") + R"("}}},"ext":{"from_user":"agent.)"
        + (number % 100 == 7 ? "seven" : "one") + R"(","processed_by_glide":true}})";
}

void fill(CaptureStore &store, qint64 rows)
{
    for (qint64 i = 0; i < rows; ++i) {
        const QByteArray raw = message(i, i == rows - 1);
        Record record;
        record.raw = raw;
        record.channel = i % 50 == 0 ? "/meta/connect" : "/rw/default/incident/YWN0aXZlPXRydWU-";
        record.kind = i % 50 == 0 ? MessageKind::Connect : MessageKind::Event;
        record.time = Timestamp(std::chrono::microseconds(i));
        store.append(record);
    }
    store.flush();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Times
{
    std::vector<double> first;
    std::vector<double> all;
    double worstLag = 0;
    qint64 hits = 0;
};

/// One search from beginning to end; quits the event loop when it is done.
class Measure : public QObject
{
public:
    Measure(const CaptureStore &store, const Filter &filter, Times &times)
        : m_search(store)
        , m_times(times)
    {
        m_times.hits = 0;
        connect(&m_search, &CaptureSearch::found, this, [this](const QList<Row> &rows) {
            if (m_times.hits == 0)
                m_times.first.push_back(double(m_clock.nsecsElapsed()) / 1e6);
            m_times.hits += rows.size();
        });
        connect(&m_search, &CaptureSearch::advanced, this, [this] {
            if (!m_search.isCaughtUp())
                return;
            m_times.all.push_back(double(m_clock.nsecsElapsed()) / 1e6);
            QCoreApplication::quit();
        });
        m_probe.setTimerType(Qt::PreciseTimer);
        connect(&m_probe, &QTimer::timeout, this, [this] {
            const double lag = double(m_beat.nsecsElapsed()) / 1e6 - 1;
            m_times.worstLag = std::max(m_times.worstLag, lag);
            m_beat.start();
        });
        m_clock.start();
        m_beat.start();
        m_search.start(filter);
        m_probe.start(1);
    }

private:
    CaptureSearch m_search;
    Times &m_times;
    QElapsedTimer m_clock;
    QElapsedTimer m_beat;
    QTimer m_probe;
};

void measure(const CaptureStore &store, const QString &text)
{
    std::optional<FilterProblem> problem;
    const Filter filter = Filter::parse(text, problem);
    if (problem)
        qFatal("%s", qPrintable(problem->text));
    Times times;
    for (int run = 0; run < runs; ++run) {
        const Measure one(store, filter, times);
        QCoreApplication::exec();
    }
    out() << u"%1 %2 %3 %4 %5\n"_s.arg(text, -58)
                 .arg(times.hits, 9)
                 .arg(times.first.empty() ? 0.0 : median(times.first), 9, 'f', 1)
                 .arg(median(times.all), 9, 'f', 1)
                 .arg(times.worstLag, 9, 'f', 1);
    out().flush();
}

int run(qint64 rows)
{
    const QTemporaryDir folder;
    CaptureOptions options;
    options.path = folder.filePath(u"capture"_s);
    auto store = CaptureStore::create(options);
    if (!store)
        qFatal("%s", qPrintable(store.error().text));
    fill(**store, rows);
    out() << u"%1 rows, %2 MB; milliseconds, median of %3 runs\n"_s.arg(rows)
                 .arg((*store)->storedBytes() / 1'000'000)
                 .arg(runs);
    out() << u"%1 %2 %3 %4 %5\n"_s.arg(u"filter"_s, -58)
                 .arg(u"hits"_s, 9)
                 .arg(u"first"_s, 9)
                 .arg(u"all"_s, 9)
                 .arg(u"worst lag"_s, 9);
    for (const QString &text : {u"kind:connect"_s,
                                u"channel:incident size>300 dir:in"_s,
                                u"printer"_s,
                                u"needle"_s,
                                u"user:agent.seven"_s,
                                u"priority:changed"_s,
                                u"kind:event (printer or user:agent.seven) not priority:changed"_s,
                                u"/INC0*99999/"_s})
        measure(**store, text);
    return 0;
}

} // namespace

} // namespace amb

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : amb::defaultRows;
    return amb::run(std::max<qint64>(rows, 1));
}
