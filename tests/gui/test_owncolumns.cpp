// SPDX-License-Identifier: MIT
#include "sampletraffic.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/messages/owncolumndialog.h"
#include "ui/messages/owncolumns.h"
#include "ui/widgets/fieldnote.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace amb;
using namespace Qt::StringLiterals;

/// Columns that users make from a path into the message.
class TestOwnColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::keepSettingsApart(); }
    void init() { WindowFixture::forgetSettings(); }
    void readsValues_data();
    void readsValues();
    void readsNothingOfLargeMessages();
    void usualTitleIsTheLastName_data();
    void usualTitleIsTheLastName();
    void toleratesStrangeSettings();
    void modelAddsChangesAndRemoves();
    void dialogShowsTheValueOrWhatIsWrong();
    void dialogSaysThatThereIsNoMessage();
    void menuAddsAColumnToTheWindow();
    void headerMenuEditsAndRemoves();
    void columnsSurviveARestart();
    void resetLayoutKeepsThem();

private:
    static OwnColumn column(const QString &title, const QString &path)
    {
        return {title, *JsonPath::parse(path)};
    }
};

void TestOwnColumns::readsValues_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << u"data.a"_s << QByteArray(R"({"data":{"a":"x"}})") << u"x"_s;
    QTest::newRow("number") << u"data.a"_s << QByteArray(R"({"data":{"a":4.5}})") << u"4.5"_s;
    QTest::newRow("literal") << u"data.a"_s << QByteArray(R"({"data":{"a":true}})") << u"true"_s;
    QTest::newRow("element") << u".data[1]"_s << QByteArray(R"({"data":[1,2]})") << u"2"_s;
    QTest::newRow("object") << u"data"_s << QByteArray(R"({"data":{"a":1}})") << uR"({"a":1})"_s;
    QTest::newRow("none") << u"data.b"_s << QByteArray(R"({"data":{"a":1}})") << QString();
    QTest::newRow("no JSON") << u"data.b"_s << QByteArray("\xff\x00{") << QString();
    QTest::newRow("breaks and direction")
        << u"data"_s << QByteArray(R"({"data":"a\nb\u202ec"})") << u"a b c"_s;
    QTest::newRow("markup") << u"data"_s << QByteArray(R"({"data":"<b>x</b>"})") << u"<b>x</b>"_s;
}

void TestOwnColumns::readsValues()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, message);
    QFETCH(QString, text);
    OwnColumns columns;
    columns.append(column(u"t"_s, path));
    QCOMPARE(columns.textsIn(message), QStringList{text});
}

void TestOwnColumns::readsNothingOfLargeMessages()
{
    OwnColumns columns;
    columns.append(column(u"t"_s, u"data"_s));
    QCOMPARE(columns.textsIn(R"({"data":")" + QByteArray(300'000, 'x') + R"("})"),
             QStringList{u"(large message)"_s});
    const QStringList bounded =
        columns.textsIn(R"({"data":")" + QByteArray(100'000, 'x') + R"("})");
    QVERIFY(bounded.constFirst().size() <= 501);
}

void TestOwnColumns::usualTitleIsTheLastName_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("title");
    QTest::newRow("names") << u".data.record.number"_s << u"number"_s;
    QTest::newRow("one name") << u"id"_s << u"id"_s;
    QTest::newRow("element") << u"data.list[3]"_s << u"list[3]"_s;
    QTest::newRow("a record's pair") << u".data.record.priority.display_value"_s << u"priority"_s;
    QTest::newRow("a value elsewhere") << u".data.value"_s << u"value"_s;
    QTest::newRow("quoted") << uR"(data["a b"])"_s << u"a b"_s;
}

void TestOwnColumns::usualTitleIsTheLastName()
{
    QFETCH(QString, path);
    QTEST(OwnColumn::usualTitle(path), "title");
}

void TestOwnColumns::toleratesStrangeSettings()
{
    for (const QByteArray &saved :
         {QByteArray("\xff"),
          QByteArray("{}"),
          QByteArray(R"([1,{"title":"a"},{"title":"a","path":"a[["},{"title":" ","path":"a"}])")})
        QCOMPARE(OwnColumns::restored(saved).count(), 0);
    OwnColumns many;
    for (int i = 0; i < 40; ++i)
        many.append(column(u"t"_s, u"a"_s));
    QCOMPARE(OwnColumns::restored(many.save()).count(), OwnColumns::most);
}

void TestOwnColumns::modelAddsChangesAndRemoves()
{
    const auto store = memoryStore();
    appendEvents(*store, 3);
    MessageModel model(*store);
    const QAbstractItemModelTester tester(&model);
    model.addOwnColumn(column(u"N"_s, u"data.n"_s));
    model.addOwnColumn(column(u"Channel"_s, u"channel"_s));
    const auto text = [&model](int row, int own) {
        return model.index(row, MessageModel::ColumnCount + own).data().toString();
    };
    QCOMPARE(model.columnCount(), MessageModel::ColumnCount + 2);
    QCOMPARE(text(2, 0), u"2"_s);
    QCOMPARE(text(0, 1), u"/sample"_s);
    model.changeOwnColumn(0, column(u"M"_s, u"data.m"_s));
    QCOMPARE(text(2, 0), QString());
    const auto title = [&model](int own) {
        return model.headerData(MessageModel::ColumnCount + own, Qt::Horizontal, Qt::DisplayRole);
    };
    QCOMPARE(title(0), u"M"_s);
    model.removeOwnColumn(0);
    QCOMPARE(title(0), u"Channel"_s);
    QCOMPARE(text(0, 0), u"/sample"_s);
    model.removeOwnColumn(7); // there is none
    QCOMPARE(model.columnCount(), MessageModel::ColumnCount + 1);
}

void TestOwnColumns::dialogShowsTheValueOrWhatIsWrong()
{
    auto *dialog = new OwnColumnDialog(R"({"data":{"state":"New"}})");
    dialog->show();
    auto *path = dialog->findChild<QLineEdit *>(u"columnPath"_s);
    const auto *note = dialog->findChild<FieldNote *>(u"columnNote"_s);
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(path, u"data.state"_s);
    QCOMPARE(note->text(), u"In the selected message: New"_s);
    QVERIFY(ok->isEnabled());
    QTest::keyClicks(path, u"[x"_s);
    QVERIFY2(note->text().contains(u"a [ has no ]"_s), qPrintable(note->text()));
    QVERIFY(!ok->isEnabled());
    path->setText(u"data.other"_s);
    QCOMPARE(note->text(), u"The selected message has no such value."_s);
    dialog->close();
}

void TestOwnColumns::dialogSaysThatThereIsNoMessage()
{
    auto *dialog = new OwnColumnDialog({});
    dialog->findChild<QLineEdit *>(u"columnPath"_s)->setText(u"data"_s);
    QVERIFY(dialog->findChild<FieldNote *>(u"columnNote"_s)->text().startsWith(u"Select a"_s));
    delete dialog;
}

void TestOwnColumns::menuAddsAColumnToTheWindow()
{
    WindowFixture fixture;
    auto &view = fixture.find<MessageView>(u"messageView"_s);
    QTRY_VERIFY(view.model()->rowCount() > 0);
    fixture.find<QAction>(u"actionAddColumn"_s).trigger();
    auto &dialog = fixture.find<OwnColumnDialog>(u"ownColumnDialog"_s);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"columnPath"_s), u"channel"_s);
    QTest::keyClick(dialog.findChild<QLineEdit *>(u"columnPath"_s), Qt::Key_Return);
    const int last = MessageModel::ColumnCount;
    QCOMPARE(view.model()->columnCount(), last + 1);
    QCOMPARE(view.model()->headerData(last, Qt::Horizontal, Qt::DisplayRole), u"channel"_s);
    auto &toggle = fixture.find<QAction>(u"actionOwnColumn0"_s);
    QCOMPARE(toggle.text(), u"channel"_s);
    toggle.trigger();
    QVERIFY(view.isColumnHidden(last));
}

void TestOwnColumns::headerMenuEditsAndRemoves()
{
    WindowFixture fixture;
    auto &view = fixture.find<MessageView>(u"messageView"_s);
    view.messages().addOwnColumn(column(u"A & B"_s, u"channel"_s));
    QHeaderView *header = view.horizontalHeader();
    const auto openMenu = [&](int section) {
        const QPoint place(header->sectionViewportPosition(section) + 5, header->height() / 2);
        emit header->customContextMenuRequested(place);
    };
    openMenu(MessageModel::ChannelColumn);
    QCOMPARE(fixture.window().findChild<QAction *>(u"editColumn"_s), nullptr);
    fixture.find<QMenu>(u"headerMenu"_s).close();
    QTRY_COMPARE(fixture.window().findChild<QMenu *>(u"headerMenu"_s), nullptr);
    openMenu(MessageModel::ColumnCount);
    fixture.find<QAction>(u"editColumn"_s).trigger();
    auto &dialog = fixture.find<OwnColumnDialog>(u"ownColumnDialog"_s);
    auto *title = dialog.findChild<QLineEdit *>(u"columnTitle"_s);
    QCOMPARE(title->text(), u"A & B"_s);
    title->setText(u"Other"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(view.messages().ownColumns().at(0).title, u"Other"_s);
    fixture.find<QAction>(u"removeColumn"_s).trigger();
    QCOMPARE(view.messages().ownColumns().count(), 0);
}

void TestOwnColumns::columnsSurviveARestart()
{
    {
        WindowFixture fixture;
        auto &view = fixture.find<MessageView>(u"messageView"_s);
        view.messages().addOwnColumn(column(u"First"_s, u"data.a"_s));
        view.messages().addOwnColumn(column(u"Second"_s, u"data.b"_s));
        view.horizontalHeader()->moveSection(7, 1);
        view.setColumnWidth(7, 222);
        view.setColumnHidden(6, true);
        fixture.window().close();
    }
    {
        WindowFixture fixture;
        auto &view = fixture.find<MessageView>(u"messageView"_s);
        QCOMPARE(view.messages().ownColumns().count(), 2);
        QCOMPARE(view.horizontalHeader()->visualIndex(7), 1);
        QCOMPARE(view.columnWidth(7), 222);
        QVERIFY(view.isColumnHidden(6));
        view.messages().removeOwnColumn(0);
        fixture.window().close();
    }
    WindowFixture fixture;
    auto &view = fixture.find<MessageView>(u"messageView"_s);
    QCOMPARE(view.messages().ownColumns().count(), 1);
    QCOMPARE(view.messages().ownColumns().at(0).title, u"Second"_s);
    QCOMPARE(view.columnWidth(6), 222);
}

void TestOwnColumns::resetLayoutKeepsThem()
{
    WindowFixture fixture;
    auto &view = fixture.find<MessageView>(u"messageView"_s);
    const int width = view.columnWidth(MessageModel::ChannelColumn);
    view.messages().addOwnColumn(column(u"A"_s, u"channel"_s));
    view.horizontalHeader()->moveSection(6, 0);
    view.setColumnHidden(6, true);
    view.setColumnWidth(MessageModel::ChannelColumn, 500);
    fixture.find<QAction>(u"actionResetLayout"_s).trigger();
    QCOMPARE(view.horizontalHeader()->visualIndex(6), 6);
    QVERIFY(!view.isColumnHidden(6));
    QVERIFY(view.isColumnHidden(MessageModel::TransportColumn));
    QCOMPARE(view.columnWidth(MessageModel::ChannelColumn), width);
}

QTEST_MAIN(TestOwnColumns)
#include "test_owncolumns.moc"
