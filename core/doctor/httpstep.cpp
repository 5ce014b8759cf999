// SPDX-License-Identifier: MIT
#include "core/doctor/doctorwords.h"
#include "core/doctor/pagekind.h"
#include "core/doctor/steps.h"
#include "core/doctor/verdictwords.h"

#include <QDateTime>
#include <QLocale>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

constexpr auto restTarget = "/api/now/ui/user/current_user";

/// Asks for the first page and for the REST API, both without a session.
class HttpStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        sayDone(Words::tr("Asked for the first page and the REST API, without a session."));
        m_probe = context().newHttp();
        m_probe->ask({}, limit(), [this](const ProbeAnswer &answer) {
            m_page = answer;
            noteExchange(Words::tr("First page"), answer);
            if (!answer.isAnswered()) {
                judge({});
                return;
            }
            askRest();
        });
    }

    void giveUp() override { settle({}); }

private:
    void askRest()
    {
        ProbeRequest request;
        request.target = restTarget;
        request.headers = {{"Accept", "application/json"}};
        m_probe->ask(request, limit(), [this](const ProbeAnswer &answer) {
            noteExchange(Words::tr("REST API"), answer);
            context().httpRoundTrip = answer.took;
            judge(answer);
        });
    }

    void judge(const ProbeAnswer &rest)
    {
        settle(rest);
        emit finished();
    }

    void settle(const ProbeAnswer &rest)
    {
        HttpFindings &http = findings().http;
        http = readPages(m_page, rest, context().site());
        const QString server = http.server.isEmpty() ? Words::tr("no Server header") : http.server;
        switch (http.page) {
        case HttpFindings::Page::Hibernating:
            return say(StepOutcome::Failed, Words::tr("The instance hibernates."));
        case HttpFindings::Page::Maintenance:
            return say(StepOutcome::Failed, Words::tr("The instance is in maintenance."));
        case HttpFindings::Page::Portal:
            return say(StepOutcome::Failed,
                       Words::tr("A web page answers for everything: “%1”.").arg(http.title));
        case HttpFindings::Page::LoginElsewhere:
            return say(StepOutcome::Failed,
                       Words::tr("Requests are redirected to %1.").arg(http.redirectHost));
        case HttpFindings::Page::ServerError:
            return say(StepOutcome::Failed, answerText(m_page));
        case HttpFindings::Page::NotHttp:
        case HttpFindings::Page::NoAnswer:
        case HttpFindings::Page::Untried:
            return say(StepOutcome::Failed, answerText(m_page));
        case HttpFindings::Page::Usual:
            break;
        }
        say(http.via.isEmpty() ? StepOutcome::Good : StepOutcome::Note,
            http.via.isEmpty()
                ? Words::tr("%1 from %2.").arg(answerText(m_page), server)
                : Words::tr("%1 from %2, via %3.").arg(answerText(m_page), server, http.via));
    }

    std::unique_ptr<HttpProbe> m_probe;
    ProbeAnswer m_page;
};

/// Compares the Date header with this computer's clock.
class ClockStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    void start() override
    {
        sayDone(Words::tr("Compared the Date header of a reply with this computer's clock."));
        m_probe = context().newHttp();
        ProbeRequest request;
        request.target = restTarget;
        m_probe->ask(request, limit(), [this](const ProbeAnswer &answer) { take(answer); });
    }

    void giveUp() override { say(StepOutcome::Note, Words::tr("No reply came in time.")); }

private:
    void take(const ProbeAnswer &answer)
    {
        const QString date = QString::fromLatin1(answer.header("Date"));
        // HTTP's date is that of RFC 2822 but for the name of the zone.
        const QDateTime theirs =
            QDateTime::fromString(QString(date).replace("GMT"_L1, "+0000"_L1), Qt::RFC2822Date);
        const QDateTime ours = QDateTime::currentDateTimeUtc();
        note(Words::tr("Date header"), date);
        note(Words::tr("This computer"), ours.toString(Qt::ISODate));
        if (!theirs.isValid()) {
            say(StepOutcome::Note, Words::tr("The reply has no Date header to compare with."));
            emit finished();
            return;
        }
        const std::chrono::seconds ahead(theirs.secsTo(ours));
        findings().clockAhead = ahead;
        const bool isFar = judgeStep(DoctorStep::Clock, findings()).has_value();
        const QString by = QLocale().toString(qint64(std::chrono::abs(ahead).count()));
        if (std::chrono::abs(ahead).count() <= 1)
            say(StepOutcome::Good, Words::tr("Both clocks agree."));
        else
            say(isFar ? StepOutcome::Warning : StepOutcome::Good,
                ahead.count() > 0 ? Words::tr("This computer is %1 s ahead.").arg(by)
                                  : Words::tr("This computer is %1 s behind.").arg(by));
        emit finished();
    }

    std::unique_ptr<HttpProbe> m_probe;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::http(DoctorContext &context)
{
    return std::make_unique<HttpStep>(context);
}

std::unique_ptr<DoctorStepRun> steps::clock(DoctorContext &context)
{
    return std::make_unique<ClockStep>(context);
}

} // namespace amb
