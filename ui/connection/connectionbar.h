// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace amb {

class ConnectionDetails;
class ElidedLabel;
class Sparkline;
class TrafficMeter;
struct WindowIdentity;

/// How the instance is connected, over what and why, at one glance.
class ConnectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionBar(const WindowIdentity &identity, QWidget *parent = nullptr);

    /// What a notice says already is not said again as the reason.
    void setTold(const QString &text);
    void setStatus(const ConnectionStatus &status);
    /// There is no connection: a capture is shown, that text tells of.
    void showCapture(const QString &text);
    void setTraffic(const TrafficMeter &meter);
    /// A button at the right end.
    void addButton(QAction *action);
    void openDetails();

signals:
    void retryRequested();
    void doctorRequested();
    void tryWebSocketRequested();
    void preferenceRequested(amb::TransportPreference preference);

private:
    void build(const WindowIdentity &identity);
    void addIdentity(const WindowIdentity &identity);
    void refresh();
    void refreshChip(Timestamp time);
    void refreshReason(Timestamp time);
    void refreshSession(Timestamp time);

    ConnectionStatus m_status;
    QString m_told;
    QTimer m_clock;
    QHBoxLayout *m_layout;
    QLabel *m_stateSign;
    ElidedLabel *m_state;
    QToolButton *m_chip;
    ElidedLabel *m_reason;
    QPushButton *m_whyButton;
    QPushButton *m_retryButton;
    ElidedLabel *m_session;
    ElidedLabel *m_rate;
    Sparkline *m_sparkline;
    ConnectionDetails *m_details;
};

} // namespace amb
