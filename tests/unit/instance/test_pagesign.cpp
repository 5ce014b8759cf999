// SPDX-License-Identifier: MIT
#include "core/instance/httpsession.h"
#include "core/instance/pagesign.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace std::chrono_literals;

class TestPageSign : public QObject
{
    Q_OBJECT

private slots:
    void knowsARedirect_data();
    void knowsARedirect();
    void knowsAPage_data();
    void knowsAPage();
    void takesNoPageForJson();
    void readsTheHiddenFieldOfAForm();
    void readsTheComplaint_data();
    void readsTheComplaint();

private:
    HttpSession m_session{*InstanceAddress::parse(u"https://dev1.service-now.com"_s), {}, 1s};
};

void TestPageSign::knowsARedirect_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<PageSign>("sign");
    QTest::newRow("login") << u"/login.do"_s << PageSign::Login;
    QTest::newRow("login redirect") << u"/login_redirect.do?sysparm_stack=no"_s << PageSign::Login;
    QTest::newRow("logged out") << u"/logout_redirect.do"_s << PageSign::Login;
    QTest::newRow("second factor")
        << u"/validate_multifactor_auth_code.do?sysparm_url=x"_s << PageSign::SecondFactor;
    QTest::newRow("SSO by its own page")
        << u"/auth_redirect.do?sysparm_url=https%3A%2F%2Fidp.example"_s << PageSign::SingleSignOn;
    QTest::newRow("SSO") << u"/login_with_sso.do?glide_sso_id=1"_s << PageSign::SingleSignOn;
    QTest::newRow("SAML") << u"https://idp.example/saml2?SAMLRequest=x"_s << PageSign::SingleSignOn;
    QTest::newRow("OIDC") << u"https://idp.example/authorize?client_id=x"_s
                          << PageSign::SingleSignOn;
    QTest::newRow("custom domain") << u"https://help.example/home.do"_s << PageSign::Moved;
    QTest::newRow("another page") << u"/navpage.do"_s << PageSign::None;
    QTest::newRow("newer UI") << u"/now/nav/ui/classic/params/target/home.do"_s << PageSign::None;
}

void TestPageSign::knowsARedirect()
{
    QFETCH(const QString, location);
    QFETCH(const PageSign, sign);
    InstanceReply reply;
    reply.status = 302;
    reply.url = QUrl(u"https://dev1.service-now.com/home.do"_s);
    reply.location = reply.url.resolved(QUrl(location));
    QCOMPARE(signOf(reply, m_session), sign);
}

void TestPageSign::knowsAPage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<PageSign>("sign");
    QTest::newRow("sleeping") << QByteArray(
        "<html><head><title>\n  Instance Hibernating page\n</title></head></html>")
                              << PageSign::Hibernating;
    QTest::newRow("login") << QByteArray(R"(<form><input name="user_password"></form>)")
                           << PageSign::Login;
    QTest::newRow("login with SSO offered")
        << QByteArray(R"(<input name="user_password"><a href="/login_with_sso.do">SSO</a>)")
        << PageSign::Login;
    QTest::newRow("second factor") << QByteArray(
        R"(<form action="validate_multifactor_auth_code.do"><input name="txtResponse"></form>)")
                                   << PageSign::SecondFactor;
    QTest::newRow("SAML form") << QByteArray(
        R"re(<body onload="submit()"><form><input name="SAMLRequest" value="x"></form>)re")
                               << PageSign::SingleSignOn;
    QTest::newRow("SSO by script")
        << QByteArray(R"(<script>top.location = "/auth_redirect.do?sysparm_url=x"</script>)")
        << PageSign::SingleSignOn;
    QTest::newRow("home") << QByteArray("<html><title>Home</title></html>") << PageSign::None;
    QTest::newRow("empty") << QByteArray() << PageSign::None;
}

void TestPageSign::knowsAPage()
{
    QFETCH(const QByteArray, body);
    QFETCH(const PageSign, sign);
    InstanceReply reply;
    reply.status = 200;
    reply.url = QUrl(u"https://dev1.service-now.com/home.do"_s);
    reply.contentType = "text/html;charset=UTF-8";
    reply.body = body;
    QCOMPARE(signOf(reply, m_session), sign);
    if (sign == PageSign::None) { // the instance says itself that nobody is logged in
        reply.headers.emplaceBack("x-is-logged-in", "false");
        QCOMPARE(signOf(reply, m_session), PageSign::Login);
    }
}

void TestPageSign::takesNoPageForJson()
{
    InstanceReply reply;
    reply.status = 200;
    reply.contentType = "application/json";
    reply.body = R"({"short_description":"<input name=\"user_password\"> hibernating"})";
    QVERIFY(!isWebPage(reply));
    QCOMPARE(signOf(reply, m_session), PageSign::None);
}

void TestPageSign::readsTheHiddenFieldOfAForm()
{
    const QByteArray page = "<INPUT type='hidden' value='ab12' name='sysparm_ck'/>"
                            "<input name=\"other\" value=\"x\">";
    QCOMPARE(inputValue(page, u"sysparm_ck"_s), u"ab12"_s);
    QCOMPARE(inputValue(page, u"other"_s), u"x"_s);
    QCOMPARE(inputValue(page, u"none"_s), QString());
    QCOMPARE(inputValue({}, u"none"_s), QString());
}

void TestPageSign::readsTheComplaint_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("plain") << QByteArray(
        R"(<div class="outputmsg_error">User name or password invalid</div>)")
                           << u"User name or password invalid"_s;
    QTest::newRow("nested") << QByteArray(
        "<div class=\"outputmsg outputmsg_error\"><span class=\"icon\"></span>\n"
        "<b>Account</b> locked</div>")
                            << u"Account locked"_s;
    QTest::newRow("text") << QByteArray(
        R"(<span class='outputmsg_text'>Account <b>locked</b></span>)")
                          << u"Account locked"_s;
    QTest::newRow("none") << QByteArray("<div>hello</div>") << QString();
}

void TestPageSign::readsTheComplaint()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QString, complaint);
    QCOMPARE(pageComplaint(page), complaint);
}

QTEST_GUILESS_MAIN(TestPageSign)
#include "test_pagesign.moc"
