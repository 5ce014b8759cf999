// SPDX-License-Identifier: MIT
#pragma once

#include "app/catoptions.h"
#include "core/reading/rowreader.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace amb {

/// How ambcat ends, as its documentation lists it.
enum class ExitCode {
    Done = 0,
    Usage = 2,
    TimedOut = 3,
    CannotConnect = 4,
    NotSignedIn = 5,
    Refused = 6,
};

/// Prints a monitor's messages to standard output and what happens to standard error.
class Cat : public QObject
{
    Q_OBJECT

public:
    /// The monitor must outlive it.
    Cat(Monitor &monitor, CatOptions options, QObject *parent = nullptr);

    /// Puts messages into words with other decoders from now on.
    void setDecoders(std::shared_ptr<const Decoders> decoders);
    void start();
    /// Says goodbye, then finished() with this code. The first call counts.
    void end(ExitCode code, const QString &why = {});

signals:
    void finished(int exitCode);

private:
    void onStatus();
    void onSubscriptions();
    void onPublished(const PublishOutcome &outcome);
    void onRows(Row first, qint64 count);
    void onSignInFailed(const Error &error);
    void print(Row row);
    [[nodiscard]] QString sentenceOf(Row row) const;
    void say(const QString &text) const;
    void sayNote(const QString &text);
    void maybePublish();
    [[nodiscard]] bool isShown(MessageKind kind) const;

    Monitor &m_monitor;
    CatOptions m_options;
    RowReader m_reader;
    QTimer m_limit;
    QTimer m_goodbyeLimit;
    QStringList m_heldNotes; // until connected; a failure is told in one line instead
    qint64 m_printed = 0;
    ConnectionState m_lastState = ConnectionState::Disconnected;
    bool m_wasConnected = false;
    bool m_hasPublished = false;
    std::optional<ExitCode> m_exit;
};

} // namespace amb
