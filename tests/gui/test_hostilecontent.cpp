// SPDX-License-Identifier: MIT
#include "hostilesamples.h"
#include "sampletraffic.h"
#include "ui/inspector/inspector.h"
#include "ui/messages/messagemodel.h"
#include "ui/messages/messageview.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace amb;
using namespace Qt::StringLiterals;

/// Messages that somebody wrote to do harm, in the list and in the inspector: shown as the plain
/// text they are, in the place that every message has.
class TestHostileContent : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsItInTheListAndOnEveryPage_data();
    void showsItInTheListAndOnEveryPage();
    void showsMarkupAsText_data();
    void showsMarkupAsText();
    void turnsNoWritingDirection();
    void copiesHiddenCharactersAsReceived();
    void showsControlCharactersInOneLine();
    void findsInTenThousandNames();
    void comparesHugeMessages();

private:
    void inspect(const QByteArray &raw, MessageKind kind = MessageKind::Event)
    {
        appendRaw(*m_store, raw, kind, Direction::In, "/a/b");
        m_store->flush();
        m_inspector->setRow(m_store->endRow() + -1);
    }

    void inspectData(const QByteArray &data)
    {
        inspect(R"({"channel":"/a/b","data":)" + data + '}');
    }

    /// All texts that the window shows, tool tips with them.
    [[nodiscard]] QStringList shownTexts() const;

    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<QSplitter> m_window;
    MessageView *m_view = nullptr;
    Inspector *m_inspector = nullptr;
};

namespace {

const QString overrides = u"\u202e\u202d\u2066\u2067\u200f\u200e\u061c"_s;

void addTexts(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    constexpr int enough = 50;
    for (int row = 0; row < std::min(model.rowCount(parent), enough); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts.append(index.data().toString());
            texts.append(index.data(Qt::AccessibleTextRole).toString());
        }
        addTexts(model, model.index(row, 0, parent), texts);
    }
}

} // namespace

void TestHostileContent::init()
{
    m_window.reset();
    m_model.reset();
    m_store = memoryStore();
    m_model = std::make_unique<MessageModel>(*m_store);
    connect(m_store.get(), &CaptureStore::appended, m_model.get(), &MessageModel::appendRows);
    m_window = std::make_unique<QSplitter>();
    m_view = new MessageView(*m_model);
    m_inspector = new Inspector(*m_store);
    m_window->addWidget(m_view);
    m_window->addWidget(m_inspector);
    m_window->resize(1300, 600);
    m_window->setSizes({900, 400});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QStringList TestHostileContent::shownTexts() const
{
    QStringList texts;
    for (const auto *label : m_window->findChildren<QLabel *>())
        texts.append(label->text());
    for (const auto *label : m_window->findChildren<ElidedLabel *>())
        texts.append(label->text());
    for (const auto *tree : m_window->findChildren<QTreeView *>())
        addTexts(*tree->model(), {}, texts);
    for (const auto *text : m_window->findChildren<QPlainTextEdit *>())
        texts.append(text->toPlainText());
    addTexts(*m_model, {}, texts);
    return texts;
}

void TestHostileContent::showsItInTheListAndOnEveryPage_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<MessageKind>("kind");
    const QList<HostileSample> samples = hostileSamples();
    for (const HostileSample &sample : samples)
        QTest::newRow(sample.name) << sample.raw << sample.kind;
}

void TestHostileContent::showsItInTheListAndOnEveryPage()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const MessageKind, kind);
    inspectData("0");
    const int width = m_inspector->width();
    const int rowHeight = m_view->rowHeight(0);
    inspect(raw, kind);
    m_view->setCurrentIndex(m_model->index(1, 0));
    for (int page = 0; page < m_inspector->tabs().count(); ++page) {
        m_inspector->tabs().setCurrentIndex(page);
        QVERIFY(!m_window->grab().isNull());
    }
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_view->rowHeight(1), rowHeight);
    QCOMPARE(m_inspector->width(), width);
    QVERIFY(m_inspector->minimumSizeHint().width() <= 400);
    QVERIFY(m_inspector->minimumSizeHint().height() <= 600);
}

void TestHostileContent::showsMarkupAsText_data()
{
    QTest::addColumn<QByteArray>("markup");
    QTest::newRow("bold") << QByteArray("<b>bold</b>");
    QTest::newRow("an image") << QByteArray("<img src='http://127.0.0.1:1/x.png'>");
    QTest::newRow("a link") << QByteArray("<a href='file:///etc/passwd'>click</a>");
    QTest::newRow("a document") << QByteArray("<!DOCTYPE html><html><body>x");
    QTest::newRow("entities") << QByteArray("&lt;b&gt;&nbsp;&#x202e;");
}

void TestHostileContent::showsMarkupAsText()
{
    QFETCH(const QByteArray, markup);
    inspectData(R"({"<i>name</i>":")" + markup + R"("})");
    const QString text = QString::fromUtf8(markup);
    for (int page = 0; page < m_inspector->tabs().count(); ++page)
        m_inspector->tabs().setCurrentIndex(page);
    QVERIFY(shownTexts().join(u'\n').contains(text));
    for (const auto *label : m_window->findChildren<QLabel *>()) {
        const bool isOurs = !label->text().contains(text);
        QVERIFY2(isOurs || label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
    QVERIFY(m_inspector->findChild<QPlainTextEdit *>(u"rawText"_s)->toPlainText().contains(text));
    // A tool tip takes what looks like markup for markup, so it is escaped there.
    const auto *tree = m_inspector->findChild<QTreeView *>(u"jsonTree"_s);
    const QModelIndex value =
        tree->model()->index(0, 1, tree->model()->index(1, 0)); // .data's first member
    QVERIFY(!value.data(Qt::ToolTipRole).toString().contains(text));
}

void TestHostileContent::turnsNoWritingDirection()
{
    inspectData("{\"a\u202eb\":\"x" + overrides.toUtf8() + "y\",\"n\":1}");
    for (int page = 0; page < m_inspector->tabs().count(); ++page)
        m_inspector->tabs().setCurrentIndex(page);
    for (const QString &text : shownTexts()) {
        for (const QChar c : overrides)
            QVERIFY2(!text.contains(c), qPrintable(text));
    }
}

void TestHostileContent::copiesHiddenCharactersAsReceived()
{
    const QByteArray raw = "{\"a\":\"\u202egpj.exe\"}";
    inspect(raw);
    m_inspector->tabs().setCurrentIndex(2);
    QCOMPARE(m_inspector->findChild<QPlainTextEdit *>(u"rawText"_s)->toPlainText(),
             uR"({"a":"\u202egpj.exe"})"_s);
    QVERIFY(m_inspector->findChild<QLabel *>(u"rawPart"_s)->isVisible());
    QTest::mouseClick(m_inspector->findChild<QPushButton *>(u"rawCopy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(raw));
    inspect(R"({"a":"\u202egpj.exe"})");
    QVERIFY(!m_inspector->findChild<QLabel *>(u"rawPart"_s)->isVisible());
}

void TestHostileContent::showsControlCharactersInOneLine()
{
    inspectData(R"({"a\nb":"x\r\ny\u0000z\u0007\u2028w"})");
    for (int page = 0; page < m_inspector->tabs().count(); ++page)
        m_inspector->tabs().setCurrentIndex(page);
    const auto *tree = m_inspector->findChild<QTreeView *>(u"jsonTree"_s);
    QStringList texts;
    addTexts(*tree->model(), {}, texts);
    addTexts(*m_model, {}, texts);
    for (const QString &text : texts) {
        for (const QChar c : text)
            QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Separator_Line,
                     qPrintable(text));
    }
}

void TestHostileContent::findsInTenThousandNames()
{
    QByteArray data = "{";
    for (int i = 0; i < 10'000; ++i)
        data += (i ? ",\"n" : "\"n") + QByteArray::number(i) + "\":\"<b>\u202ev</b>\"";
    inspectData(data + '}');
    m_inspector->tabs().setCurrentIndex(1);
    auto *field = m_inspector->findChild<QLineEdit *>(u"findField"_s);
    QTest::keyClicks(field, u"<b>"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_inspector->findChild<ElidedLabel *>(u"findCount"_s)->text(), u"1 of 10,000"_s);
}

void TestHostileContent::comparesHugeMessages()
{
    m_inspector->tabs().setCurrentIndex(3);
    for (const char letter : {'x', 'y'})
        inspectData('"' + QByteArray(1'000'000, letter) + '"');
    const auto *changes = m_inspector->findChild<QTreeView *>(u"differences"_s);
    QCOMPARE(changes->model()->rowCount(), 1);
    QVERIFY(changes->model()->index(0, 2).data().toString().size() < 1000);
}

QTEST_MAIN(TestHostileContent)
#include "test_hostilecontent.moc"
