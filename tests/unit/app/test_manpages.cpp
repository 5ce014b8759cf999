// SPDX-License-Identifier: MIT
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The manual pages tell the options that the programs have, and no others.
class TestManPages : public QObject
{
    Q_OBJECT

private slots:
    void tellsEachOption_data() { programs(); }
    void tellsEachOption();
    void tellsNoOther_data() { programs(); }
    void tellsNoOther();

private:
    static void programs();
    /// The options in a text: "--name" and "-x" where an option can begin.
    static QSet<QString> optionsIn(const QString &text);
    static QString help(const QString &program);
    static QString page(const QString &name);
};

void TestManPages::programs()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("name");
    QTest::newRow("ambcat") << QStringLiteral(AMBCAT) << u"ambcat.1"_s;
    QTest::newRow("amb-monitor") << QStringLiteral(AMB_MONITOR) << u"amb-monitor.1"_s;
}

QSet<QString> TestManPages::optionsIn(const QString &text)
{
    static const QRegularExpression option(
        u"(?:^|[\\s,\"(])(-[a-zA-Z]|--[a-z][a-z-]*)(?=[\\s,.;:=\"<)]|$)"_s,
        QRegularExpression::MultilineOption);
    QSet<QString> options;
    for (auto match = option.globalMatch(text); match.hasNext();)
        options.insert(match.next().captured(1));
    return options;
}

QString TestManPages::help(const QString &program)
{
    QProcess process;
    process.start(program, {u"--help"_s});
    if (!process.waitForFinished(20000))
        return {};
    // The synopsis and the exit codes are no options; these begin their lines.
    QString options;
    const QStringList lines =
        QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u"  -"_s))
            options += line.left(30) + u'\n';
    }
    return options;
}

QString TestManPages::page(const QString &name)
{
    QFile file(QStringLiteral(MAN_PAGES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    // What an example pipes into has options of its own.
    text = text.left(text.indexOf(u".SH EXAMPLES"_s));
    return text.replace(u"\\-"_s, u"-"_s).replace(QRegularExpression(u"\\\\f[BIR]"_s), u" "_s);
}

void TestManPages::tellsEachOption()
{
    QFETCH(QString, program);
    QFETCH(QString, name);
    const QSet<QString> options = optionsIn(help(program));
    QVERIFY(options.size() > 15);
    const QSet<QString> missing = options - optionsIn(page(name));
    QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u' ')));
}

void TestManPages::tellsNoOther()
{
    QFETCH(QString, program);
    QFETCH(QString, name);
    const QSet<QString> strange = optionsIn(page(name)) - optionsIn(help(program));
    QVERIFY2(strange.isEmpty(), qPrintable(QStringList(strange.values()).join(u' ')));
}

QTEST_GUILESS_MAIN(TestManPages)
#include "test_manpages.moc"
