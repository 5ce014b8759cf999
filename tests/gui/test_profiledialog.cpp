// SPDX-License-Identifier: MIT
#include "tests/gui/cutoff.h"
#include "ui/instances/profiledialog.h"
#include "ui/instances/signinways.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace amb;
using namespace Qt::StringLiterals;
using Way = Credentials::Kind;

class TestProfileDialog : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatABareNameMeans();
    void pointsAtAWrongAddressWhileTyping();
    void asksForWhatIsMissingBeforeItConnects();
    void connectsByEnter();
    void showsTheFieldsOfEachWay_data();
    void showsTheFieldsOfEachWay();
    void hidesMoreUntilItIsWished();
    void opensMoreWhereItIsInUse();
    void pointsAtWrongMoreFields();
    void givesBackWhatItShows();
    void saysWhereNoKeychainAnswers();
    void remembersWhereAKeychainAnswers();
    void neverShowsWhatWasKept();
    void doesNotGiveKeptSecretsToAnotherInstance();
    void savesWithoutSecretsWhatHasAnAddress();
    void doesNotSaveWhatIsNotToBeKept();
    void stopsATest();
    void forgetsAResultWhenSomethingChanges();
    void everyFieldHasANameAndATabStop();
    void nothingIsCutOffWhateverIsShown();
    void fitsTheScreenWithAllThatIsMore();
};

namespace {

Profile dev()
{
    Profile profile;
    profile.id = u"1"_s;
    profile.name = u"Dev"_s;
    profile.address = u"dev12345"_s;
    profile.signIn.user = u"admin"_s;
    return profile;
}

/// The dialog, shown, with its parts by name.
class Shown
{
public:
    explicit Shown(const Profile &profile = {},
                   ProfileDialog::Purpose purpose = ProfileDialog::Purpose::New)
        : dialog(profile, purpose)
    {
        dialog.show();
        if (!QTest::qWaitForWindowExposed(&dialog))
            qFatal("the dialog is not shown");
    }

    template <typename T>
    [[nodiscard]] T &find(const QString &name) const
    {
        auto *child = dialog.findChild<T *>(name);
        if (child == nullptr)
            qFatal("no child named %s", qPrintable(name));
        return *child;
    }

    void type(const QString &field, const QString &text) const
    {
        auto &line = find<QLineEdit>(field);
        line.selectAll();
        QTest::keyClicks(&line, text);
    }

    [[nodiscard]] QString note(const QString &field) const
    {
        const auto &label = find<QLabel>(field + u"Note"_s);
        return label.isVisible() ? label.text() : QString();
    }

    void click(const QString &button) const
    {
        QTest::mouseClick(&find<QPushButton>(button), Qt::LeftButton);
    }

    void choose(Way way) const
    {
        auto &ways = find<QComboBox>(u"profileWay"_s);
        ways.setCurrentIndex(ways.findData(int(way)));
    }

    ProfileDialog dialog;
};

} // namespace

void TestProfileDialog::saysWhatABareNameMeans()
{
    const Shown shown;
    QVERIFY(shown.find<QLineEdit>(u"profileAddress"_s).hasFocus());
    shown.type(u"profileAddress"_s, u"dev12345"_s);
    QCOMPARE(shown.note(u"profileAddress"_s), u"This is https://dev12345.service-now.com"_s);
    QCOMPARE(shown.find<QLineEdit>(u"profileName"_s).placeholderText(),
             u"dev12345.service-now.com"_s);
    shown.type(u"profileAddress"_s, u"https://dev12345.service-now.com"_s);
    QCOMPARE(shown.note(u"profileAddress"_s), QString());
}

void TestProfileDialog::pointsAtAWrongAddressWhileTyping()
{
    const Shown shown;
    QCOMPARE(shown.note(u"profileAddress"_s), QString()); // nothing was typed yet
    shown.type(u"profileAddress"_s, u"two words"_s);
    QVERIFY2(shown.note(u"profileAddress"_s).contains(u"is no address"_s),
             qPrintable(shown.note(u"profileAddress"_s)));
    QCOMPARE(shown.find<QLineEdit>(u"profileAddress"_s).accessibleDescription(),
             shown.note(u"profileAddress"_s));
    shown.type(u"profileAddress"_s, u"https://admin:hush@dev1"_s);
    QVERIFY(!shown.note(u"profileAddress"_s).contains(u"hush"_s));
}

void TestProfileDialog::asksForWhatIsMissingBeforeItConnects()
{
    const Shown shown;
    const QSignalSpy connects(&shown.dialog, &ProfileDialog::connectRequested);
    const QSignalSpy tests(&shown.dialog, &ProfileDialog::testRequested);
    shown.click(u"profileConnect"_s);
    shown.click(u"profileTest"_s);
    QCOMPARE(connects.count() + tests.count(), 0);
    QVERIFY(shown.note(u"profileAddress"_s).contains(u"missing"_s));
    QCOMPARE(shown.note(u"profileUser"_s), u"Type the user's name."_s);
    QCOMPARE(shown.note(u"profilePassword"_s), u"Type the password."_s);
    QVERIFY(shown.find<QLineEdit>(u"profileAddress"_s).hasFocus());

    shown.type(u"profileAddress"_s, u"dev1"_s);
    shown.type(u"profileUser"_s, u"admin"_s);
    shown.click(u"profileConnect"_s);
    QCOMPARE(connects.count(), 0);
    QVERIFY(shown.find<QLineEdit>(u"profilePassword"_s).hasFocus());
    shown.type(u"profilePassword"_s, u"hush"_s);
    QCOMPARE(shown.note(u"profilePassword"_s), QString());
    shown.click(u"profileConnect"_s);
    QCOMPARE(connects.count(), 1);
}

void TestProfileDialog::connectsByEnter()
{
    const Shown shown(dev(), ProfileDialog::Purpose::Edit);
    const QSignalSpy connects(&shown.dialog, &ProfileDialog::connectRequested);
    auto &password = shown.find<QLineEdit>(u"profilePassword"_s);
    QVERIFY(password.hasFocus()); // the first that is empty
    QTest::keyClicks(&password, u"hush"_s);
    QTest::keyClick(&password, Qt::Key_Return);
    QCOMPARE(connects.count(), 1);
}

void TestProfileDialog::showsTheFieldsOfEachWay_data()
{
    QTest::addColumn<Credentials::Kind>("way");
    QTest::addColumn<QStringList>("fields");
    const QString user = u"profileUser"_s;
    const QString password = u"profilePassword"_s;
    const QString id = u"profileClientId"_s;
    const QString secret = u"profileClientSecret"_s;
    QTest::newRow("password") << Way::Password << QStringList{user, password};
    QTest::newRow("form") << Way::FormLogin << QStringList{user, password};
    QTest::newRow("token") << Way::BearerToken << QStringList{u"profileToken"_s};
    QTest::newRow("oauth password")
        << Way::OAuthPassword << QStringList{user, password, id, secret};
    QTest::newRow("oauth client") << Way::OAuthClientCredentials << QStringList{id, secret};
    QTest::newRow("oauth refresh")
        << Way::OAuthRefreshToken << QStringList{id, secret, u"profileRefreshToken"_s};
    QTest::newRow("oauth browser") << Way::OAuthBrowser << QStringList{id, secret};
    QTest::newRow("cookies") << Way::Cookies << QStringList{u"profileCookies"_s};
    QTest::newRow("certificate") << Way::ClientCertificate
                                 << QStringList{u"profileCertificate"_s,
                                                u"profileKey"_s,
                                                u"profilePassphrase"_s};
    QTest::newRow("none") << Way::None << QStringList();
}

void TestProfileDialog::showsTheFieldsOfEachWay()
{
    QFETCH(Credentials::Kind, way);
    QFETCH(QStringList, fields);
    const Shown shown;
    shown.choose(way);
    QStringList visible;
    for (const QString &name : {u"profileUser"_s,
                                u"profilePassword"_s,
                                u"profileClientId"_s,
                                u"profileClientSecret"_s,
                                u"profileRefreshToken"_s,
                                u"profileToken"_s,
                                u"profileCookies"_s,
                                u"profileCertificate"_s,
                                u"profileKey"_s,
                                u"profilePassphrase"_s}) {
        if (shown.find<QWidget>(name).isVisible())
            visible.append(name);
    }
    QCOMPARE(visible, fields);
    QCOMPARE(shown.note(u"profileWay"_s), sayWay(way).hint);
    QCOMPARE(shown.find<QWidget>(u"profileRemember"_s).isVisible(), way != Way::None);
    QCOMPARE(shown.dialog.profile().signIn.way, way);
}

void TestProfileDialog::hidesMoreUntilItIsWished()
{
    const Shown shown;
    auto &more = shown.find<QToolButton>(u"profileMore"_s);
    auto &proxy = shown.find<QComboBox>(u"profileProxyKind"_s);
    QVERIFY(!proxy.isVisible());
    QTest::mouseClick(&more, Qt::LeftButton);
    QVERIFY(proxy.isVisible());
    const auto &host = shown.find<QLineEdit>(u"profileProxyHost"_s);
    QVERIFY(!host.isVisible());
    proxy.setCurrentIndex(2);
    QVERIFY(host.isVisible());
    QTest::mouseClick(&more, Qt::LeftButton);
    QVERIFY(!proxy.isVisible() && !host.isVisible());
}

void TestProfileDialog::opensMoreWhereItIsInUse()
{
    Profile profile = dev();
    profile.channels = {u"/demo/**"_s};
    const Shown shown(profile, ProfileDialog::Purpose::Edit);
    QVERIFY(shown.find<QWidget>(u"profileChannels"_s).isVisible());
}

void TestProfileDialog::pointsAtWrongMoreFields()
{
    const Shown shown(dev(), ProfileDialog::Purpose::Edit);
    const QSignalSpy saves(&shown.dialog, &ProfileDialog::saveRequested);
    QTest::mouseClick(&shown.find<QToolButton>(u"profileMore"_s), Qt::LeftButton);
    QTest::keyClicks(&shown.find<QPlainTextEdit>(u"profileChannels"_s), u"no channel"_s);
    QVERIFY(!shown.note(u"profileChannels"_s).isEmpty());
    auto &proxy = shown.find<QComboBox>(u"profileProxyKind"_s);
    proxy.setCurrentIndex(3);
    shown.type(u"profileProxyHost"_s, u"host with spaces"_s);
    QVERIFY(shown.note(u"profileProxyHost"_s).contains(u"host:port"_s));
    shown.click(u"profileSave"_s);
    QCOMPARE(saves.count(), 0);
    shown.find<QPlainTextEdit>(u"profileChannels"_s).clear();
    shown.type(u"profileProxyHost"_s, u"proxy.example:1081"_s);
    shown.click(u"profileSave"_s);
    QCOMPARE(saves.count(), 1);
    QCOMPARE(shown.dialog.profile().proxy.host, u"proxy.example"_s);
    QCOMPARE(shown.dialog.profile().proxy.port, 1081);
}

void TestProfileDialog::givesBackWhatItShows()
{
    Profile profile = dev();
    profile.colour = u"#123456"_s;
    profile.isProduction = true;
    profile.signIn.way = Way::OAuthPassword;
    profile.signIn.clientId = u"client"_s;
    profile.proxy = {ProxyChoice::Kind::Http, u"proxy.example"_s, 8080, u"me"_s};
    profile.caFile = u"/home/me/ca.pem"_s;
    profile.channels = {u"/demo/one"_s, u"/demo/**"_s};
    profile.transport = TransportPreference::LongPollingOnly;
    profile.connectTimeout = std::chrono::milliseconds(2500);
    profile.answerTimeout = std::chrono::seconds(40);
    const Shown shown(profile, ProfileDialog::Purpose::Edit);
    QCOMPARE(shown.dialog.profile(), profile);
    QVERIFY(shown.dialog.secrets().isEmpty());
}

void TestProfileDialog::saysWhereNoKeychainAnswers()
{
    Shown shown;
    auto &remember = shown.find<QCheckBox>(u"profileRemember"_s);
    QVERIFY(!remember.isEnabled()); // until it is known
    shown.dialog.setKeychainTrouble(u"No keychain answers."_s);
    QVERIFY(!remember.isEnabled());
    QCOMPARE(shown.note(u"profileRemember"_s),
             u"No keychain answers. What you type is kept for this run only."_s);
    QVERIFY(!shown.dialog.profile().signIn.remembers);
}

void TestProfileDialog::remembersWhereAKeychainAnswers()
{
    Shown shown;
    shown.dialog.setKeychainTrouble({});
    auto &remember = shown.find<QCheckBox>(u"profileRemember"_s);
    QVERIFY(remember.isEnabled() && !remember.isChecked());
    QCOMPARE(shown.note(u"profileRemember"_s), u"What you type is kept for this run only."_s);
    QTest::keyClick(&remember, Qt::Key_Space);
    QCOMPARE(shown.note(u"profileRemember"_s), QString());
    QVERIFY(shown.dialog.profile().signIn.remembers);
}

void TestProfileDialog::neverShowsWhatWasKept()
{
    Shown shown(dev(), ProfileDialog::Purpose::Edit);
    const QSignalSpy connects(&shown.dialog, &ProfileDialog::connectRequested);
    ProfileSecrets kept;
    kept.password = u"hush"_s;
    shown.dialog.setKept(kept);
    auto &password = shown.find<QLineEdit>(u"profilePassword"_s);
    QCOMPARE(password.echoMode(), QLineEdit::Password);
    QCOMPARE(password.text(), QString());
    QVERIFY(password.placeholderText().startsWith(u"kept"_s));
    QCOMPARE(shown.dialog.secrets(), kept);
    shown.click(u"profileConnect"_s);
    QCOMPARE(connects.count(), 1);
    shown.type(u"profilePassword"_s, u"new"_s);
    QCOMPARE(shown.dialog.secrets().password, u"new"_s);
}

void TestProfileDialog::doesNotGiveKeptSecretsToAnotherInstance()
{
    Shown shown(dev(), ProfileDialog::Purpose::Edit);
    ProfileSecrets kept;
    kept.password = u"hush"_s;
    shown.dialog.setKept(kept);
    shown.type(u"profileAddress"_s, u"elsewhere.example"_s);
    QVERIFY(shown.dialog.secrets().isEmpty());
    shown.click(u"profileConnect"_s);
    QCOMPARE(shown.note(u"profilePassword"_s), u"Type the password."_s);
    shown.type(u"profileAddress"_s, u"https://dev12345.service-now.com"_s);
    QCOMPARE(shown.dialog.secrets(), kept);
}

void TestProfileDialog::savesWithoutSecretsWhatHasAnAddress()
{
    const Shown shown;
    const QSignalSpy saves(&shown.dialog, &ProfileDialog::saveRequested);
    shown.click(u"profileSave"_s);
    QCOMPARE(saves.count(), 0);
    shown.type(u"profileAddress"_s, u"dev1"_s);
    shown.click(u"profileSave"_s);
    QCOMPARE(saves.count(), 1);
}

void TestProfileDialog::doesNotSaveWhatIsNotToBeKept()
{
    const Shown shown({}, ProfileDialog::Purpose::Passing);
    QVERIFY(!shown.dialog.keepsInList());
    QVERIFY(!shown.find<QPushButton>(u"profileSave"_s).isVisible());
    QTest::keyClick(&shown.find<QCheckBox>(u"profileKeep"_s), Qt::Key_Space);
    QVERIFY(shown.dialog.keepsInList());
    QVERIFY(shown.find<QPushButton>(u"profileSave"_s).isVisible());
}

void TestProfileDialog::stopsATest()
{
    Shown shown(dev(), ProfileDialog::Purpose::Edit);
    const QSignalSpy stops(&shown.dialog, &ProfileDialog::testStopRequested);
    shown.dialog.showTestRunning();
    QVERIFY(!shown.find<QPushButton>(u"profileConnect"_s).isEnabled());
    shown.click(u"profileTest"_s);
    QCOMPARE(stops.count(), 1);
    shown.dialog.showTestResult(false, u"<b>The test</b> was stopped."_s);
    const auto &result = shown.find<QLabel>(u"profileResultText"_s);
    QCOMPARE(result.text(), u"<b>The test</b> was stopped."_s);
    QCOMPARE(result.textFormat(), Qt::PlainText);
    QVERIFY(shown.find<QPushButton>(u"profileConnect"_s).isEnabled());
}

void TestProfileDialog::forgetsAResultWhenSomethingChanges()
{
    Shown shown(dev(), ProfileDialog::Purpose::Edit);
    shown.dialog.showTestResult(true, u"Connected."_s);
    QVERIFY(shown.find<QLabel>(u"profileResultText"_s).isVisible());
    shown.type(u"profilePassword"_s, u"x"_s);
    QVERIFY(!shown.find<QLabel>(u"profileResultText"_s).isVisible());
}

void TestProfileDialog::everyFieldHasANameAndATabStop()
{
    const Shown shown(dev(), ProfileDialog::Purpose::Edit);
    QTest::mouseClick(&shown.find<QToolButton>(u"profileMore"_s), Qt::LeftButton);
    QList<QWidget *> walked;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (walked.contains(QApplication::focusWidget()))
            break;
        walked.append(QApplication::focusWidget());
    }
    const auto children = shown.dialog.findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (!child->isVisible() || !child->isEnabled() || !(child->focusPolicy() & Qt::TabFocus)
            || child->focusProxy() != nullptr || qobject_cast<QLabel *>(child) != nullptr
            || child->objectName().startsWith(u"qt_"_s))
            continue;
        QVERIFY2(walked.contains(child), qPrintable(child->objectName() + u" by Tab"_s));
        const auto *button = qobject_cast<QAbstractButton *>(child);
        QVERIFY2(!child->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(child->objectName() + u" has a name"_s));
    }
    QVERIFY(walked.size() > 12);
}

void TestProfileDialog::nothingIsCutOffWhateverIsShown()
{
    Shown shown(dev());
    shown.dialog.setKeychainTrouble(u"No keychain answers: start the keychain first."_s);
    auto &ways = shown.find<QComboBox>(u"profileWay"_s);
    const auto &result = shown.find<QWidget>(u"profileResult"_s);
    const auto &area = shown.find<QWidget>(u"profileArea"_s);
    const auto &more = shown.find<QWidget>(u"profileMore"_s);
    for (int way = 0; way < ways.count(); ++way) {
        ways.setCurrentIndex(way);
        QTRY_COMPARE(cutOff(shown.dialog), QStringList());
        shown.click(u"profileConnect"_s); // says what is missing
        QTRY_COMPARE(cutOff(shown.dialog), QStringList());
        shown.dialog.showTestResult(false, QString(u"Refused. "_s).repeated(40));
        QTRY_COMPARE(cutOff(shown.dialog), QStringList());
        QTRY_VERIFY(result.y() >= area.geometry().bottom());
        QTRY_VERIFY(more.isVisible() && !more.visibleRegion().isEmpty());
    }
}

void TestProfileDialog::fitsTheScreenWithAllThatIsMore()
{
    const Shown shown;
    shown.find<QToolButton>(u"profileMore"_s).click();
    shown.find<QComboBox>(u"profileProxyKind"_s).setCurrentIndex(2);
    shown.click(u"profileConnect"_s);
    const auto *bar = shown.find<QScrollArea>(u"profileArea"_s).verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0); // there is more than has room
    QTRY_COMPARE(cutOff(shown.dialog), QStringList());
    QVERIFY(shown.dialog.height() < shown.dialog.screen()->availableSize().height());
}

QTEST_MAIN(TestProfileDialog)
#include "test_profiledialog.moc"
