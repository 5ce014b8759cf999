// SPDX-License-Identifier: MIT
// How fast messages get from a WebSocket into the message model, at which cost, beside the
// reference client; and what it adds to put those into words that a following view shows. Usage:
// bench_pipeline [MESSAGES]
#include "benchrun.h"
#include "benchserver.h"
#include "ui/messages/messagemodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr std::chrono::minutes referencePatience(5);
/// Received before anything is measured: buffers grow and the other client's code is compiled.
constexpr qint64 warmUp = 50'000;
/// Lines on a large monitor.
constexpr int shownRows = 60;
/// Each way runs so often, in turn; the least of a way is what it costs.
constexpr int rounds = 3;
/// CPU µs a message that decoding may add to receiving.
constexpr double mostAdded = 1;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// What one client needed for all messages.
struct Figures
{
    double messages = 0;
    double seconds = 0;
    double cpuMicroseconds = 0;

    [[nodiscard]] double perSecond() const { return messages / seconds; }
    [[nodiscard]] double cpuPerMessage() const { return cpuMicroseconds / messages; }
};

void print(const QString &client, const Figures &figures)
{
    out() << u"%1 %2 messages/s %3 µs CPU a message\n"_s.arg(client, -28)
                 .arg(qRound64(figures.perSecond()), 10)
                 .arg(figures.cpuPerMessage(), 8, 'f', 2);
    out().flush();
}

/// The same work by the npm package `cometd`; no figures when it cannot be run.
std::optional<Figures> runReference(const QString &url, qint64 count)
{
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.setWorkingDirectory(QStringLiteral(AMB_PEERS_DIR));
    node.start(QStringLiteral(AMB_NODE),
               {u"reference.mjs"_s,
                url,
                QString::fromUtf8(BenchServer::channel()),
                QString::number(warmUp),
                QString::number(count)});
    const bool ended =
        node.waitForFinished(int(std::chrono::milliseconds(referencePatience).count()));
    const QJsonObject result = QJsonDocument::fromJson(node.readAllStandardOutput()).object();
    if (!ended || result.isEmpty())
        return std::nullopt;
    return Figures{result["messages"_L1].toDouble(),
                   result["seconds"_L1].toDouble(),
                   result["cpuMicroseconds"_L1].toDouble()};
}

/// Our own client: WebSocket, session, capture on disk, message model.
class PipelineRun : public QObject
{
    Q_OBJECT

public:
    enum class View {
        None,
        Following, ///< the newest rows are put into words with each batch
    };

    PipelineRun(const QString &url, qint64 count, View view)
        : m_run(url)
        , m_model(m_run.monitor().capture())
        , m_count(count)
    {
        connect(&m_run.monitor(), &Monitor::rowsAppended, &m_model, &MessageModel::appendRows);
        m_model.setShowsHeartbeats(true); // all rows are counted in the end
        if (view == View::Following)
            connect(&m_run.monitor(), &Monitor::rowsAppended, this, &PipelineRun::showNewest);
        connect(&m_run.monitor(), &Monitor::rowsDropped, &m_model, &MessageModel::dropRows);
        connect(&m_run, &BenchRun::subscribed, this, [this] { m_run.start(warmUp, 0); });
        connect(&m_run, &BenchRun::arrived, this, [this] {
            m_hasArrived = m_clock.isValid();
            m_hasArrived ? finishWhenShown() : start();
        });
        connect(&m_run.monitor(), &Monitor::rowsAppended, this, &PipelineRun::finishWhenShown);
        connect(&m_run, &BenchRun::failed, this, [](const QString &reason) {
            out() << "FAILED: " << reason << Qt::endl;
            QCoreApplication::exit(1);
        });
    }

    [[nodiscard]] const Figures &figures() const { return m_figures; }
    /// How many rows were put into words.
    [[nodiscard]] qint64 decoded() const { return m_decoded; }

private:
    void showNewest()
    {
        const int rows = m_model.rowCount();
        for (int row = std::max(0, rows - shownRows); row < rows; ++row)
            m_decoded += m_model.line(row).summary.isEmpty() ? 0 : 1;
    }

    void start()
    {
        m_before = ProcessUsage::current();
        m_clock.start();
        m_run.start(m_count, 0);
    }

    /// The capture may be a batch ahead of what was announced to the model.
    void finishWhenShown()
    {
        const CaptureStore &capture = m_run.monitor().capture();
        if (!m_hasArrived || m_model.rowCount() < capture.endRow() - capture.firstRow())
            return;
        m_hasArrived = false;
        finish();
    }

    void finish()
    {
        m_figures.seconds = double(m_clock.nsecsElapsed()) / 1e9;
        const ProcessUsage after = ProcessUsage::current();
        m_figures.messages = double(m_count);
        m_figures.cpuMicroseconds = after.cpuMicroseconds - m_before.cpuMicroseconds;
        print(m_decoded == 0 ? u"AMB Monitor"_s : u"AMB Monitor, shown"_s, m_figures);

        const CaptureStore &capture = m_run.monitor().capture();
        const qint64 rows = capture.endRow() - capture.firstRow();
        const double index = double(capture.memoryBytes()) / double(rows);
        const double resident = (after.residentBytes - m_before.residentBytes) / m_figures.messages;
        const qint64 lost = m_run.lost();
        out() << u"  in the file a message         %1 bytes\n"_s.arg(capture.storedBytes() / rows)
              << u"  memory a message: index       %1 bytes\n"_s.arg(index, 0, 'f', 1)
              << u"  memory a message: resident    %1 bytes\n"_s.arg(resident, 0, 'f', 1)
              << u"  rows in the model             %1 of %2\n"_s.arg(m_model.rowCount()).arg(rows)
              << u"  lost, doubled, out of order   %1\n"_s.arg(lost);
        out().flush();
        QCoreApplication::exit(lost == 0 && m_model.rowCount() == rows ? 0 : 1);
    }

    BenchRun m_run;
    MessageModel m_model;
    qint64 m_count;
    ProcessUsage m_before;
    QElapsedTimer m_clock;
    Figures m_figures;
    qint64 m_decoded = 0;
    bool m_hasArrived = false;
};

/// Runs both ways in turn. Nothing when a run failed.
std::optional<Figures> runOurs(const QString &url, qint64 count)
{
    Figures best;
    Figures bestShown;
    qint64 decoded = 0;
    const auto keepBest = [](Figures &kept, const Figures &now) {
        if (kept.messages == 0 || now.cpuPerMessage() < kept.cpuPerMessage())
            kept = now;
    };
    for (int round = 0; round < rounds; ++round) {
        for (const auto view : {PipelineRun::View::None, PipelineRun::View::Following}) {
            PipelineRun run(url, count, view);
            if (QCoreApplication::exec() != 0)
                return std::nullopt;
            keepBest(view == PipelineRun::View::None ? best : bestShown, run.figures());
            decoded += run.decoded();
        }
    }
    const double added = bestShown.cpuPerMessage() - best.cpuPerMessage();
    out()
        << u"Shown in words: %1 µs CPU a message more than without a view (%2 times; at most %3), "
           u"%4 rows decoded of %5\n"_s.arg(added, 0, 'f', 2)
               .arg(bestShown.cpuPerMessage() / best.cpuPerMessage(), 0, 'f', 2)
               .arg(mostAdded, 0, 'f', 0)
               .arg(decoded)
               .arg(rounds * (count + warmUp));
    out().flush();
    if (added > mostAdded || decoded == 0)
        return std::nullopt;
    return best;
}

} // namespace

} // namespace amb

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    constexpr qint64 usualCount = 500'000;
    const qint64 count = argc > 1 ? QCoreApplication::arguments().at(1).toLongLong() : usualCount;
    const amb::BenchSender sender;
    if (sender.url().isEmpty()) {
        amb::out() << "FAILED: bench_sender did not start" << Qt::endl;
        return 1;
    }
    amb::out() << u"%1 messages over a loopback WebSocket\n"_s.arg(count);

    const auto ours = amb::runOurs(sender.url(), count);
    if (!ours)
        return 1;
    const auto reference = amb::runReference(sender.url(), count);
    if (!reference) {
        amb::out() << "FAILED: the reference client gave no figures; is Node.js installed?"
                   << Qt::endl;
        return 1;
    }
    amb::print(u"npm cometd (parse and count)"_s, *reference);
    const double ratio = reference->cpuPerMessage() / ours->cpuPerMessage();
    amb::out() << u"CPU a message: 1/%1 of the reference client's\n"_s.arg(ratio, 0, 'f', 1);
    return 0;
}

#include "bench_pipeline.moc"
