// SPDX-License-Identifier: MIT
#include "core/bayeux/sessionmoves.h"

#include <QTest>

using namespace amb;

class TestSessionMoves : public QObject
{
    Q_OBJECT

private slots:
    void leadsFrom_data();
    void leadsFrom();
};

void TestSessionMoves::leadsFrom_data()
{
    using enum ConnectionState;
    QTest::addColumn<ConnectionState>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("Disconnected: only by a new handshake") << Disconnected << QByteArray("H");
    QTest::newRow("Handshaking: never straight to Connected") << Handshaking << QByteArray("DHCWL");
    QTest::newRow("Connecting: never again to itself") << Connecting << QByteArray("DHKWL");
    QTest::newRow("Connected") << Connected << QByteArray("DHCWL");
    QTest::newRow("Waiting: there is nobody to say goodbye to") << Waiting << QByteArray("DHC");
    QTest::newRow("Disconnecting: there is no way back") << Disconnecting << QByteArray("D");
}

void TestSessionMoves::leadsFrom()
{
    using enum ConnectionState;
    QFETCH(ConnectionState, from);
    QFETCH(QByteArray, to);
    QByteArray legal;
    const QList<std::pair<ConnectionState, char>> states{{Disconnected, 'D'},
                                                         {Handshaking, 'H'},
                                                         {Connecting, 'C'},
                                                         {Connected, 'K'},
                                                         {Waiting, 'W'},
                                                         {Disconnecting, 'L'}};
    for (const auto &[state, letter] : states) {
        if (isLegalMove(from, state))
            legal += letter;
    }
    QCOMPARE(legal, to);
}

QTEST_GUILESS_MAIN(TestSessionMoves)
#include "test_sessionmoves.moc"
