// SPDX-License-Identifier: MIT
#include "core/instance/encodedquery.h"
#include "core/instance/queryoperator.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace amb;

/// Encoded queries as condition rows and back, without losing a character.
class TestEncodedQuery : public QObject
{
    Q_OBJECT

private slots:
    void readsConditions_data();
    void readsConditions();
    void isWrittenFromConditions();
    void comesBackUnchanged_data();
    void comesBackUnchanged();
    void comesBackFromRandomText();
    void saysItInWords_data();
    void saysItInWords();
    void everyOperatorIsReadAsItself();
    void knowsWhetherThereIsACondition();
};

namespace {

/// One line a part: joint, kind, field, operator, value.
QString asText(const EncodedQuery &query)
{
    QStringList lines;
    for (const QueryPart &part : query.parts()) {
        QString line = part.joint == QueryJoint::Or ? u"or "_s
            : part.joint == QueryJoint::NewQuery    ? u"new "_s
                                                    : u""_s;
        switch (part.kind) {
        case QueryPart::Kind::Condition:
            line += part.field + u'|' + part.code + u'|' + part.value;
            break;
        case QueryPart::Kind::Sort:
            line += u"sort "_s + part.text;
            break;
        case QueryPart::Kind::End:
            line += u"end "_s + part.text;
            break;
        case QueryPart::Kind::Unknown:
            line += u"unknown "_s + part.text;
            break;
        }
        lines.append(line.trimmed());
    }
    return lines.join(u'\n');
}

} // namespace

void TestEncodedQuery::readsConditions_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("parts");
    const auto row = [](const QString &query, const QString &parts) {
        QTest::newRow(qPrintable(query)) << query << parts;
    };
    row(u"active=true"_s, u"active|=|true"_s);
    row(u"active=true^priority=1^ORpriority=2"_s,
        u"active|=|true\npriority|=|1\nor priority|=|2"_s);
    row(u"active=true^NQstate!=6"_s, u"active|=|true\nnew state|!=|6"_s);
    row(u"stateCHANGES"_s, u"state|CHANGES|"_s);
    row(u"stateCHANGESTO6"_s, u"state|CHANGESTO|6"_s);
    row(u"stateCHANGESFROM1"_s, u"state|CHANGESFROM|1"_s);
    row(u"stateVALCHANGES"_s, u"state|VALCHANGES|"_s);
    row(u"assigned_toISEMPTY"_s, u"assigned_to|ISEMPTY|"_s);
    row(u"sys_idISNOTEMPTY"_s, u"sys_id|ISNOTEMPTY|"_s);
    row(u"stateIN1,2,3"_s, u"state|IN|1,2,3"_s);
    row(u"stateNOT IN6,7"_s, u"state|NOT IN|6,7"_s);
    row(u"sys_class_nameINSTANCEOFcmdb_ci"_s, u"sys_class_name|INSTANCEOF|cmdb_ci"_s);
    row(u"numberBETWEENINC1@INC9"_s, u"number|BETWEEN|INC1@INC9"_s);
    row(u"caller_id.vip=true"_s, u"caller_id.vip|=|true"_s);
    row(u"short_descriptionNOT LIKEa b"_s, u"short_description|NOT LIKE|a b"_s);
    row(u"sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()"_s,
        u"sys_created_on|ON|Today@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()"_s);
    row(u"sys_updated_on>=javascript:gs.daysAgoStart(0)"_s,
        u"sys_updated_on|>=|javascript:gs.daysAgoStart(0)"_s);
    row(u"assigned_toDYNAMIC90d1921e5f510100a9ad2572f2b477fe"_s,
        u"assigned_to|DYNAMIC|90d1921e5f510100a9ad2572f2b477fe"_s);
    row(u"opened_bySAMEAScaller_id"_s, u"opened_by|SAMEAS|caller_id"_s);
    row(u"opened_byNSAMEAScaller_id"_s, u"opened_by|NSAMEAS|caller_id"_s);
    row(u"urgencyGT_OR_EQUALS_FIELDimpact"_s, u"urgency|GT_OR_EQUALS_FIELD|impact"_s);
    row(u"sys_updated_onRELATIVEGT@hour@ago@2"_s, u"sys_updated_on|RELATIVEGT|@hour@ago@2"_s);
    row(u"active=true^EQ"_s, u"active|=|true\nend EQ"_s);
    row(u"active=true^ORDERBYDESCnumber"_s, u"active|=|true\nsort ORDERBYDESCnumber"_s);
    row(u"active=true^GROUPBYstate"_s, u"active|=|true\nsort GROUPBYstate"_s);
    row(u"name=a^^b^active=true"_s, u"name|=|a^b\nactive|=|true"_s);
    row(u"name=a^^^active=true"_s, u"name|=|a^\nactive|=|true"_s);
    row(u"123TEXTQUERY321=printer"_s, u"unknown 123TEXTQUERY321=printer"_s);
    row(u"GOTOnumber>=INC1"_s, u"unknown GOTOnumber>=INC1"_s);
    row(u"RLQUERYsys_attachment.table_sys_id,>=1^ENDRLQUERY"_s,
        u"unknown RLQUERYsys_attachment.table_sys_id,>=1\nunknown ENDRLQUERY"_s);
    row(u"^active=true^"_s, u"end\nactive|=|true\nend"_s);
    row(u"name="_s, u"name|=|"_s);
    row(u"u_größe>3"_s, u"u_größe|>|3"_s);
    row(u"hello"_s, u"unknown hello"_s);
    row(QString(), QString());
}

void TestEncodedQuery::readsConditions()
{
    QFETCH(const QString, query);
    QFETCH(const QString, parts);
    const EncodedQuery parsed = EncodedQuery::parse(query);
    QCOMPARE(asText(parsed), parts);
    QCOMPARE(parsed.toString(), query);
}

void TestEncodedQuery::isWrittenFromConditions()
{
    QueryPart first;
    first.field = u"name"_s;
    first.code = u"="_s;
    first.value = u"a^b"_s;
    QueryPart second;
    second.joint = QueryJoint::Or;
    second.field = u"state"_s;
    second.code = u"CHANGES"_s;
    const EncodedQuery query(QList<QueryPart>{first, second});
    QCOMPARE(query.toString(), u"name=a^^b^ORstateCHANGES"_s);
    QCOMPARE(EncodedQuery::parse(query.toString()), query);
}

void TestEncodedQuery::comesBackUnchanged_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"^",
                             "^^",
                             "^^^",
                             "^^^^",
                             "^OR",
                             "^NQ",
                             "^OROR",
                             "^ORNQ",
                             "^NQORDERBYx",
                             "^ORORDERBYx",
                             "OR",
                             "NQa=1",
                             "a=^^^^",
                             "a^^=1",
                             "=",
                             "ISEMPTY",
                             "a=1^ORDERBY",
                             "a=1^ORDER=2",
                             "a=1^EQUIPMENT=2",
                             "a==1",
                             "a=1^^^^^b"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestEncodedQuery::comesBackUnchanged()
{
    QFETCH(const QString, text);
    QCOMPARE(EncodedQuery::parse(text).toString(), text);
}

void TestEncodedQuery::comesBackFromRandomText()
{
    QRandomGenerator random(4711); // the same texts every time
    const QStringList pieces{u"^"_s,
                             u"OR"_s,
                             u"NQ"_s,
                             u"EQ"_s,
                             u"ORDERBY"_s,
                             u"="_s,
                             u"IN"_s,
                             u"CHANGES"_s,
                             u"TO"_s,
                             u"state"_s,
                             u"."_s,
                             u" "_s,
                             u"1"_s,
                             u"NOT "_s,
                             u"LIKE"_s,
                             u"größe"_s,
                             u"GOTO"_s};
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = random.bounded(12); length > 0; --length)
            text += pieces.at(random.bounded(int(pieces.size())));
        const QString again = EncodedQuery::parse(text).toString();
        QVERIFY2(again == text, qPrintable(text));
    }
}

void TestEncodedQuery::saysItInWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString &query, const QString &words) {
        QTest::newRow(qPrintable(query)) << query << words;
    };
    row(u"active=true"_s, u"active=true"_s);
    row(u"active=true^stateCHANGESTO6"_s, u"active=true and state changes to 6"_s);
    row(u"active=true^priority=1^ORpriority=2"_s, u"active=true and (priority=1 or priority=2)"_s);
    row(u"active=true^NQstateCHANGES^EQ"_s, u"active=true, or else state changes"_s);
    row(u"assigned_toISEMPTY^ORDERBYnumber"_s, u"assigned_to is empty"_s);
    row(u"123TEXTQUERY321=printer^active=true"_s, u"123TEXTQUERY321=printer and active=true"_s);
    row(u"ORDERBYnumber"_s, QString());
}

void TestEncodedQuery::saysItInWords()
{
    QFETCH(const QString, query);
    QFETCH(const QString, words);
    QCOMPARE(EncodedQuery::parse(query).inWords(), words);
}

void TestEncodedQuery::everyOperatorIsReadAsItself()
{
    for (const QueryOperator &each : queryOperators()) {
        const EncodedQuery query = EncodedQuery::parse(u"field"_s + each.code);
        QCOMPARE(query.parts().size(), 1);
        QCOMPARE(query.parts().first().code, each.code);
        QCOMPARE(operatorWords(each.code), each.words);
    }
    QCOMPARE(operatorWords(u"FROBS"_s), u"FROBS"_s);
}

void TestEncodedQuery::knowsWhetherThereIsACondition()
{
    QVERIFY(EncodedQuery::parse(u"active=true").hasCondition());
    QVERIFY(EncodedQuery::parse(u"123TEXTQUERY321=a").hasCondition());
    QVERIFY(!EncodedQuery::parse(u"").hasCondition());
    QVERIFY(!EncodedQuery::parse(u"ORDERBYnumber^EQ").hasCondition());
}

QTEST_GUILESS_MAIN(TestEncodedQuery)
#include "test_encodedquery.moc"
