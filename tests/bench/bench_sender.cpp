// SPDX-License-Identifier: MIT
// The server of the benchmarks as a process of its own. Prints its port; ends with its standard
// input.
#include "benchserver.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    amb::BenchServer server;
    if (!server.listen(QHostAddress::LocalHost)) {
        QTextStream(stderr) << server.errorString() << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << server.serverPort() << Qt::endl;

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
