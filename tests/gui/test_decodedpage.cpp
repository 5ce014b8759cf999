// SPDX-License-Identifier: MIT
#include "core/decode/decoderule.h"
#include "sampletraffic.h"
#include "ui/inspector/decodedmodel.h"
#include "ui/inspector/inspector.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// A message in words, in the inspector.
class TestDecodedPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comesFirst();
    void saysWhatTheMessageSays();
    void showsWhatChanged();
    void readsChangesAloud();
    void showsRawValuesOnHover();
    void explainsTheSelectedField();
    void showsPlainTextOnly();
    void copiesByKeyAndMenu();
    void saysHowManyFieldsAreLeftOut();
    void modelHoldsItsPromises();
    void followsOtherDecoders();
    void staysAsWideWhateverAWordIsLong();
    void keepsTheWordsOfAMessageWhoseRowIsGone();

private:
    void inspect(const QByteArray &data, const QByteArray &channel = "/rw/default/incident/a")
    {
        appendEvent(*m_store, channel, data);
        m_store->flush();
        m_inspector->setRow(m_store->endRow() + -1);
    }

    void inspectPriority(int priority, int count)
    {
        inspect(
            R"({"operation":"update","action":"change","table_name":"incident","sys_id":"5d0e",)"
            R"("display_value":"INC1","changes":["priority"],"record":{"priority":)"
            R"({"display_value":"P)"
            + QByteArray::number(priority) + R"(","value":")" + QByteArray::number(priority)
            + R"("},"sys_mod_count":")" + QByteArray::number(count) + R"("}})");
    }

    [[nodiscard]] QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_fields->model()->index(row, column).data(role).toString();
    }

    [[nodiscard]] QString sentence() const
    {
        return m_inspector->findChild<QLabel *>(u"decodedSentence"_s)->text();
    }

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<Inspector> m_inspector;
    QTreeView *m_fields = nullptr;
};

void TestDecodedPage::init()
{
    m_inspector.reset();
    m_store = memoryStore();
    m_inspector = std::make_unique<Inspector>(*m_store);
    m_fields = m_inspector->findChild<QTreeView *>(u"decodedFields"_s);
    m_inspector->resize(420, 500);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

void TestDecodedPage::comesFirst()
{
    inspectPriority(3, 1);
    QCOMPARE(m_inspector->tabs().tabText(0), u"&Decoded"_s);
    QVERIFY(m_fields->isVisible());
}

void TestDecodedPage::saysWhatTheMessageSays()
{
    inspectPriority(3, 1);
    QCOMPARE(sentence(), u"INC1: priority → P3"_s);
    QCOMPARE(m_inspector->findChild<QLabel *>(u"decodedFamily"_s)->text(), u"Record watcher"_s);
}

void TestDecodedPage::showsWhatChanged()
{
    inspectPriority(4, 1);
    QCOMPARE(text(0, DecodedModel::LabelColumn), u"Priority"_s);
    QCOMPARE(text(0, DecodedModel::ValueColumn), u"unknown → P4"_s);
    inspectPriority(3, 2);
    QCOMPARE(text(0, DecodedModel::ValueColumn), u"P4 → P3"_s);
    QCOMPARE(sentence(), u"INC1: priority P4 → P3"_s);
    QCOMPARE(text(1, DecodedModel::LabelColumn), u"Record"_s);
    QCOMPARE(text(1, DecodedModel::ValueColumn), u"INC1"_s);
}

void TestDecodedPage::readsChangesAloud()
{
    inspectPriority(4, 1);
    QCOMPARE(text(0, DecodedModel::ValueColumn, Qt::AccessibleTextRole),
             u"is now P4; what it was is not known"_s);
    inspectPriority(3, 2);
    QCOMPARE(text(0, DecodedModel::ValueColumn, Qt::AccessibleTextRole), u"was P4, is P3"_s);
}

void TestDecodedPage::showsRawValuesOnHover()
{
    inspectPriority(4, 1);
    inspectPriority(3, 2);
    const QString tip = text(0, DecodedModel::ValueColumn, Qt::ToolTipRole);
    for (const QString &part : {u"Field: priority"_s, u"Was: 4"_s, u"Is: 3"_s})
        QVERIFY2(tip.contains(part), qPrintable(tip));
}

void TestDecodedPage::explainsTheSelectedField()
{
    inspect(R"({"when":"1772446531","who":"5d0e4c1f87a2b6d3905e7f1c2a3b4d5e","word":"hello"})",
            "/a/b");
    const auto *detail = m_inspector->findChild<QPlainTextEdit *>(u"decodedDetail"_s);
    QStringList details;
    for (int row = 0; row < m_fields->model()->rowCount(); ++row) {
        m_fields->setFocus();
        m_fields->setCurrentIndex(m_fields->model()->index(row, 0));
        details.append(detail->toPlainText());
        QVERIFY(text(row, 1, Qt::ToolTipRole).contains(details.last().section(u'\n', -1).left(20)));
    }
    const QString all = details.join(u'|');
    QVERIFY2(all.contains(u"1772446531: as seconds since 1970, "_s), qPrintable(all));
    QVERIFY2(all.contains(u"a sys_id, the key of a record"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Field: word\nValue: hello"_s), qPrintable(all));
}

void TestDecodedPage::showsPlainTextOnly()
{
    inspect(R"({"<b>x</b>":"<img src=x>\nsecond line"})", "/a");
    QCOMPARE(m_inspector->findChild<QLabel *>(u"decodedSentence"_s)->textFormat(), Qt::PlainText);
    QCOMPARE(sentence(), u"<b>x</b>: <img src=x> second line"_s);
    QCOMPARE(text(0, DecodedModel::ValueColumn), u"<img src=x> second line"_s);
    QVERIFY(!text(0, DecodedModel::ValueColumn, Qt::ToolTipRole).contains(u"<img"_s));
}

void TestDecodedPage::copiesByKeyAndMenu()
{
    inspectPriority(3, 1);
    m_fields->setFocus();
    QTest::keyClick(m_fields, Qt::Key_Home);
    QTest::keySequence(m_fields, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"P3"_s);

    emit m_fields->customContextMenuRequested(
        m_fields->visualRect(m_fields->currentIndex()).center());
    auto *menu = m_inspector->findChild<QMenu *>(u"decodedMenu"_s);
    QVERIFY(menu);
    const auto trigger = [menu](const QString &title) {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == title)
                action->trigger();
        }
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(trigger(u"Copy Raw Value"_s), u"3"_s);
    QCOMPARE(trigger(u"Copy Field Name"_s), u"priority"_s);
    QCOMPARE(trigger(u"Copy Sentence"_s), u"INC1: priority → P3"_s);
    menu->close();
}

void TestDecodedPage::saysHowManyFieldsAreLeftOut()
{
    QByteArrayList members;
    for (int i = 0; i < 300; ++i)
        members.append("\"f" + QByteArray::number(i) + "\":1");
    inspect('{' + members.join(',') + '}', "/a");
    const int rows = m_fields->model()->rowCount();
    QCOMPARE(rows, DecodedMessage::mostFields + 1);
    QCOMPARE(text(rows - 1, DecodedModel::LabelColumn), u"… and 100 more"_s);
}

void TestDecodedPage::modelHoldsItsPromises()
{
    DecodedModel model;
    const QAbstractItemModelTester tester(&model);
    DecodedMessage message;
    message.fields.append(
        {.name = u"a"_s, .label = u"A"_s, .value = {u"1"_s, u"1"_s}, .before = {}});
    message.fieldsLeftOut = 3;
    model.setMessage(message);
    QCOMPARE(model.rowCount(), 2);
    model.setMessage({});
    QCOMPARE(model.rowCount(), 0);
}

void TestDecodedPage::staysAsWideWhateverAWordIsLong()
{
    inspect(R"({"text":"short"})");
    const auto leastWidth = [this] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return m_inspector->minimumSizeHint().width();
    };
    const int width = leastWidth();
    inspect(R"({"text":")" + QByteArray(5000, 'x') + R"("})");
    QCOMPARE(leastWidth(), width);
}

void TestDecodedPage::followsOtherDecoders()
{
    inspect(R"({"n":7})", "/acme/build");
    QCOMPARE(sentence(), u"n: 7"_s);
    auto rules =
        parseDecodeRules(R"({"rules":[{"channel":"/acme/*","sentence":"Built {data.n}"}]})");
    QVERIFY(rules.ok());
    m_inspector->setDecoders(std::make_shared<const Decoders>(std::move(rules).value()));
    QCOMPARE(sentence(), u"Built 7"_s);
}

void TestDecodedPage::keepsTheWordsOfAMessageWhoseRowIsGone()
{
    m_inspector->tabs().setCurrentIndex(2);
    inspectPriority(3, 1);
    m_store->dropBefore(m_store->endRow());
    m_inspector->tabs().setCurrentIndex(0);
    QCOMPARE(sentence(), u"INC1: priority → P3"_s);
}

QTEST_MAIN(TestDecodedPage)
#include "test_decodedpage.moc"
