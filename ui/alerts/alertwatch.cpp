// SPDX-License-Identifier: MIT
#include "ui/alerts/alertwatch.h"

#include "core/capture/capturesearch.h"
#include "core/capture/capturestore.h"
#include "ui/channels/channeltitle.h"
#include "ui/widgets/wording.h"

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr std::chrono::milliseconds rulesRest(1000);

bool isLost(const ConnectionStatus &status)
{
    // Who disconnects himself need not be told: there is no trouble then.
    return status.state == ConnectionState::Waiting
        || (status.state == ConnectionState::Disconnected && !status.trouble.isEmpty());
}

} // namespace

AlertWatch::AlertWatch(const CaptureStore &store,
                       const AlertRules &rules,
                       Saying say,
                       QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_rules(rules)
    , m_say(std::move(say))
{
    m_timer.setInterval(std::chrono::milliseconds(500));
    connect(&m_timer, &QTimer::timeout, this, [this] { raiseDue(AlertThrottle::Clock::now()); });
    m_rest.setSingleShot(true);
    m_rest.setInterval(rulesRest);
    connect(&m_rest, &QTimer::timeout, this, &AlertWatch::takeRules);
    connect(&rules, &AlertRules::changed, this, [this] {
        m_searches.clear();
        m_rest.start();
    });
    takeRules();
}

AlertWatch::~AlertWatch() = default;

void AlertWatch::takeRules()
{
    m_searches.clear();
    m_silent.clear();
    const Row end = m_store.endRow();
    for (const AlertRule &rule : m_rules.all()) {
        if (rule.kind != AlertRule::Kind::Message || !rule.isActive())
            continue;
        std::optional<FilterProblem> problem;
        const Filter filter = Filter::parse(rule.text, problem);
        auto search = std::make_unique<CaptureSearch>(m_store);
        connect(search.get(),
                &CaptureSearch::found,
                this,
                [this, title = rule.title()](const QList<Row> &rows) { takeFound(title, rows); });
        search->start(filter, end);
        m_searches.push_back(std::move(search));
    }
}

void AlertWatch::follow()
{
    for (const auto &search : m_searches)
        search->extend();
}

void AlertWatch::takeFound(const QString &title, const QList<Row> &rows)
{
    if (!rows.isEmpty())
        raise({now(), title, {}, rows.constLast()}, rows.size());
}

void AlertWatch::setStatus(const ConnectionStatus &status)
{
    if (status.state != ConnectionState::Connected) {
        if (m_wasConnected && isLost(status)) {
            m_isLost = true;
            raiseFor(AlertRule::Kind::Connection,
                     status.trouble.isEmpty()
                         ? tr("The connection is lost.")
                         : tr("The connection is lost. %1").arg(status.trouble));
        }
        // Steps between two connections are not told, only what they lead to.
        if (isLost(status) || status.state == ConnectionState::Disconnected)
            m_wasConnected = false;
        return;
    }
    if (m_isLost)
        raiseFor(AlertRule::Kind::Connection, tr("The connection is back."));
    if (m_transport && status.transport && *m_transport != *status.transport) {
        const QString text = tr("Connected over %1 now.").arg(transportText(*status.transport));
        raiseFor(AlertRule::Kind::Transport,
                 status.transportReason.isEmpty() ? text : text + u' ' + status.transportReason);
    }
    m_isLost = false;
    m_wasConnected = true;
    m_transport = status.transport;
}

void AlertWatch::checkSilence(Timestamp time)
{
    for (const AlertRule &rule : m_rules.all()) {
        if (rule.kind != AlertRule::Kind::Silence || !rule.isActive())
            continue;
        const quint32 channels = m_store.channelCount();
        for (quint32 id = 0; id < channels; ++id) {
            const auto last = m_store.channelStats(ChannelId(id)).last;
            const std::pair key(rule.title(), id);
            if (!last || time - *last < std::chrono::minutes(rule.minutes)) {
                m_silent.remove(key);
                continue;
            }
            const QString name = QString::fromUtf8(m_store.channelName(ChannelId(id)));
            const QString words = rule.text.trimmed();
            const bool isMeant = name.contains(words, Qt::CaseInsensitive)
                || channelTitle(name).contains(words, Qt::CaseInsensitive);
            if (!isMeant || m_silent.contains(key))
                continue;
            m_silent.insert(key);
            raise({now(),
                   rule.title(),
                   tr("Nothing on %1 for %2.").arg(channelTitle(name), durationText(time - *last)),
                   {}});
        }
    }
}

void AlertWatch::noticeSilence(const QString &channel, std::chrono::seconds duration)
{
    const QString title = channelTitle(channel);
    raise({now(),
           tr("Silence: %1").arg(title),
           tr("Nothing on %1 for %2.").arg(title, durationText(duration)),
           {},
           0,
           true});
}

void AlertWatch::raiseFor(AlertRule::Kind kind, const QString &text)
{
    for (const AlertRule &rule : m_rules.all()) {
        if (rule.kind == kind && rule.isActive())
            raise({now(), rule.title(), text, {}});
    }
}

void AlertWatch::raise(const Alert &alert, qint64 count)
{
    const auto admitted = m_throttle.admit(alert, count, AlertThrottle::Clock::now());
    if (!m_timer.isActive())
        m_timer.start();
    if (admitted)
        say(*admitted);
}

void AlertWatch::raiseDue(AlertThrottle::Clock::time_point time)
{
    const QList<Alert> due = m_throttle.takeDue(time);
    if (!m_throttle.isWaiting())
        m_timer.stop();
    for (const Alert &alert : due)
        say(alert);
}

void AlertWatch::say(Alert alert)
{
    if (alert.row)
        alert.text = m_say(*alert.row);
    if (alert.more > 0)
        alert.text = tr("%1 (and %2 more)").arg(alert.text, numberText(alert.more));
    emit raised(alert);
}

} // namespace amb
