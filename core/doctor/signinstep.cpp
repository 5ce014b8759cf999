// SPDX-License-Identifier: MIT
#include "core/doctor/doctorwords.h"
#include "core/doctor/steps.h"
#include "core/instance/signin.h"

namespace amb {

using namespace Qt::StringLiterals;

namespace {

using Words = DoctorWords;

using SignedIn = SessionFindings::SignIn;

/// How often the session is looked for, each time over a connection of its own, since a load
/// balancer chooses a node for each.
constexpr int sessionChecks = 4;

/// Signs in as the monitor does, then looks whether the cookies alone are enough, every time.
class SignInStep : public DoctorStepRun
{
public:
    using DoctorStepRun::DoctorStepRun;

    [[nodiscard]] std::chrono::milliseconds limit() const override
    {
        return context().options.patience * 3;
    }

    void start() override
    {
        SessionFindings &session = findings().session;
        const Credentials &credentials = context().options.credentials;
        if (credentials.kind == Credentials::Kind::None) {
            sayDone(Words::tr("Looked for credentials."));
            session.signIn = SignedIn::NotAsked;
            say(StepOutcome::Note,
                Words::tr("No credentials are given: the bus is tested without."));
            QMetaObject::invokeMethod(this, &DoctorStepRun::finished, Qt::QueuedConnection);
            return;
        }
        session.fromBrowser = credentials.kind == Credentials::Kind::Cookies;
        sayDone(
            session.fromBrowser
                ? Words::tr("Used the browser's cookies and asked whose session they are.")
                : Words::tr("Signed in as the monitor does, then asked with the cookies alone."));
        m_signIn = std::make_unique<SignIn>();
        connect(m_signIn.get(), &SignIn::done, this, [this] { onSignedIn(); });
        connect(
            m_signIn.get(), &SignIn::failed, this, [this](const Error &error) { onFailed(error); });
        // A test opens no pages on somebody's screen.
        connect(m_signIn.get(), &SignIn::browserRequested, this, [this] {
            m_signIn->cancel();
            findings().session.signIn = SignedIn::NeedsBrowser;
            say(StepOutcome::Failed,
                Words::tr("The sign-in needs the browser; sign in there first, then run this "
                          "again."));
            emit finished();
        });
        m_signIn->start(context().session, credentials);
    }

    void giveUp() override
    {
        findings().session.signIn = SignedIn::Failed;
        findings().session.trouble = Words::tr("No answer came in time.");
        say(StepOutcome::Failed, findings().session.trouble);
    }

private:
    void onFailed(const Error &error)
    {
        SessionFindings &session = findings().session;
        session.trouble = error.text;
        session.signIn = kindOf(error);
        if (session.fromBrowser && m_signIn->wasRefused(context().options.credentials)) {
            // They were looked at and are known to nobody.
            session.signIn = SignedIn::Done;
            session.checks = 1;
        }
        note(Words::tr("Sign-in"), error.detail);
        say(StepOutcome::Failed, error.text);
        emit finished();
    }

    /// Only what the instance judged counts as refused.
    [[nodiscard]] SignedIn kindOf(const Error &error) const
    {
        const Credentials &credentials = context().options.credentials;
        if (!m_signIn->wasRefused(credentials))
            return SignedIn::Failed;
        const bool isForm = credentials.kind == Credentials::Kind::FormLogin;
        const bool isJudged = error.detail.endsWith("HTTP 401"_L1)
            || (isForm && error.detail.endsWith("HTTP 200"_L1));
        return isJudged ? SignedIn::PasswordRefused : SignedIn::NeedsBrowser;
    }

    void onSignedIn()
    {
        findings().session.signIn = SignedIn::Done;
        QStringList names;
        const QList<QNetworkCookie> cookies =
            context().cookies().cookiesForUrl(context().options.address.bayeuxUrl());
        for (const QNetworkCookie &cookie : cookies) {
            context().secrets.add(cookie.value());
            names += QString::fromUtf8(cookie.name());
        }
        note(Words::tr("Cookies"), names.join(u", "_s));
        const bool hasRoute =
            names.contains("glide_user_route"_L1) || !names.filter(u"BIGipServer"_s).isEmpty();
        note(Words::tr("Node affinity"),
             hasRoute ? Words::tr("a cookie names the node")
                      : Words::tr("no cookie names the node (glide_user_route)"));
        check(0);
    }

    [[nodiscard]] QByteArray allCookies() const
    {
        return context().cookies().cookieHeader(context().options.address.bayeuxUrl());
    }

    void askWith(const QList<QByteArray> &cookieHeaders, HttpProbe::Then then)
    {
        m_probe = context().newHttp();
        ProbeRequest request;
        request.target = "/api/now/ui/user/current_user";
        request.headers = {{"Accept", "application/json"}, {"Connection", "close"}};
        for (const QByteArray &value : cookieHeaders)
            request.headers.emplaceBack("Cookie", value);
        m_probe->ask(request, context().options.patience, std::move(then));
    }

    void check(int number)
    {
        if (number == sessionChecks) {
            checkTwoHeaders();
            return;
        }
        askWith({allCookies()}, [this, number](const ProbeAnswer &answer) {
            SessionFindings &session = findings().session;
            // A server without this API, such as a plain CometD one, says nothing about sessions.
            if (answer.status == 200 || answer.status == 401 || answer.status == 403) {
                ++session.checks;
                session.accepted += answer.status == 200 ? 1 : 0;
            }
            if (number == 0 || answer.status != 200)
                noteExchange(Words::tr("Cookies alone, request %1").arg(number + 1), answer);
            QMetaObject::invokeMethod(
                this, [this, number] { check(number + 1); }, Qt::QueuedConnection);
        });
    }

    /// Two Cookie headers are allowed in HTTP/2 and on its way to HTTP/1; other clients send them.
    void checkTwoHeaders()
    {
        const QByteArrayList cookies = allCookies().split(';');
        if (cookies.size() < 2 || findings().session.accepted == 0) {
            checkOneCookie();
            return;
        }
        askWith({cookies.first().trimmed(), cookies.mid(1).join(';').trimmed()},
                [this](const ProbeAnswer &answer) {
                    note(Words::tr("Cookies in two headers"),
                         answer.status == 200
                             ? Words::tr("the session is known")
                             : Words::tr("%1: clients that send two Cookie headers are not "
                                         "signed in (KB2548136); this program sends one")
                                   .arg(answerText(answer)));
                    conclude();
                });
    }

    void checkOneCookie()
    {
        QByteArray one;
        const QByteArrayList cookies = allCookies().split(';');
        for (const QByteArray &cookie : cookies) {
            if (cookie.trimmed().startsWith("JSESSIONID="))
                one = cookie.trimmed();
        }
        if (one.isEmpty() || cookies.size() < 2 || findings().session.accepted > 0) {
            conclude();
            return;
        }
        askWith({one}, [this](const ProbeAnswer &answer) {
            findings().session.acceptedWithOneCookie = answer.status == 200;
            noteExchange(Words::tr("JSESSIONID alone"), answer);
            conclude();
        });
    }

    void conclude()
    {
        const SessionFindings &session = findings().session;
        if (session.checks == 0)
            say(StepOutcome::Note,
                Words::tr("Cookies came; whether they count is not to be seen."));
        else if (session.accepted == session.checks)
            say(StepOutcome::Good,
                Words::tr("Signed in; the session is known each time (%1 of %2).")
                    .arg(session.accepted)
                    .arg(session.checks));
        else
            say(StepOutcome::Failed,
                Words::tr("The session of the cookies is known for %1 of %2 requests.")
                    .arg(session.accepted)
                    .arg(session.checks));
        emit finished();
    }

    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<HttpProbe> m_probe;
};

} // namespace

std::unique_ptr<DoctorStepRun> steps::signIn(DoctorContext &context)
{
    return std::make_unique<SignInStep>(context);
}

} // namespace amb
