// SPDX-License-Identifier: MIT
#include "core/decode/decoders.h"
#include "samplemessages.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;
using namespace amb::test;

/// Every frame of tests/data/amb-frames.jsonl in words, compared with amb-frames.decoded.txt as
/// text: there one can read what a message becomes.
class TestDecodedFrames : public QObject
{
    Q_OBJECT

private slots:
    void decodesEveryFrame_data();
    void decodesEveryFrame();
    void knowsEveryFrame();
};

namespace {

/// The blocks of the file, by their first line "# <frame>.<message> <label>".
QHash<QString, QString> expectations()
{
    QHash<QString, QString> blocks;
    QFile file(QStringLiteral(AMB_TEST_DATA "/amb-frames.decoded.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return blocks;
    QString head;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            head = line;
        else if (!line.isEmpty())
            blocks[head] += line + u'\n';
    }
    return blocks;
}

QString headOf(const SampleMessage &message, int number)
{
    return u"# %1.%2 %3"_s.arg(
        QString::number(message.frame), QString::number(number), message.label);
}

} // namespace

void TestDecodedFrames::decodesEveryFrame_data()
{
    QTest::addColumn<SampleMessage>("message");
    QTest::addColumn<QString>("expected");
    const QHash<QString, QString> blocks = expectations();
    int frame = 0;
    int number = 0;
    const QList<SampleMessage> messages = sampleMessages();
    for (const SampleMessage &message : messages) {
        number = message.frame == frame ? number + 1 : 1;
        frame = message.frame;
        const QString head = headOf(message, number);
        QTest::newRow(qPrintable(head)) << message << blocks.value(head);
    }
}

void TestDecodedFrames::decodesEveryFrame()
{
    QFETCH(const SampleMessage, message);
    QFETCH(const QString, expected);
    static const Decoders decoders;
    const DecodedMessage decoded = decoders.decode(message.raw, message.kind, message.direction);
    QCOMPARE(faultOf(decoded), QString());
    const QStringList lines = asText(decoded).split(u'\n');
    const QStringList expectedLines = expected.split(u'\n');
    for (qsizetype i = 0; i < std::max(lines.size(), expectedLines.size()); ++i)
        QCOMPARE(lines.value(i), expectedLines.value(i));
}

void TestDecodedFrames::knowsEveryFrame()
{
    const QList<SampleMessage> messages = sampleMessages();
    QCOMPARE(messages.last().frame, 53);
    QCOMPARE(expectations().size(), messages.size());
}

QTEST_GUILESS_MAIN(TestDecodedFrames)
#include "test_decodedframes.moc"
