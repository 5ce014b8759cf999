// SPDX-License-Identifier: MIT
// How the window feels while messages come: lateness of the event loop in the GUI thread with four
// highlighters and the chart on, what a frame of the list takes, and the time to the first paint.
// Usage: bench_window [ROWS]
// With ROWS a second flood fills the list up to so many (10,000,000 take 5 GB of disk for a while).
#include "benchrun.h"
#include "ui/messages/highlighters.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

using Clock = std::chrono::steady_clock;

constexpr qint64 pacedRate = 100'000;
constexpr qint64 pacedCount = 10 * pacedRate; // ten seconds
constexpr qint64 floodCount = 1'000'000;
constexpr int starts = 5;
constexpr int frames = 200;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// CPU time that the calling thread has used.
Clock::duration threadTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Values of which a given part is not larger than what is asked for.
class Distribution
{
public:
    void add(double value) { m_values.push_back(value); }
    double percentile(double part)
    {
        if (m_values.empty())
            return 0;
        std::sort(m_values.begin(), m_values.end());
        return m_values[std::size_t(double(m_values.size() - 1) * part)];
    }

private:
    std::vector<double> m_values;
};

/// How late a timer of 1 ms fires, again and again: what a key press would wait.
class LagProbe : public QObject
{
    Q_OBJECT

public:
    LagProbe()
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        connect(&m_timer, &QTimer::timeout, this, &LagProbe::measure);
    }

    void start()
    {
        m_lag = {};
        m_work = {};
        arm();
    }
    void stop() { m_timer.stop(); }

    Distribution &lag() { return m_lag; } ///< in milliseconds
    /// CPU milliseconds of this thread between two firings: what of the lag is its own doing, and
    /// not that of others who want the same processors.
    Distribution &work() { return m_work; }

private:
    static constexpr std::chrono::milliseconds interval{1};

    void arm()
    {
        m_due = Clock::now() + interval;
        m_workBefore = threadTime();
        m_timer.start();
    }
    void measure()
    {
        m_lag.add(std::max(0.0, milliseconds(Clock::now() - m_due)));
        m_work.add(milliseconds(threadTime() - m_workBefore));
        arm();
    }

    QTimer m_timer;
    Clock::time_point m_due;
    Clock::duration m_workBefore{};
    Distribution m_lag;
    Distribution m_work;
};

/// Shows the window, then lets messages come at a pace and in a flood.
class WindowRun : public QObject
{
    Q_OBJECT

public:
    /// Goes on until the list has \a wantedRows, if that is more than pace and flood bring.
    WindowRun(const QString &url, qint64 wantedRows)
        : m_run(url)
        , m_wantedRows(wantedRows)
        , m_window(m_run.monitor(), {})
    {
        m_window.setWindowState(Qt::WindowNoState); // as on a screen that is large enough
        m_window.resize(1280, 800);
        m_window.show();
        list().messages().highlighters().setRules(
            {{u"number 7"_s},
             {u"agent\\.(one|two)"_s, true},
             {u"priority"_s, false, true, HighlightHue::Red},
             {u"[0-9]{6}99"_s, true, false, HighlightHue::Blue}});
        connect(&m_run, &BenchRun::subscribed, this, [this] {
            begin(u"100,000 messages/s for 10 s"_s, pacedCount, pacedRate);
        });
        connect(&m_run, &BenchRun::arrived, this, &WindowRun::onArrived);
        connect(&m_run, &BenchRun::failed, this, [](const QString &reason) {
            out() << "FAILED: " << reason << Qt::endl;
            QCoreApplication::exit(1);
        });
        printRow({u"event-loop lag"_s,
                  u"messages/s"_s,
                  u"p50 ms"_s,
                  u"p99 ms"_s,
                  u"max ms"_s,
                  u"p99 CPU ms"_s,
                  u"lost"_s});
    }

private:
    /// A name and figures below each other.
    static void printRow(const QStringList &cells)
    {
        out() << cells.first().leftJustified(30);
        for (const QString &cell : cells.sliced(1))
            out() << cell.rightJustified(12);
        out() << Qt::endl;
    }

    [[nodiscard]] MessageView &list() const { return *m_window.findChild<MessageView *>(); }

    /// Scrolls through all rows and tells what it takes to draw them.
    void measureFrames() const
    {
        MessageView &view = list();
        view.setFollowing(false);
        QScrollBar &bar = *view.verticalScrollBar();
        Distribution times;
        for (int frame = 0; frame < frames; ++frame) {
            const auto before = threadTime();
            bar.setValue(int(qint64(bar.maximum()) * frame / frames));
            view.viewport()->repaint();
            times.add(milliseconds(threadTime() - before));
        }
        view.setFollowing(true);
        out() << u"frame of the list at %L1 rows: %2 ms p50, %3 ms p99 of CPU\n"_s
                     .arg(view.messages().rowCount())
                     .arg(times.percentile(0.5), 0, 'f', 2)
                     .arg(times.percentile(0.99), 0, 'f', 2);
        out().flush();
    }

    void begin(const QString &name, qint64 count, qint64 rate)
    {
        m_name = name;
        m_count = count;
        m_clock.start();
        m_probe.start();
        m_run.start(count, rate);
    }

    void onArrived()
    {
        m_probe.stop();
        const double seconds = double(m_clock.nsecsElapsed()) / 1e9;
        const qint64 lost = m_run.lost();
        m_lost += lost;
        const auto text = [](double value) {
            return QString::number(value, 'f', 2);
        };
        printRow({m_name,
                  QString::number(qRound64(double(m_count) / seconds)),
                  text(m_probe.lag().percentile(0.5)),
                  text(m_probe.lag().percentile(0.99)),
                  text(m_probe.lag().percentile(1)),
                  text(m_probe.work().percentile(0.99)),
                  QString::number(lost)});
        measureFrames();
        const qint64 missing = m_wantedRows - list().messages().rowCount();
        if (!std::exchange(m_isFlood, true))
            begin(u"flood of 1,000,000 messages"_s, floodCount, 0);
        else if (missing > 0)
            begin(u"flood of %L1 messages"_s.arg(missing), missing, 0);
        else
            QCoreApplication::exit(m_lost == 0 ? 0 : 1);
    }

    BenchRun m_run;
    qint64 m_wantedRows;
    MainWindow m_window;
    LagProbe m_probe;
    QElapsedTimer m_clock;
    QString m_name;
    qint64 m_count = 0;
    qint64 m_lost = 0;
    bool m_isFlood = false;
};

/// Ends the program after the first paint and tells how long after `begin` that was.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    FirstPaint(QWidget &window, Clock::time_point begin)
        : QObject(&window)
        , m_begin(begin)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !std::exchange(m_isPainted, true)) {
            // All widgets are painted in one go; the loop goes on when that is done.
            QTimer::singleShot(0, this, [this] {
                out() << milliseconds(Clock::now() - m_begin) << Qt::endl;
                QCoreApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    Clock::time_point m_begin;
    bool m_isPainted = false;
};

/// The child's part: a fresh window that connects to nothing yet.
int showFreshWindow(Clock::time_point begin)
{
    MonitorOptions options;
    options.address = *InstanceAddress::parse(u"http://127.0.0.1:1/amb"_s);
    const auto monitor = Monitor::create(options);
    if (!monitor)
        return 1;
    MainWindow window(**monitor, {});
    new FirstPaint(window, begin);
    window.show();
    return QApplication::exec();
}

void measureFirstPaint()
{
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // The steady clock is one for all processes.
        const auto begin = Clock::now().time_since_epoch();
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--first-paint"_s, QString::number(std::chrono::nanoseconds(begin).count())});
        child.waitForFinished();
        times.push_back(child.readAllStandardOutput().trimmed().toDouble());
    }
    std::sort(times.begin(), times.end());
    out() << u"first paint after the start of the process: %1 ms (median of %2, %3 to %4)\n"_s
                 .arg(times[times.size() / 2], 0, 'f', 0)
                 .arg(starts)
                 .arg(times.front(), 0, 'f', 0)
                 .arg(times.back(), 0, 'f', 0);
    out().flush();
}

} // namespace

} // namespace amb

int main(int argc, char *argv[])
{
    // No display is needed, and none must be waited for.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"amb-monitor-bench"_s);
    QApplication::setApplicationName(u"amb-monitor-bench"_s);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--first-paint"_s) {
        const std::chrono::nanoseconds begin(arguments.value(2).toLongLong());
        return amb::showFreshWindow(amb::Clock::time_point(begin));
    }
    const amb::BenchSender sender;
    if (sender.url().isEmpty()) {
        amb::out() << "FAILED: bench_sender did not start" << Qt::endl;
        return 1;
    }
    amb::measureFirstPaint();
    const amb::WindowRun run(sender.url(), arguments.value(1).toLongLong());
    return QApplication::exec();
}

#include "bench_window.moc"
