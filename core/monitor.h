// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelname.h"
#include "core/bayeux/channelpattern.h"
#include "core/bayeux/sessionnote.h"
#include "core/bayeux/subscriptioninfo.h"
#include "core/capture/capturestore.h"
#include "core/connectionstatus.h"
#include "core/instance/credentials.h"
#include "core/instance/instanceaddress.h"
#include "core/instance/tablerequest.h"
#include "core/monitorrenewal.h"
#include "core/publishoutcome.h"
#include "core/transport/networksettings.h"

#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace amb {

class Doctor;

/// Everything a Monitor needs to know before it starts.
struct MonitorOptions
{
    InstanceAddress address;
    Credentials credentials;
    NetworkSettings network;
    CaptureOptions capture;
    TransportPreference transport = TransportPreference::Automatic;
    /// How long a message may stay unanswered.
    std::chrono::milliseconds networkDelay{std::chrono::seconds(10)};
    /// First and longest pause before WebSocket is tried again from long-polling.
    std::chrono::milliseconds webSocketRetryFirst{std::chrono::minutes(1)};
    std::chrono::milliseconds webSocketRetryLongest{std::chrono::minutes(15)};
    bool acknowledge = false; ///< use CometD's ack extension (`ext.ack`)
    RenewalOptions renewal;
};

/// One connection to one instance: session, capture and what the views need to know of them. Or a
/// capture alone, that was recorded before.
///
/// A facade that lives in the caller's thread; sockets, session and the writing of the capture live
/// in a thread of its own. All functions return at once, all signals come in the caller's thread.
class Monitor : public QObject
{
    Q_OBJECT

public:
    /// Fails only when the capture cannot be created.
    static Result<std::unique_ptr<Monitor>> create(const MonitorOptions &options);
    /// Shows a capture without an instance: its channels are told as recorded ones, start() and
    /// what else is asked of a connection has no effect, publish() and readTable() end in an Error.
    static std::unique_ptr<Monitor> show(std::unique_ptr<CaptureStore> capture);
    ~Monitor() override;

    [[nodiscard]] bool hasInstance() const; ///< false after show()
    [[nodiscard]] const InstanceAddress &address() const;
    [[nodiscard]] QString userName() const; ///< of the credentials; may be empty

    void start(); ///< signs in where needed, then handshakes; no effect while running
    /// Says goodbye and ends in Disconnected; stopped() follows within a second, unless start() is
    /// called before.
    void stop();

    void subscribe(const ChannelPattern &pattern);
    void unsubscribe(const ChannelPattern &pattern);
    /// Sends data (a JSON text) to channel; publishFinished() follows, always.
    PublishId publish(const ChannelName &channel, const QByteArray &data);

    /// Adds a row of the monitor's own to the capture: something that was noticed elsewhere.
    void addNote(NoteKind kind, const QString &text);

    /// Reads rows of a table with the rights of the session; tableRead() follows, always. It leaves
    /// no row in the capture.
    TableReadId readTable(const TableRequest &request);

    void setTransportPreference(TransportPreference preference);
    void tryWebSocketNow(); ///< on long-polling: tries WebSocket beside the running poll
    void reconnectNow(); ///< ends a wait, or starts again after the session ended

    /// A connection doctor for the same address, credentials and network settings.
    [[nodiscard]] std::unique_ptr<Doctor> makeDoctor() const;

    [[nodiscard]] ConnectionStatus status() const;
    [[nodiscard]] QList<SubscriptionInfo> subscriptions() const; ///< in the order they were wished
    [[nodiscard]] const CaptureStore &capture() const;
    /// Tells the capture that rows before row were used up; see CaptureStore::dropBefore().
    void dropRowsBefore(Row row);

signals:
    void statusChanged();
    void subscriptionsChanged();
    void publishFinished(const amb::PublishOutcome &outcome);
    void tableRead(amb::TableReadId id, const amb::Result<amb::TableRows> &result);
    void rowsAppended(amb::Row first, qint64 count); ///< at most 30 a second
    void rowsDropped(amb::Row firstRow);
    void recordingFailed(const amb::Error &error);
    /// Sign-in failed; nothing is tried again until reconnectNow() or start().
    void signInFailed(const amb::Error &error);
    /// A page to open in the system's browser, where the user signs in.
    void browserRequested(const QUrl &url);
    /// A refresh token came or went with a sign-in: to be kept where the secrets are.
    void secretsChanged(const amb::Credentials &credentials);
    void stopped(); ///< after stop(): the goodbye is done and all rows are published

private:
    explicit Monitor(const MonitorOptions &options);
    void adoptCapture(std::unique_ptr<CaptureStore> capture);
    void startThread();
    void connectWorker();
    template <typename Deed>
    void ask(Deed deed) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace amb
