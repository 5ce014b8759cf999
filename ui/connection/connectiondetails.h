// SPDX-License-Identifier: MIT
#pragma once

#include "core/connectionstatus.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace amb {

/// Everything known about the connection, to read, to select and to copy; opens below the bar.
class ConnectionDetails : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionDetails(QWidget *parent = nullptr);

    void setStatus(const ConnectionStatus &status, Timestamp time);
    /// All lines, as copied: `name: value`.
    [[nodiscard]] QString text() const;

signals:
    void preferenceRequested(amb::TransportPreference preference);
    void tryWebSocketRequested();
    void retryRequested();
    void doctorRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QString name;
        QLabel *value;
    };

    QLabel *addLine(QFormLayout *form, const QString &name, const QString &objectName);
    void buildButtons();

    QList<Line> m_lines;
    QLabel *m_state;
    QLabel *m_transport;
    QLabel *m_reason;
    QLabel *m_trouble;
    QLabel *m_nextAttempt;
    QLabel *m_nextWebSocket;
    QLabel *m_lastReply;
    QLabel *m_clientId;
    QLabel *m_session;
    QLabel *m_counts;
    QComboBox *m_preference;
    QPushButton *m_tryButton;
    QPushButton *m_retryButton;
};

} // namespace amb
