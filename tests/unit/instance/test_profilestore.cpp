// SPDX-License-Identifier: MIT
#include "core/instance/profilejson.h"
#include "core/instance/profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace amb;
using namespace Qt::StringLiterals;

namespace {

Profile dev()
{
    Profile profile;
    profile.name = u"Dev"_s;
    profile.address = u"dev12345"_s;
    profile.colour = u"#3584e4"_s;
    profile.isProduction = true;
    profile.signIn = {Credentials::Kind::FormLogin,
                      u"admin"_s,
                      u"client"_s,
                      u"/home/me/cert.pem"_s,
                      u"/home/me/key.pem"_s,
                      true};
    profile.proxy = {ProxyChoice::Kind::Socks5, u"proxy.example"_s, 1081, u"me"_s};
    profile.caFile = u"/home/me/ca.pem"_s;
    profile.channels = {u"/rw/default/incident/YWN0aXZlPXRydWU-"_s, u"/demo/**"_s};
    profile.transport = TransportPreference::LongPollingOnly;
    profile.connectTimeout = std::chrono::milliseconds(2500);
    profile.answerTimeout = std::chrono::seconds(30);
    profile.lastUsed = QDateTime(QDate(2026, 11, 26), QTime(10, 0), Qt::UTC);
    return profile;
}

Profile named(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.address = u"https://%1.example"_s.arg(name);
    return profile;
}

QStringList namesIn(const ProfileStore &store)
{
    const auto contents = store.read();
    QStringList names;
    if (!contents)
        return {contents.error().text};
    for (const Profile &profile : contents->profiles)
        names.append(profile.name);
    return names;
}

/// What a child process does: it saves one profile over and over, and says each time so.
int saveForEver(const QString &path)
{
    ProfileStore store(path);
    auto saved = store.save(named(u"counted"_s));
    for (int i = 1; saved; ++i) {
        saved->channels = {u"/count/%1"_s.arg(i)};
        saved = store.save(*saved);
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 1;
}

/// What a child process does: it adds profiles of its own.
int addMany(const QString &path, const QString &prefix, int count)
{
    ProfileStore store(path);
    for (int i = 0; i < count; ++i) {
        if (!store.save(named(prefix + QString::number(i))))
            return 1;
    }
    return 0;
}

} // namespace

class TestProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void startsEmpty();
    void comesBackAfterARestart();
    void givesIdAndName();
    void replacesTheOneWithItsId();
    void refusesANameThatIsTaken();
    void findsByNameInAnyCase();
    void removes();
    void putsTheOnesUsedLastFirst();
    void keepsUnknownKeys();
    void leavesAloneWhatItCannotRead();
    void ignoresValuesThatMakeNoSense();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void doesNotWriteToAFileOfANewerVersion();
    void saysWhenTheFolderIsNotToBeWrittenTo();
    void survivesAKillWhileSaving();
    void savesInSpiteOfALockThatNamesNobody();
    void losesNothingOfAnotherProgram();
    void isForItsOwnerAlone();
    void exportsAndImports();
    void importsUnderNamesThatAreFree();
    void refusesToImport_data();
    void refusesToImport();

private:
    void write(const QByteArray &content)
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
    }

    [[nodiscard]] QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QStringList filesThere() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestProfileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"profiles.json"_s);
}

void TestProfileStore::startsEmpty()
{
    const auto contents = ProfileStore(m_path).read();
    QVERIFY(contents.ok());
    QVERIFY(contents->profiles.isEmpty());
    QCOMPARE(contents->notice, QString());
    QCOMPARE(filesThere(), QStringList());
}

void TestProfileStore::comesBackAfterARestart()
{
    const auto saved = ProfileStore(m_path).save(dev());
    QVERIFY(saved.ok());
    const auto contents = ProfileStore(m_path).read();
    QVERIFY(contents.ok());
    QCOMPARE(contents->notice, QString());
    Profile expected = dev();
    expected.id = saved->id;
    QCOMPARE(contents->profiles, QList{expected});
}

void TestProfileStore::givesIdAndName()
{
    Profile profile;
    profile.address = u"dev12345"_s;
    const auto saved = ProfileStore(m_path).save(profile);
    QVERIFY(saved.ok());
    QVERIFY(!saved->id.isEmpty());
    QCOMPARE(saved->name, u"dev12345.service-now.com"_s);
}

void TestProfileStore::replacesTheOneWithItsId()
{
    ProfileStore store(m_path);
    auto saved = store.save(dev());
    QVERIFY(store.save(named(u"other"_s)).ok());
    saved->name = u"Renamed"_s;
    QVERIFY(store.save(*saved).ok());
    QCOMPARE(namesIn(store), (QStringList{u"Renamed"_s, u"other"_s}));
}

void TestProfileStore::refusesANameThatIsTaken()
{
    ProfileStore store(m_path);
    QVERIFY(store.save(named(u"dev"_s)).ok());
    const auto saved = store.save(named(u" DEV "_s));
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, ErrorKind::Input);
    QVERIFY2(saved.error().text.contains(u"another saved instance"_s),
             qPrintable(saved.error().text));
    QCOMPARE(namesIn(store), QStringList{u"dev"_s});
}

void TestProfileStore::findsByNameInAnyCase()
{
    ProfileStore store(m_path);
    QVERIFY(store.save(dev()).ok());
    QCOMPARE((*store.find(u"dev"_s))->address, u"dev12345"_s);
    QVERIFY(!store.find(u"de"_s)->has_value());
}

void TestProfileStore::removes()
{
    ProfileStore store(m_path);
    const auto first = store.save(named(u"first"_s));
    QVERIFY(store.save(named(u"second"_s)).ok());
    QVERIFY(!store.remove(first->id));
    QVERIFY(!store.remove(u"no such id"_s));
    QCOMPARE(namesIn(store), QStringList{u"second"_s});
}

void TestProfileStore::putsTheOnesUsedLastFirst()
{
    ProfileStore store(m_path);
    const auto first = store.save(named(u"a"_s));
    const auto second = store.save(named(u"b"_s));
    QVERIFY(store.save(named(u"c"_s)).ok());
    const QDateTime time(QDate(2026, 11, 26), QTime(10, 0), Qt::UTC);
    QVERIFY(!store.markUsed(second->id, time));
    QCOMPARE(namesIn(store), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QVERIFY(!store.markUsed(first->id, time.addSecs(1)));
    QCOMPARE(namesIn(store), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestProfileStore::keepsUnknownKeys()
{
    write(R"({"format":1,"theme":"of tomorrow","profiles":[
        {"id":"1","name":"Dev","address":"dev1","star":true,"signIn":{"way":"form","later":[1]}},
        {"id":"2","name":"Other","address":"dev2","star":false}]})");
    ProfileStore store(m_path);
    auto profile = *store.find(u"Dev"_s);
    profile->name = u"Renamed"_s;
    QVERIFY(store.save(*profile).ok());
    const QJsonObject root = QJsonDocument::fromJson(content()).object();
    QCOMPARE(root.value("theme"_L1).toString(), u"of tomorrow"_s);
    const QJsonObject first = root.value("profiles"_L1).toArray().at(0).toObject();
    QCOMPARE(first.value("name"_L1).toString(), u"Renamed"_s);
    QVERIFY(first.value("star"_L1).toBool());
    QCOMPARE(first.value("signIn"_L1).toObject().value("later"_L1).toArray(), QJsonArray{1});
    QCOMPARE(first.value("signIn"_L1).toObject().value("way"_L1).toString(), u"form"_s);
    const QJsonObject second = root.value("profiles"_L1).toArray().at(1).toObject();
    QCOMPARE(second.keys(), (QStringList{u"address"_s, u"id"_s, u"name"_s, u"star"_s}));
}

void TestProfileStore::leavesAloneWhatItCannotRead()
{
    write(R"({"profiles":[17,{"id":"1","name":"no address"},{"id":"2","address":"dev2"}]})");
    ProfileStore store(m_path);
    const auto contents = store.read();
    QVERIFY(contents.ok());
    QCOMPARE(contents->profiles.size(), 1);
    QVERIFY2(contents->notice.startsWith(u"2 of the saved instances"_s),
             qPrintable(contents->notice));
    QVERIFY(store.save(named(u"new"_s)).ok());
    const QJsonArray entries =
        QJsonDocument::fromJson(content()).object().value("profiles"_L1).toArray();
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries.at(0).toInt(), 17);
}

void TestProfileStore::ignoresValuesThatMakeNoSense()
{
    write(R"({"profiles":[{"id":"1","address":"dev1","colour":"red; }","production":"yes",
        "signIn":{"way":"telepathy"},"proxy":{"kind":7,"port":70000},"channels":"none",
        "transport":"pigeon","timeouts":{"connectSeconds":-1,"answerSeconds":"soon"},
        "lastUsed":"yesterday"}]})");
    const auto contents = ProfileStore(m_path).read();
    QVERIFY(contents.ok());
    Profile expected;
    expected.id = u"1"_s;
    expected.address = u"dev1"_s;
    QCOMPARE(contents->profiles, QList{expected});
}

void TestProfileStore::keepsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::newRow("cut off") << QByteArray(R"({"format":1,"profiles":[{"id":"1",)");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("something else") << QByteArray("[1,2,3]");
    QTest::newRow("no list") << QByteArray(R"({"profiles":{}})");
}

void TestProfileStore::keepsADamagedFileAside()
{
    QFETCH(QByteArray, damaged);
    write(damaged);
    ProfileStore store(m_path);
    const auto contents = store.read();
    QVERIFY(contents.ok());
    QVERIFY(contents->profiles.isEmpty());
    const QStringList files = filesThere();
    QCOMPARE(files.size(), 1);
    QVERIFY2(files.first().startsWith(u"profiles.damaged-2"_s), qPrintable(files.first()));
    QVERIFY2(contents->notice.contains(files.first()), qPrintable(contents->notice));
    QFile kept(m_folder->filePath(files.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), damaged);

    QVERIFY(store.save(dev()).ok());
    QCOMPARE(store.read()->notice, QString());
    write(damaged); // within the same second
    QVERIFY(!store.read()->notice.isEmpty());
    QCOMPARE(filesThere().filter(u"damaged"_s).size(), 2);
}

void TestProfileStore::doesNotWriteToAFileOfANewerVersion()
{
    const QByteArray newer =
        R"({"format":2,"profiles":[{"id":"1","name":"Dev","address":"dev1"}]})";
    write(newer);
    ProfileStore store(m_path);
    QCOMPARE(namesIn(store), QStringList{u"Dev"_s});
    QVERIFY(store.read()->notice.contains(u"newer version"_s));
    const auto saved = store.save(dev());
    QVERIFY(!saved.ok());
    QVERIFY2(saved.error().text.contains(u"newer version"_s), qPrintable(saved.error().text));
    QCOMPARE(content(), newer);
}

void TestProfileStore::saysWhenTheFolderIsNotToBeWrittenTo()
{
    write("not a folder");
    ProfileStore store(m_path + u"/profiles.json"_s);
    const auto saved = store.save(dev());
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY2(saved.error().text.contains(u"folder"_s), qPrintable(saved.error().text));
}

void TestProfileStore::survivesAKillWhileSaving()
{
    ProfileStore store(m_path);
    QVERIFY(store.save(named(u"bystander"_s)).ok());
    for (int round = 0; round < 10; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"save-for-ever"_s, m_path});
        QByteArray said;
        const int enough = 3 + 3 * round;
        QTRY_VERIFY((said += child.readAllStandardOutput()).count('\n') >= enough);
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        said += child.readAllStandardOutput();

        const auto contents = store.read();
        QVERIFY(contents.ok());
        QCOMPARE(contents->notice, QString());
        QCOMPARE(contents->profiles.size(), 2);
        const auto counted = *store.find(u"counted"_s);
        QVERIFY(counted);
        const int last = said.trimmed().split('\n').last().toInt();
        const int kept = counted->channels.first().section(u'/', -1).toInt();
        QVERIFY2(kept == last || kept == last + 1, qPrintable(u"%1 %2"_s.arg(kept).arg(last)));
        QVERIFY(!store.remove(counted->id)); // the dead program's lock is in nobody's way
    }
}

void TestProfileStore::savesInSpiteOfALockThatNamesNobody()
{
    QFile lock(m_path + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close(); // as a program leaves it that is killed between making and filling it
    QVERIFY(ProfileStore(m_path).save(dev()).ok());
    QVERIFY(!lock.exists());
}

void TestProfileStore::losesNothingOfAnotherProgram()
{
    constexpr int each = 20;
    QProcess one;
    QProcess other;
    const QString program = QCoreApplication::applicationFilePath();
    one.start(program, {u"add-many"_s, m_path, u"one"_s, QString::number(each)});
    other.start(program, {u"add-many"_s, m_path, u"other"_s, QString::number(each)});
    QVERIFY(one.waitForFinished(50000) && other.waitForFinished(50000));
    QCOMPARE(one.exitCode(), 0);
    QCOMPARE(other.exitCode(), 0);
    const QStringList names = namesIn(ProfileStore(m_path));
    QCOMPARE(names.size(), 2 * each);
    QCOMPARE(names.filter(u"other"_s).size(), each);
}

void TestProfileStore::isForItsOwnerAlone()
{
    QVERIFY(ProfileStore(m_path).save(dev()).ok());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(m_path) & others));
}

void TestProfileStore::exportsAndImports()
{
    ProfileStore store(m_path);
    QVERIFY(store.save(dev()).ok());
    const QByteArray exported = exportedProfiles(store.read()->profiles);
    const auto imported = importedProfiles(exported);
    QVERIFY(imported.ok());
    Profile expected = dev();
    expected.lastUsed = {};
    expected.signIn.remembers = false;
    QCOMPARE(*imported, QList{expected});
    QVERIFY(!exported.contains(store.read()->profiles.first().id.toUtf8()));
    // Our own file can be imported too.
    QCOMPARE(*importedProfiles(content()), QList{expected});
}

void TestProfileStore::importsUnderNamesThatAreFree()
{
    ProfileStore store(m_path);
    QVERIFY(store.save(named(u"dev"_s)).ok());
    const auto added = store.add({named(u"Dev"_s), named(u"dev"_s), named(u"new"_s)});
    QVERIFY(added.ok());
    QCOMPARE(added->at(0).name, u"Dev 2"_s);
    QCOMPARE(added->at(1).name, u"dev 3"_s);
    QCOMPARE(added->at(2).name, u"new"_s);
    QCOMPARE(namesIn(store).size(), 4);
}

void TestProfileStore::refusesToImport_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("<html>") << u"This is no file of saved instances"_s;
    QTest::newRow("other JSON") << QByteArray("{}") << u"no list “profiles”"_s;
    QTest::newRow("no address") << QByteArray(R"({"profiles":[{"name":"a"}]})")
                                << u"Entry 1 of the file: An instance has no address"_s;
    QTest::newRow("a password in the address")
        << QByteArray(R"({"profiles":[{"address":"https://admin:hush@dev1"}]})")
        << u"contains a user name or password"_s;
}

void TestProfileStore::refusesToImport()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto imported = importedProfiles(json);
    QVERIFY(!imported.ok());
    QVERIFY2(imported.error().text.contains(says), qPrintable(imported.error().text));
    QVERIFY(!imported.error().text.contains(u"hush"_s));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "save-for-ever"_L1)
        return saveForEver(arguments.value(2));
    if (arguments.value(1) == "add-many"_L1)
        return addMany(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    TestProfileStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_profilestore.moc"
