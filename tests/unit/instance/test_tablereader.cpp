// SPDX-License-Identifier: MIT
#include "core/instance/httpsession.h"
#include "core/instance/tablereader.h"
#include "tests/unit/instance/site.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;
using namespace std::chrono_literals;

class TestTableReader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsWithTheRightsOfTheSession();
    void readsPageByPageUntilTheTotal();
    void endsAtAShortPageWithoutATotal();
    void goesOnBehindAPageThatIsShortByRights();
    void stopsAtTheLimit();
    void beginsAtTheOffset();
    void saysWhenAllRowsAreWithheld();
    void aPageThatFailsFailsTheRead();
    void limitsAHugeAnswer();
    void asksNothingForABadRequest();
    void saysWhenTheSessionEnds();
    void canBeGivenUp();

private:
    /// Answers with rows of a table of that many, a page as asked for.
    void serve(int total, bool saysTotal = true);
    void read(const TableRequest &request);
    static TableRequest numbers(int limit);
    [[nodiscard]] const Result<TableRows> &result() const { return m_results.constFirst(); }

    std::unique_ptr<Site> m_site;
    std::unique_ptr<HttpSession> m_session;
    std::unique_ptr<TableReader> m_reader;
    QList<Result<TableRows>> m_results;
};

void TestTableReader::init()
{
    m_results.clear();
    m_reader.reset();
    m_session.reset();
    m_site = std::make_unique<Site>();
    QVERIFY(m_site->listen());
    NetworkSettings settings;
    settings.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    settings.maxMessageBytes = 100'000;
    m_session = std::make_unique<HttpSession>(*InstanceAddress::parse(m_site->url()), settings, 5s);
}

void TestTableReader::serve(int total, bool saysTotal)
{
    m_site->answer = [total, saysTotal](const QByteArray &path) {
        const QUrlQuery query(QUrl::fromEncoded(path));
        const int from = query.queryItemValue(u"sysparm_offset"_s).toInt();
        const int count = query.queryItemValue(u"sysparm_limit"_s).toInt();
        QByteArrayList rows;
        for (int i = from; i < std::min(total, from + count); ++i)
            rows += R"({"n":")" + QByteArray::number(i) + R"("})";
        const QByteArray header =
            saysTotal ? "X-Total-Count: " + QByteArray::number(total) + "\r\n" : QByteArray();
        return httpReply("200 OK", header, R"({"result":[)" + rows.join(',') + "]}");
    };
}

TableRequest TestTableReader::numbers(int limit)
{
    TableRequest request;
    request.table = u"numbers"_s;
    request.limit = limit;
    return request;
}

void TestTableReader::read(const TableRequest &request)
{
    m_reader = std::make_unique<TableReader>(*m_session, request);
    connect(m_reader.get(), &TableReader::finished, this, [this](const Result<TableRows> &rows) {
        m_results.append(rows);
    });
    m_reader->start();
    QCOMPARE(m_results.size(), 0); // never from within start()
}

void TestTableReader::readsWithTheRightsOfTheSession()
{
    serve(2);
    m_session->cookies().add({QNetworkCookie("a", "1")}, m_session->address().site());
    m_session->setUserToken("t0ken");
    read(numbers(10));
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(result());
    QCOMPARE(result()->size(), 2);
    QCOMPARE(result()->constLast().value(u"n"_s).value, u"1"_s);
    const QByteArray head = m_site->heads.constFirst();
    QVERIFY(pathOf(head).startsWith("/api/now/table/numbers?"));
    QCOMPARE(headerOf(head, "Cookie"), QByteArray("a=1"));
    QCOMPARE(headerOf(head, "X-UserToken"), QByteArray("t0ken"));
    QCOMPARE(headerOf(head, "Accept"), QByteArray("application/json"));
}

void TestTableReader::readsPageByPageUntilTheTotal()
{
    serve(2500);
    read(numbers(TableReader::mostRows));
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(result());
    QCOMPARE(result()->size(), 2500);
    QCOMPARE(result()->at(1000).value(u"n"_s).value, u"1000"_s);
    QCOMPARE(m_site->heads.size(), 3);
}

void TestTableReader::endsAtAShortPageWithoutATotal()
{
    serve(1200, false);
    read(numbers(5000));
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(result()->size(), 1200);
    QCOMPARE(m_site->heads.size(), 2);
}

void TestTableReader::goesOnBehindAPageThatIsShortByRights()
{
    int pages = 0;
    m_site->answer = [&pages](const QByteArray &) {
        const QByteArray rows = ++pages == 1 ? "" : R"({"n":"7"})";
        return httpReply("200 OK", "X-Total-Count: 1500\r\n", R"({"result":[)" + rows + "]}");
    };
    read(numbers(5000));
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(result()->size(), 1);
    QCOMPARE(pages, 2);
}

void TestTableReader::stopsAtTheLimit()
{
    serve(5000);
    read(numbers(1300));
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(result()->size(), 1300);
    QVERIFY(pathOf(m_site->heads.constLast()).contains("sysparm_limit=300&sysparm_offset=1000"));
}

void TestTableReader::beginsAtTheOffset()
{
    serve(50);
    TableRequest request = numbers(10);
    request.offset = 45;
    read(request);
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(result()->size(), 5);
    QCOMPARE(result()->constFirst().value(u"n"_s).value, u"45"_s);
}

void TestTableReader::saysWhenAllRowsAreWithheld()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("200 OK", "X-Total-Count: 12\r\n", R"({"result":[]})");
    };
    read(numbers(10));
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!result());
    QCOMPARE(result().error().kind, ErrorKind::Refused);
    QVERIFY2(result().error().text.contains(u"12"_s), qPrintable(result().error().text));
}

void TestTableReader::aPageThatFailsFailsTheRead()
{
    int pages = 0;
    m_site->answer = [&pages](const QByteArray &) {
        if (++pages == 2)
            return httpReply("403 Forbidden", "", "{}");
        return httpReply("200 OK", "X-Total-Count: 1500\r\n", R"({"result":[{"n":"1"}]})");
    };
    read(numbers(5000));
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!result());
    QCOMPARE(result().error().kind, ErrorKind::Refused);
}

void TestTableReader::limitsAHugeAnswer()
{
    m_site->answer = [](const QByteArray &) {
        return httpReply("200 OK", "", R"({"result":[")" + QByteArray(300'000, 'x') + R"("]})");
    };
    read(numbers(10));
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!result());
    QVERIFY2(result().error().text.contains(u"larger than the limit"_s),
             qPrintable(result().error().text));
}

void TestTableReader::asksNothingForABadRequest()
{
    TableRequest request;
    request.table = u"../incident"_s;
    read(request);
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(result().error().kind, ErrorKind::Input);
    QCOMPARE(m_site->heads.size(), 0);
}

void TestTableReader::saysWhenTheSessionEnds()
{
    read(numbers(10));
    QTRY_COMPARE(m_site->heads.size(), 1);
    m_session.reset();
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(!result());
    QVERIFY(result().error().text.contains(u"ask again"_s));
}

void TestTableReader::canBeGivenUp()
{
    read(numbers(10));
    QTRY_COMPARE(m_site->heads.size(), 1);
    m_reader.reset();
    serve(1);
    read(numbers(10));
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(result());
}

QTEST_GUILESS_MAIN(TestTableReader)
#include "test_tablereader.moc"
