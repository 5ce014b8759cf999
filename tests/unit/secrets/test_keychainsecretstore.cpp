// SPDX-License-Identifier: MIT
#include "core/secrets/keychainsecretstore.h"

#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// A system without a keychain, as those of build servers are; a real keychain is not touched.
class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY"); // a bus could be found through it
    }

    void saysThatNoKeychainAnswers();
    void keepsNothingAnywhereElse();
    void doesNotAnswerAContextThatIsGone();
};

void TestKeychainSecretStore::saysThatNoKeychainAnswers()
{
    KeychainSecretStore store(u"amb-monitor-test"_s);
    QObject context;
    QList<std::optional<Error>> answers;
    const auto take = [&answers](const std::optional<Error> &error) {
        answers.append(error);
    };
    store.probe(&context, take);
    store.write(u"key"_s, "hush", &context, take);
    store.remove(u"key"_s, &context, take);
    QCOMPARE(answers.size(), 0); // never from within the call
    QTRY_COMPARE(answers.size(), 3);
    for (const std::optional<Error> &error : std::as_const(answers)) {
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Storage);
        QVERIFY2(error->text.contains(u"No keychain answers"_s), qPrintable(error->text));
        QVERIFY(!(error->text + error->detail).contains(u"hush"_s));
    }
}

void TestKeychainSecretStore::keepsNothingAnywhereElse()
{
    KeychainSecretStore store(u"amb-monitor-test"_s);
    QObject context;
    bool isWritten = false;
    store.write(u"key"_s, "hush", &context, [&isWritten](const auto &) { isWritten = true; });
    QTRY_VERIFY(isWritten);
    std::optional<Result<QByteArray>> found;
    store.read(u"key"_s, &context, [&found](const Result<QByteArray> &secret) { found = secret; });
    QTRY_VERIFY(found);
    QVERIFY(!found->ok());
}

void TestKeychainSecretStore::doesNotAnswerAContextThatIsGone()
{
    KeychainSecretStore store(u"amb-monitor-test"_s);
    bool isAnswered = false;
    auto context = std::make_unique<QObject>();
    store.probe(context.get(), [&isAnswered](const auto &) { isAnswered = true; });
    context.reset();
    QObject other;
    bool isOtherAnswered = false;
    store.probe(&other, [&isOtherAnswered](const auto &) { isOtherAnswered = true; });
    QTRY_VERIFY(isOtherAnswered);
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "test_keychainsecretstore.moc"
