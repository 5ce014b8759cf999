// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QSocketNotifier;

namespace amb {

/// Turns SIGINT and SIGTERM into a Qt signal, so that a program can end in an orderly way. A second
/// signal ends it at once. Also makes a closed pipe, and a file that reaches the limit of its size,
/// ordinary write errors.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);

signals:
    void quitRequested();
};

} // namespace amb
