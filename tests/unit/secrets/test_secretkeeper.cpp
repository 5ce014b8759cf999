// SPDX-License-Identifier: MIT
#include "core/secrets/secretkeeper.h"

#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

/// A keychain that works or does not, as it is told.
class Keychain : public MemorySecretStore
{
public:
    explicit Keychain(bool &answers)
        : m_answers(answers)
    { }

    void probe(QObject *context, Done done) override
    {
        if (m_answers)
            MemorySecretStore::probe(context, done);
        else
            refuse(context, done);
    }

    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override
    {
        if (m_answers)
            MemorySecretStore::write(key, secret, context, done);
        else
            refuse(context, done);
    }

private:
    static void refuse(QObject *context, const Done &done)
    {
        QMetaObject::invokeMethod(
            context,
            [done] {
                done(Error{ErrorKind::Storage, u"No keychain answers."_s, {}});
            },
            Qt::QueuedConnection);
    }

    bool &m_answers;
};

} // namespace

class TestSecretKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsInTheKeychainWhatIsToBeRemembered();
    void keepsTheRestForThisRunOnly();
    void keepsForThisRunWhereNoKeychainAnswers();
    void prefersWhatWasKeptInThisRun();
    void forgets();
    void findsNothingUnderAnUnknownKey();

private:
    QByteArray read(const QString &key, bool isInKeychain)
    {
        std::optional<QByteArray> found;
        m_keeper->read(key, isInKeychain, this, [&found](const Result<QByteArray> &secret) {
            found = secret ? *secret : "error: " + secret.error().text.toUtf8();
        });
        if (found || !QTest::qWaitFor([&found] { return found.has_value(); }))
            return "error: no answer, or one from within the call";
        return *found;
    }

    QString keep(const QByteArray &secret, bool inKeychain)
    {
        std::optional<QString> why;
        m_keeper->keep(
            u"id"_s, secret, inKeychain, this, [&why](const std::optional<Error> &error) {
                why = error ? error->text : QString();
            });
        if (!QTest::qWaitFor([&why] { return why.has_value(); }))
            return u"no answer"_s;
        return *why;
    }

    QByteArray inKeychain()
    {
        std::optional<QByteArray> found;
        m_keychain->read(u"id"_s, this, [&found](const auto &secret) { found = *secret; });
        return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : "no answer";
    }

    bool m_answers = true;
    Keychain *m_keychain = nullptr;
    std::unique_ptr<SecretKeeper> m_keeper;
};

void TestSecretKeeper::init()
{
    m_answers = true;
    auto keychain = std::make_unique<Keychain>(m_answers);
    m_keychain = keychain.get();
    m_keeper = std::make_unique<SecretKeeper>(std::move(keychain));
}

void TestSecretKeeper::keepsInTheKeychainWhatIsToBeRemembered()
{
    QCOMPARE(keep("hush", true), QString());
    QCOMPARE(inKeychain(), "hush");
    QCOMPARE(read(u"id"_s, true), "hush");
}

void TestSecretKeeper::keepsTheRestForThisRunOnly()
{
    QCOMPARE(keep("hush", false), QString());
    QCOMPARE(inKeychain(), "");
    QCOMPARE(read(u"id"_s, false), "hush");
}

void TestSecretKeeper::keepsForThisRunWhereNoKeychainAnswers()
{
    m_answers = false;
    std::optional<Error> why;
    m_keeper->probe(this, [&why](const std::optional<Error> &error) { why = error; });
    QTRY_VERIFY(why);
    QCOMPARE(keep("hush", true), u"No keychain answers."_s);
    QCOMPARE(read(u"id"_s, true), "hush");
}

void TestSecretKeeper::prefersWhatWasKeptInThisRun()
{
    QCOMPARE(keep("old", true), QString());
    QCOMPARE(keep("new", false), QString());
    QCOMPARE(read(u"id"_s, true), "new");
}

void TestSecretKeeper::forgets()
{
    QCOMPARE(keep("hush", true), QString());
    bool isDone = false;
    m_keeper->forget(u"id"_s, true, this, [&isDone](const auto &error) { isDone = !error; });
    QTRY_VERIFY(isDone);
    QCOMPARE(read(u"id"_s, true), "");
    QCOMPARE(inKeychain(), "");
}

void TestSecretKeeper::findsNothingUnderAnUnknownKey()
{
    QCOMPARE(read(u"other"_s, true), "");
}

QTEST_GUILESS_MAIN(TestSecretKeeper)
#include "test_secretkeeper.moc"
